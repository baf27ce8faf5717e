package analyzer

import (
	"bytes"
	"cmp"
	"compress/flate"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/sessionlint/sessionlint/analyzer/summary"
)

// closure is what the fact of a package holds: the analysed packages among
// the package and its imports, and the findings that are proven by them.
type closure struct {
	members []member // by path
	proven  []uint64 // keys of findings, sorted
}

// member is one package of a closure. Its summary is compressed once, by the
// package itself, and then only copied.
type member struct {
	path     string
	own      bool
	acquires bool // it, or something in it, acquires: a closure without such a member needs no link
	enters   bool // it declares or registers entry points
	empty    bool // no function of it can matter to packages above
	imports  []string
	data     []byte
}

const closureVersion = 1

func (c *closure) encode() []byte {
	w := &writer{}
	w.num(closureVersion)
	w.num(uint64(len(c.members)))
	for _, m := range c.members {
		w.text(m.path)
		w.num(flags(m.own, m.acquires, m.enters, m.empty))
		w.num(uint64(len(m.imports)))
		for _, i := range m.imports {
			w.text(i)
		}
		w.num(uint64(len(m.data)))
		w.b = append(w.b, m.data...)
	}
	w.num(uint64(len(c.proven)))
	for _, k := range c.proven {
		w.b = binary.LittleEndian.AppendUint64(w.b, k)
	}
	return w.b
}

func flags(list ...bool) uint64 {
	var n uint64
	for i, f := range list {
		if f {
			n |= 1 << i
		}
	}
	return n
}

var errDamagedFact = errors.New("damaged fact: it was written by another version of sessionlint")

func decodeClosure(data []byte) (*closure, error) {
	r := &reader{b: data}
	if r.num() != closureVersion {
		return nil, errDamagedFact
	}
	c := &closure{}
	for range r.count() {
		m := member{path: r.text()}
		f := r.num()
		m.own, m.acquires, m.enters, m.empty = f&1 != 0, f&2 != 0, f&4 != 0, f&8 != 0
		for range r.count() {
			m.imports = append(m.imports, r.text())
		}
		m.data = r.take(r.num())
		c.members = append(c.members, m)
	}
	for range r.count() {
		b := r.take(8)
		if len(b) == 8 {
			c.proven = append(c.proven, binary.LittleEndian.Uint64(b))
		}
	}
	if r.bad || r.at != len(r.b) {
		return nil, errDamagedFact
	}
	return c, nil
}

// merge joins the closures of the direct imports.
func merge(list []*closure) *closure {
	out := &closure{}
	for _, c := range list {
		out.members = append(out.members, c.members...)
		out.proven = append(out.proven, c.proven...)
	}
	slices.SortStableFunc(out.members, func(a, b member) int { return cmp.Compare(a.path, b.path) })
	out.members = slices.CompactFunc(out.members, func(a, b member) bool { return a.path == b.path })
	slices.Sort(out.proven)
	out.proven = slices.Compact(out.proven)
	return out
}

func compress(s *summary.Package) ([]byte, error) {
	var buf bytes.Buffer
	w, err := flate.NewWriter(&buf, flate.BestSpeed)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(summary.Encode(s)); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return buf.Bytes(), nil
}

func (m *member) summary() (*summary.Package, error) {
	data, err := io.ReadAll(flate.NewReader(bytes.NewReader(m.data)))
	if err != nil {
		return nil, fmt.Errorf("reading the summary of %s: %w", m.path, errDamagedFact)
	}
	s, err := summary.Decode(data)
	if err != nil {
		return nil, fmt.Errorf("reading the summary of %s: %w", m.path, err)
	}
	return s, nil
}

// writer and reader code the few kinds of values of a closure.
type writer struct{ b []byte }

func (w *writer) num(v uint64) { w.b = binary.AppendUvarint(w.b, v) }

func (w *writer) text(s string) {
	w.num(uint64(len(s)))
	w.b = append(w.b, s...)
}

type reader struct {
	b   []byte
	at  int
	bad bool
}

func (r *reader) num() uint64 {
	v, n := binary.Uvarint(r.b[r.at:])
	if n <= 0 {
		r.bad, r.at = true, len(r.b)
		return 0
	}
	r.at += n
	return v
}

// count is the length of a list; every element takes a byte at least.
func (r *reader) count() int {
	n := r.num()
	if n > uint64(len(r.b)-r.at) {
		r.bad, r.at = true, len(r.b)
		return 0
	}
	return int(n)
}

func (r *reader) take(n uint64) []byte {
	if n > uint64(len(r.b)-r.at) {
		r.bad, r.at = true, len(r.b)
		return nil
	}
	b := r.b[r.at : r.at+int(n)]
	r.at += int(n)
	return b
}

func (r *reader) text() string { return string(r.take(r.num())) }
