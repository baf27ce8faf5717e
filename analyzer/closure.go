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

	"github.com/sessionlint/sessionlint/analyzer/catalog"
	"github.com/sessionlint/sessionlint/analyzer/link"
	"github.com/sessionlint/sessionlint/analyzer/summary"
)

// closure is what the fact of a package holds: of the analysed packages among
// the package and its imports what can still matter to packages above, and the
// findings that are proven by them.
type closure struct {
	paths   []string // of all analysed packages, sorted
	members []member // imports first; they share one string table
	proven  []uint64 // keys of findings, sorted
}

// member is a part of one package.
type member struct {
	own bool
	sum *summary.Package
}

const closureVersion = 2

func (c *closure) encode() ([]byte, error) {
	w := &writer{}
	w.num(uint64(len(c.paths)))
	for _, p := range c.paths {
		w.text(p)
	}
	w.num(uint64(len(c.members)))
	list := make([]*summary.Package, len(c.members))
	for i, m := range c.members {
		own := uint64(0)
		if m.own {
			own = 1
		}
		w.num(own)
		list[i] = m.sum
	}
	w.num(uint64(len(c.proven)))
	for _, k := range c.proven {
		w.b = binary.LittleEndian.AppendUint64(w.b, k)
	}
	w.b = append(w.b, summary.EncodeList(list)...)
	var buf bytes.Buffer
	buf.WriteByte(closureVersion)
	z, err := flate.NewWriter(&buf, flate.BestSpeed)
	if err != nil {
		return nil, err
	}
	if _, err := z.Write(w.b); err != nil {
		return nil, err
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	return buf.Bytes(), nil
}

var errDamagedFact = errors.New("damaged fact: it was written by another version of sessionlint")

func decodeClosure(data []byte) (*closure, error) {
	if len(data) == 0 || data[0] != closureVersion {
		return nil, errDamagedFact
	}
	packed := bytes.NewReader(data[1:])
	raw, err := io.ReadAll(flate.NewReader(packed))
	if err != nil || packed.Len() > 0 {
		return nil, errDamagedFact
	}
	r := &reader{b: raw}
	c := &closure{}
	for range r.count() {
		c.paths = append(c.paths, r.text())
	}
	for range r.count() {
		c.members = append(c.members, member{own: r.num() == 1})
	}
	for range r.count() {
		if b := r.take(8); len(b) == 8 {
			c.proven = append(c.proven, binary.LittleEndian.Uint64(b))
		}
	}
	if r.bad {
		return nil, errDamagedFact
	}
	list, err := summary.DecodeList(raw[r.at:])
	if err != nil {
		return nil, fmt.Errorf("%w: %w", errDamagedFact, err)
	}
	if len(list) != len(c.members) {
		return nil, errDamagedFact
	}
	for i, s := range list {
		c.members[i].sum = s
	}
	return c, nil
}

// join puts the closures of the direct imports together. A package of which
// several of them hold parts has as many members; what they hold twice counts
// once.
func join(list []*closure) *closure {
	out := &closure{}
	known := map[string]bool{} // packages, and functions in which registrations stand
	for _, c := range list {
		out.paths = append(out.paths, c.paths...)
		out.proven = append(out.proven, c.proven...)
		for _, m := range c.members {
			if known[m.sum.Path] {
				m.sum.Directives = nil
			}
			m.sum.Entries = slices.DeleteFunc(m.sum.Entries, func(e summary.Entry) bool { return known[m.sum.Path+" "+m.sum.Strings[e.In]] })
			for _, e := range m.sum.Entries {
				known[m.sum.Path+" "+m.sum.Strings[e.In]] = true
			}
			known[m.sum.Path] = true
			out.members = append(out.members, m)
		}
	}
	out.paths = sorted(out.paths)
	out.proven = sorted(out.proven)
	return out
}

// sorted sorts a list and drops what is in it twice.
func sorted[T cmp.Ordered](list []T) []T {
	slices.Sort(list)
	return slices.Compact(list)
}

// analysed reports whether a package is one of the closure's.
func (c *closure) analysed(path string) bool {
	_, ok := slices.BinarySearch(c.paths, path)
	return ok
}

// units are the members for the linker, which takes of the parts of a package
// each function once.
func (c *closure) units() []link.Unit {
	out := make([]link.Unit, len(c.members))
	for i, m := range c.members {
		out[i] = link.Unit{Summary: m.sum, Own: m.own}
	}
	return out
}

// worthLinking reports whether a finding is possible at all: something acquires,
// and something is an entry point.
func (c *closure) worthLinking() bool {
	return slices.ContainsFunc(c.members, func(m member) bool { return m.acquires() }) &&
		slices.ContainsFunc(c.members, func(m member) bool { return m.enters() })
}

func (m *member) acquires() bool {
	return len(m.sum.Acquirers) > 0 ||
		slices.ContainsFunc(m.sum.Funcs, func(f summary.Func) bool { return len(f.Acqs) > 0 || f.Takes != catalog.NoKind }) ||
		slices.ContainsFunc(m.sum.Types, acquiringType)
}

func acquiringType(t summary.Type) bool {
	return slices.ContainsFunc(t.Methods, func(m summary.Method) bool { return m.Acquire != catalog.NoKind })
}

// enters reports whether it declares or registers entry points.
func (m *member) enters() bool {
	return len(m.sum.Entries) > 0 || m.sum.Name == "main" || slices.ContainsFunc(m.sum.Funcs, func(f summary.Func) bool {
		return serves(f.Shape) || serves(f.Enters)
	})
}

func serves(k catalog.EntryKind) bool { return k == catalog.Request || k == catalog.Stream }

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
