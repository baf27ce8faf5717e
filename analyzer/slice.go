package analyzer

import (
	"strings"

	"github.com/sessionlint/sessionlint/analyzer/catalog"
	"github.com/sessionlint/sessionlint/analyzer/summary"
)

// slice is the part of a summary that packages further up can still need. What
// it leaves out cannot be part of a chain: functions that acquire nothing,
// call nothing that does or that is still open (an interface method, a
// function value), and put no function or object anywhere. known reports
// whether something was kept of another package.
//
// A closure is carried by every package above it, so what is left out here is
// left out many times over.
func slice(s *summary.Package, known func(pkg string) bool) *summary.Package {
	k := &slicer{in: s, known: known, keep: make([]bool, len(s.Funcs)), index: map[string]int{}}
	for i := range s.Funcs {
		k.index[s.Strings[s.Funcs[i].ID]] = i
	}
	for changed := true; changed; {
		changed = false
		for i := range s.Funcs {
			if !k.keep[i] && k.matters(&s.Funcs[i]) {
				k.keep[i] = true
				changed = true
			}
		}
	}
	return k.build()
}

type slicer struct {
	in    *summary.Package
	known func(pkg string) bool
	keep  []bool
	index map[string]int
	out   *summary.Package
	strs  map[string]summary.Str
	nodes []summary.Node // old to new
}

func (k *slicer) matters(f *summary.Func) bool {
	if f.Takes != catalog.NoKind || len(f.Acqs) > 0 || len(f.Points) > 0 || f.Writes != 0 || len(f.Ends) > 0 || len(f.Sources) > 0 || len(f.Flows) > 0 {
		return true
	}
	for i := range f.Calls {
		if k.callMatters(&f.Calls[i]) {
			return true
		}
	}
	return false
}

func (k *slicer) callMatters(c *summary.Call) bool {
	if c.Kind != summary.Static || c.Catalogued {
		return true
	}
	id, _ := summary.Template(k.in.Strings[c.Symbol])
	if i, ok := k.index[id]; ok {
		return k.keep[i]
	}
	return k.known(packageOf(id)) || len(c.Args) > 0
}

// build copies what is kept, with a string table and nodes of its own.
func (k *slicer) build() *summary.Package {
	in := k.in
	k.out = &summary.Package{Path: in.Path, Name: in.Name, Files: in.Files}
	k.strs = map[string]summary.Str{}
	k.nodes = make([]summary.Node, len(in.Nodes)+1)
	k.str(0)
	for i := range in.Funcs {
		if k.keep[i] {
			k.out.Funcs = append(k.out.Funcs, k.fn(&in.Funcs[i]))
		}
	}
	for _, a := range in.Acquirers {
		a.Symbol = k.str(a.Symbol)
		k.out.Acquirers = append(k.out.Acquirers, a)
	}
	for _, t := range in.Types {
		k.out.Types = append(k.out.Types, k.typ(t))
	}
	for _, i := range in.Ifaces {
		i.Name = k.str(i.Name)
		keys := make([]summary.IfaceMethod, len(i.Keys))
		for j, m := range i.Keys {
			keys[j] = summary.IfaceMethod{Key: k.str(m.Key), Sig: m.Sig}
		}
		i.Keys = keys
		k.out.Ifaces = append(k.out.Ifaces, i)
	}
	for _, d := range in.Directives {
		d.Verb, d.Reason, d.Func, d.Type, d.Bad = k.str(d.Verb), k.str(d.Reason), k.str(d.Func), k.str(d.Type), k.str(d.Bad)
		d.Rules = k.strings(d.Rules)
		k.out.Directives = append(k.out.Directives, d)
	}
	for _, e := range in.Entries {
		e.Node, e.Framework, e.Route, e.In, e.Type = k.node(e.Node), k.str(e.Framework), k.str(e.Route), k.str(e.In), k.str(e.Type)
		e.Methods = k.strings(e.Methods)
		k.out.Entries = append(k.out.Entries, e)
	}
	return k.out
}

func (k *slicer) str(s summary.Str) summary.Str {
	text := k.in.Strings[s]
	if i, ok := k.strs[text]; ok {
		return i
	}
	i := summary.Str(len(k.out.Strings))
	k.out.Strings = append(k.out.Strings, text)
	k.strs[text] = i
	return i
}

func (k *slicer) strings(list []summary.Str) []summary.Str {
	out := make([]summary.Str, len(list))
	for i, s := range list {
		out[i] = k.str(s)
	}
	return out
}

func (k *slicer) node(n summary.Node) summary.Node {
	if n == 0 {
		return 0
	}
	if k.nodes[n] == 0 {
		k.out.Nodes = append(k.out.Nodes, k.str(k.in.Nodes[n-1]))
		k.nodes[n] = summary.Node(len(k.out.Nodes))
	}
	return k.nodes[n]
}

func (k *slicer) flows(in []summary.Flow) []summary.Flow {
	out := make([]summary.Flow, len(in))
	for i, f := range in {
		out[i] = summary.Flow{From: k.node(f.From), To: k.node(f.To)}
	}
	return out
}

