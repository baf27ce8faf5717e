package driver

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"time"
)

// hash identifies content.
type hash [sha256.Size]byte

// cacheSchema changes whenever the meaning of a key or an entry does.
const cacheSchema = "sessionlint-cache-1\n"

// cache keeps what was found out about packages, by content. One package is
// one file, written whole and then renamed, so that processes may share a
// directory. It is never needed: what cannot be read is computed again.
type cache struct {
	dir string // "" when there is none

	mu      sync.Mutex
	warning string // the first thing that went wrong with the directory
}

// entry is what is kept of a package.
type entry struct {
	api     hash     // of what importers can see
	problem *problem // why the summary is not complete; nil if it is
	summary []byte   // encoded; empty when only the API was wanted
}

// openCache chooses the directory. One that cannot be used is a warning.
func openCache(setting string) *cache {
	c := &cache{}
	dir := setting
	if dir == "" {
		base, err := os.UserCacheDir()
		if err != nil {
			c.warn("going on without a cache", err)
			return c
		}
		dir = filepath.Join(base, "sessionlint")
	}
	dir, err := filepath.Abs(dir)
	if err == nil {
		err = os.MkdirAll(dir, 0o777)
	}
	if err != nil {
		c.warn("going on without a cache", err)
		return c
	}
	c.dir = dir
	return c
}

func (c *cache) warn(what string, err error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.warning == "" {
		c.warning = fmt.Sprintf("%s: %v", what, err)
	}
}

func (c *cache) path(key hash) string {
	name := hex.EncodeToString(key[:])
	return filepath.Join(c.dir, name[:2], name)
}

// get returns the entry of a key; nil when there is none or it is damaged.
func (c *cache) get(key hash) *entry {
	if c.dir == "" {
		return nil
	}
	path := c.path(key)
	data, err := os.ReadFile(path)
	if err != nil {
		if !errors.Is(err, fs.ErrNotExist) {
			c.warn("going on without the cache", err)
		}
		return nil
	}
	e, err := decodeEntry(data)
	if err != nil {
		return nil
	}
	touch(path)
	return e
}

// put keeps an entry.
func (c *cache) put(key hash, e *entry) {
	if c.dir == "" {
		return
	}
	if err := writeFile(c.path(key), encodeEntry(e)); err != nil {
		c.warn("going on without writing to the cache", err)
	}
}

// writeFile writes a file such that readers see all of it or nothing.
func writeFile(path string, data []byte) error {
	dir := filepath.Dir(path)
	tmp, err := os.CreateTemp(dir, "tmp-*")
	if errors.Is(err, fs.ErrNotExist) {
		if err = os.MkdirAll(dir, 0o777); err == nil {
			tmp, err = os.CreateTemp(dir, "tmp-*")
		}
	}
	if err != nil {
		return err
	}
	_, err = tmp.Write(data)
	if closeErr := tmp.Close(); err == nil {
		err = closeErr
	}
	if err == nil {
		err = os.Rename(tmp.Name(), path)
	}
	if err != nil {
		os.Remove(tmp.Name())
	}
	return err
}

// touch marks an entry as used, at most once an hour.
func touch(path string) {
	now := time.Now()
	if info, err := os.Stat(path); err == nil && now.Sub(info.ModTime()) > time.Hour {
		os.Chtimes(path, now, now) // if it fails, the entry goes earlier
	}
}

// encodeEntry writes an entry: schema, checksum of the rest, API hash,
// problem, summary.
func encodeEntry(e *entry) []byte {
	var body []byte
	body = append(body, e.api[:]...)
	if e.problem == nil {
		body = append(body, 0)
	} else {
		body = append(body, 1)
		body = appendString(body, e.problem.File)
		body = binary.AppendUvarint(body, uint64(e.problem.Line))
		body = binary.AppendUvarint(body, uint64(e.problem.Col))
		body = appendString(body, e.problem.Text)
	}
	body = append(body, e.summary...)
	sum := sha256.Sum256(body)
	data := make([]byte, 0, len(cacheSchema)+len(sum)+len(body))
	data = append(data, cacheSchema...)
	data = append(data, sum[:]...)
	return append(data, body...)
}

func appendString(b []byte, s string) []byte {
	return append(binary.AppendUvarint(b, uint64(len(s))), s...)
}

var errDamaged = errors.New("damaged cache entry")

// decodeEntry reads what encodeEntry wrote.
func decodeEntry(data []byte) (*entry, error) {
	body, ok := bytes.CutPrefix(data, []byte(cacheSchema))
	if !ok || len(body) < 2*sha256.Size+1 {
		return nil, errDamaged
	}
	sum, body := hash(body[:sha256.Size]), body[sha256.Size:]
	if sha256.Sum256(body) != sum {
		return nil, errDamaged
	}
	e := &entry{api: hash(body[:sha256.Size])}
	r := entryReader{rest: body[sha256.Size:]}
	if r.number(1) == 1 {
		e.problem = &problem{File: r.text()}
		e.problem.Line = int(r.number(1 << 31))
		e.problem.Col = int(r.number(1 << 31))
		e.problem.Text = r.text()
	}
	if r.bad {
		return nil, errDamaged
	}
	e.summary = r.rest
	return e, nil
}

// entryReader reads numbers and strings; after the first that is wrong, all
// are zero.
type entryReader struct {
	rest []byte
	bad  bool
}

func (r *entryReader) number(most uint64) uint64 {
	v, n := binary.Uvarint(r.rest)
	if r.bad || n <= 0 || v > most {
		r.bad = true
		return 0
	}
	r.rest = r.rest[n:]
	return v
}

func (r *entryReader) text() string {
	n := r.number(uint64(len(r.rest)))
	if r.bad || n > uint64(len(r.rest)) {
		r.bad = true
		return ""
	}
	s := string(r.rest[:n])
	r.rest = r.rest[n:]
	return s
}
