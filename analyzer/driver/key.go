package driver

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"io"
	"os"
	"runtime"
	"runtime/debug"

	"github.com/sessionlint/sessionlint/analyzer/catalog"
)

// A package's key is the hash of all that its summary depends on:
//
//   - the settings: this program, the Go version, the architecture, the catalog;
//   - its own source: names and contents of the files that the build selects
//     (build tags and cgo have no other effect), or the version that implies
//     them, for the module cache and the standard library;
//   - the types of its imports: see node.seen.
//
// It does not depend on where the source lies.

// baseKey hashes the settings.
func baseKey(tool string, env goEnv, cat *catalog.Catalog) hash {
	k := newKey(cacheSchema)
	k.text(tool)
	k.text(runtime.Version())
	k.text(env.GOVERSION)
	k.text(env.GOOS)
	k.text(env.GOARCH)
	if cat != nil {
		k.text(cat.Digest())
	}
	return k.sum()
}

// toolID identifies this program: the version of a release, and of any other
// build the content of the executable.
func toolID() (string, error) {
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Sum != "" {
		return info.Main.Path + "@" + info.Main.Version + " " + info.Main.Sum, nil
	}
	path, err := os.Executable()
	if err != nil {
		return "", fmt.Errorf("finding this program: %w", err)
	}
	f, err := os.Open(path)
	if err != nil {
		return "", fmt.Errorf("reading this program: %w", err)
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return "", fmt.Errorf("reading this program: %w", err)
	}
	return string(h.Sum(nil)), nil
}

// sourceKey hashes the settings, the package's source and what it sees of its
// imports. files is nil for a frozen package.
func sourceKey(base hash, n *node, files []source) hash {
	k := newKey("package")
	k.hash(base)
	k.text(n.path)
	k.text(n.id) // a test variant is a package of its own
	k.text(n.name)
	k.text(n.version)
	k.flag(n.analysed)
	if n.origin == frozen && n.module != nil {
		k.text(n.module.Path)
		k.text(n.module.Version)
		if r := n.module.Replace; r != nil {
			k.text(r.Path)
			k.text(r.Version)
		}
	}
	k.number(len(n.files))
	for i, name := range n.files {
		if files == nil {
			k.text(name)
			continue
		}
		k.text(files[i].name)
		k.hash(sha256.Sum256(files[i].data))
	}
	for _, f := range n.examples {
		k.text(f.name)
		k.hash(sha256.Sum256(f.data))
	}
	k.text(n.cycle)
	k.number(len(n.imports))
	for _, imp := range n.imports {
		k.text(imp.id)
		k.hash(imp.seen)
	}
	return k.sum()
}

// seenKey hashes what importers see of a mutable package: its API and, since
// types of its imports may show through it, what it sees of those.
func seenKey(n *node, api hash) hash {
	k := newKey("seen")
	k.hash(api)
	k.flag(n.analysed)
	for _, imp := range n.imports {
		k.text(imp.id)
		k.hash(imp.seen)
	}
	return k.sum()
}

// missingKey stands for a package without source.
func missingKey(n *node) hash {
	k := newKey("missing")
	k.text(n.id)
	if n.listErr != nil {
		k.text(firstSentence(n.listErr.Err))
	}
	return k.sum()
}

// keyHash builds a hash from parts that cannot run into each other.
type keyHash struct{ buf []byte }

func newKey(what string) *keyHash {
	k := &keyHash{buf: make([]byte, 0, 1024)}
	k.text(what)
	return k
}

func (k *keyHash) text(s string) { k.buf = appendString(k.buf, s) }
func (k *keyHash) hash(h hash)   { k.buf = append(k.buf, h[:]...) }
func (k *keyHash) number(i int)  { k.buf = binary.AppendUvarint(k.buf, uint64(i)) }
func (k *keyHash) sum() hash     { return sha256.Sum256(k.buf) }
func (k *keyHash) flag(set bool) {
	if set {
		k.buf = append(k.buf, 1)
	} else {
		k.buf = append(k.buf, 0)
	}
}