func (k *slicer) sources(in []summary.Source) []summary.Source {
	out := make([]summary.Source, len(in))
	for i, s := range in {
		out[i] = summary.Source{Node: k.node(s.Node), Kind: s.Kind, Symbol: k.str(s.Symbol)}
	}
	return out
}

func (k *slicer) typ(t summary.Type) summary.Type {
	t.Name = k.str(t.Name)
	ms := make([]summary.Method, 0, len(t.Methods))
	for _, m := range t.Methods {
		m.Key, m.Field = k.str(m.Key), k.node(m.Field)
		id, _ := summary.Template(k.in.Strings[m.Func])
		if i, ok := k.index[id]; m.Acquire == catalog.NoKind && (ok && !k.keep[i] || !ok && !k.known(packageOf(id))) {
			m.Func = k.str(0) // the method is there, and does nothing that matters
		} else {
			m.Func = k.str(m.Func)
		}
		ms = append(ms, m)
	}
	t.Methods = ms
	return t
}

func (k *slicer) fn(f *summary.Func) summary.Func {
	g := *f
	g.ID, g.Parent, g.Framework = k.str(f.ID), k.str(f.Parent), k.str(f.Framework)
	g.Flows, g.Sources, g.Fills = k.flows(f.Flows), k.sources(f.Sources), k.strings(f.Fills)
	g.Makes = k.strings(f.Makes)
	g.Acqs = append([]summary.Acq(nil), f.Acqs...)
	for i := range g.Acqs {
		g.Acqs[i].Symbol, g.Acqs[i].Holder = k.str(f.Acqs[i].Symbol), k.str(f.Acqs[i].Holder)
	}
	g.Passes = append([]summary.Pass(nil), f.Passes...)
	for i := range g.Passes {
		g.Passes[i].Callee = k.str(f.Passes[i].Callee)
	}
	for i := range g.Acqs {
		g.Acqs[i].Store = k.str(f.Acqs[i].Store)
	}
	k.calls(f, &g)
	return g
}

// calls drops those that lead nowhere. What refers to calls by index follows.
func (k *slicer) calls(f, g *summary.Func) {
	g.Calls = nil
	moved := make([]uint32, len(f.Calls)+1)
	for i := range f.Calls {
		c := f.Calls[i]
		if !k.callMatters(&c) {
			continue
		}
		c.Symbol, c.Iface, c.Unset, c.Recv = k.str(c.Symbol), k.str(c.Iface), k.str(c.Unset), k.node(c.Recv)
		c.RecvParam.Func = k.str(c.RecvParam.Func)
		c.Args, c.Results = k.args(c.Args), k.args(c.Results)
		g.Calls = append(g.Calls, c)
		moved[i+1] = uint32(len(g.Calls))
	}
	for i := range g.Calls {
		g.Calls[i].On.Call = moved[g.Calls[i].On.Call]
		after := g.Calls[i].After
		for after > 0 && moved[after] == 0 {
			after = f.Calls[after-1].After
		}
		g.Calls[i].After = moved[after]
	}
	for i := range g.Acqs {
		g.Acqs[i].On.Call = moved[g.Acqs[i].On.Call]
	}
	g.Returns = nil
	for _, r := range f.Returns {
		if r.Origin.Call = moved[r.Origin.Call]; r.Origin != (summary.Origin{}) {
			g.Returns = append(g.Returns, r)
		}
	}
	k.held(f, g, moved)
	for i := range g.Passes {
		g.Passes[i].From.Call = moved[g.Passes[i].From.Call]
	}
}

func (k *slicer) args(in []summary.Arg) []summary.Arg {
	out := make([]summary.Arg, len(in))
	for i, a := range in {
		a.Node, a.Iface, a.Param.Func = k.node(a.Node), k.str(a.Iface), k.str(a.Param.Func)
		out[i] = a
	}
	return out
}

// packageOf is the import path in a symbol: of "(*a.b/c.T).M", "a.b/c".
func packageOf(symbol string) string {
	symbol = strings.TrimLeft(symbol, "(*")
	slash := strings.LastIndexByte(symbol, '/') + 1
	if dot := strings.IndexByte(symbol[slash:], '.'); dot >= 0 {
		return symbol[:slash+dot]
	}
	return symbol
}

// held keeps what is held where.
func (k *slicer) held(f, g *summary.Func, moved []uint32) {
	g.Slots = append([]summary.Slot(nil), f.Slots...)
	for i := range g.Slots {
		s := &g.Slots[i]
		s.Symbol, s.Origin.Call = k.str(s.Symbol), moved[s.Origin.Call]
	}
	g.Points = append([]summary.Point(nil), f.Points...)
	for i := range g.Points {
		g.Points[i].Symbol, g.Points[i].Store = k.str(f.Points[i].Symbol), k.str(f.Points[i].Store)
	}
	g.Fixes = nil // only the package itself is changed
	g.Leaks = make([]summary.Leak, len(f.Leaks))
	for i, l := range f.Leaks {
		calls := l.Calls
		l.Calls = nil
		for _, c := range calls {
			if moved[c] > 0 {
				l.Calls = append(l.Calls, moved[c])
			}
		}
		g.Leaks[i] = l
	}
}
