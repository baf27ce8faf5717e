package analyzer

import (
	"slices"

	"github.com/sessionlint/sessionlint/analyzer/catalog"
	"github.com/sessionlint/sessionlint/analyzer/summary"
)

// copier copies the declarations that were taken, with one string table for
// all packages.
type copier struct {
	*slicer
	table  []string
	strs   map[string]summary.Str
	copied map[string]bool // types, interfaces and acquirers

	in    *summary.Package
	out   *summary.Package
	nodes []summary.Node // old to new
	files []bool         // in which something stands
}

// copy returns the members that something is left of. Parts of one package
// become one again.
func (k *slicer) copy() []member {
	c := &copier{slicer: k, strs: map[string]summary.Str{}, copied: map[string]bool{}}
	c.text("")
	var out []member
	made := map[packageKey]int{}
	for i := range len(k.below) + 1 {
		m := k.part(i)
		key := packageKey{m.sum.Path, len(m.sum.Files)}
		at, known := made[key]
		if !known {
			at = len(out)
			made[key] = at
			out = append(out, member{own: m.own, sum: &summary.Package{Path: m.sum.Path, Name: m.sum.Name, Files: make([]string, len(m.sum.Files))}})
		}
		c.member(i, out[at].sum)
	}
	out = slices.DeleteFunc(out, func(m member) bool {
		s := m.sum
		return len(s.Funcs)+len(s.Acquirers)+len(s.Types)+len(s.Ifaces)+len(s.Directives)+len(s.Entries) == 0
	})
	for _, m := range out {
		m.sum.Strings = c.table
	}
	return out
}

// packageKey tells packages apart; variants of one have other files.
type packageKey struct {
	path  string
	files int
}

// member copies what was taken of one part.
func (k *copier) member(i int, out *summary.Package) {
	m := k.part(i)
	k.in, k.out = m.sum, out
	k.nodes, k.files = make([]summary.Node, len(m.sum.Nodes)), make([]bool, len(m.sum.Files))
	for j := range m.sum.Funcs {
		d := k.decls[declaration(m.sum.Strings[m.sum.Funcs[j].ID])]
		if d != nil && d.taken && d.part == i && (i < len(k.below) || k.mine.keep[j]) {
			out.Funcs = append(out.Funcs, k.fn(i, &m.sum.Funcs[j]))
		}
	}
	for _, a := range m.sum.Acquirers {
		if name := m.sum.Strings[a.Symbol]; k.names[name] && !k.copied[name] {
			k.copied[name] = true
			a.Symbol = k.str(a.Symbol)
			out.Acquirers = append(out.Acquirers, a)
		}
	}
	for _, t := range m.sum.Types {
		if name := m.sum.Strings[t.Name]; k.names[name] && !k.copied[name] {
			k.copied[name] = true
			out.Types = append(out.Types, k.typ(t))
		}
	}
	for _, t := range m.sum.Ifaces {
		if name := m.sum.Strings[t.Name]; k.ifaces[name] && !k.copied[name] {
			k.copied[name] = true
			out.Ifaces = append(out.Ifaces, k.iface(t))
		}
	}
	k.rest(i)
	for j, used := range k.files {
		if used {
			out.Files[j] = m.sum.Files[j]
		}
	}
}

// rest copies the directives, and the registrations of functions that were taken.
func (k *copier) rest(part int) {
	for _, d := range k.in.Directives {
		d.Verb, d.Reason, d.Bad, d.Pos = k.str(d.Verb), k.str(d.Reason), k.str(d.Bad), k.pos(d.Pos)
		d.Func, d.Type = k.str(d.Func), k.str(d.Type)
		d.Rules = k.list(d.Rules)
		k.out.Directives = append(k.out.Directives, d)
	}
	for _, e := range k.in.Entries {
		if d := k.decls[declaration(k.in.Strings[e.In])]; d != nil && (!d.taken || d.part != part) {
			continue
		}
		e.Node, e.Framework, e.Route, e.Pos = k.node(e.Node), k.str(e.Framework), k.str(e.Route), k.pos(e.Pos)
		e.In, e.Type = k.str(e.In), k.str(e.Type)
		e.Methods = k.list(e.Methods)
		k.out.Entries = append(k.out.Entries, e)
	}
}

func (k *copier) str(s summary.Str) summary.Str { return k.text(k.in.Strings[s]) }

func (k *copier) text(text string) summary.Str {
	if i, ok := k.strs[text]; ok {
		return i
	}
	i := summary.Str(len(k.table))
	k.table = append(k.table, text)
	k.strs[text] = i
	return i
}

func (k *copier) list(in []summary.Str) []summary.Str {
	out := make([]summary.Str, len(in))
	for i, s := range in {
		out[i] = k.str(s)
	}
	return out
}

func (k *copier) pos(p summary.Pos) summary.Pos {
	if int(p.File) < len(k.files) {
		k.files[p.File] = true
	}
	return p
}

func (k *copier) node(n summary.Node) summary.Node {
	if n == 0 {
		return 0
	}
	if k.nodes[n-1] == 0 {
		k.out.Nodes = append(k.out.Nodes, k.str(k.in.Nodes[n-1]))
		k.nodes[n-1] = summary.Node(len(k.out.Nodes))
	}
	return k.nodes[n-1]
}

func (k *copier) typ(t summary.Type) summary.Type {
	t.Name = k.str(t.Name)
	ms := make([]summary.Method, len(t.Methods))
	for i, m := range t.Methods {
		fn := k.in.Strings[m.Func]
		if m.Acquire == catalog.NoKind && !m.Queries && !m.Waits && k.decls[declaration(fn)] == nil {
			fn = "" // the method is there, and does nothing that matters
		}
		m.Key, m.Field, m.Func = k.str(m.Key), k.node(m.Field), k.text(fn)
		ms[i] = m
	}
	t.Methods = ms
	return t
}

func (k *copier) iface(t summary.Iface) summary.Iface {
	t.Name = k.str(t.Name)
	keys := make([]summary.IfaceMethod, len(t.Keys))
	for j, m := range t.Keys {
		keys[j] = summary.IfaceMethod{Key: k.str(m.Key), Sig: m.Sig}
	}
	t.Keys = keys
	return t
}
