package analyzer

import "github.com/sessionlint/sessionlint/analyzer/summary"

// fn copies a function of a part.
func (k *copier) fn(part int, f *summary.Func) summary.Func {
	g := *f
	g.ID, g.Parent, g.Framework, g.Pos = k.str(f.ID), k.str(f.Parent), k.str(f.Framework), k.pos(f.Pos)
	g.Flows, g.Sources, g.Fills, g.Makes = k.flows(f.Flows), k.sources(f.Sources), k.list(f.Fills), k.list(f.Makes)
	g.Acqs = append([]summary.Acq(nil), f.Acqs...)
	for i := range g.Acqs {
		a := &g.Acqs[i]
		a.Symbol, a.Holder, a.Store, a.Pos = k.str(a.Symbol), k.str(a.Holder), k.str(a.Store), k.pos(a.Pos)
	}
	g.Passes = append([]summary.Pass(nil), f.Passes...)
	for i := range g.Passes {
		g.Passes[i].Callee = k.str(f.Passes[i].Callee)
	}
	k.held(f, &g)
	k.calls(part, f, &g)
	return g
}

func (k *copier) flows(in []summary.Flow) []summary.Flow {
	out := make([]summary.Flow, len(in))
	for i, f := range in {
		out[i] = summary.Flow{From: k.node(f.From), To: k.node(f.To)}
	}
	return out
}

func (k *copier) sources(in []summary.Source) []summary.Source {
	out := make([]summary.Source, len(in))
	for i, s := range in {
		out[i] = summary.Source{Node: k.node(s.Node), Kind: s.Kind, Symbol: k.str(s.Symbol)}
	}
	return out
}

// calls drops, of the package itself, those that lead nowhere; of the packages
// below that is done. What refers to calls by index follows.
func (k *copier) calls(part int, f, g *summary.Func) {
	g.Calls = nil
	moved := make([]uint32, len(f.Calls)+1)
	for i := range f.Calls {
		c := f.Calls[i]
		if part == len(k.below) && !k.mine.call(&c) {
			continue
		}
		c.Symbol, c.Iface, c.Unset, c.Recv, c.Pos = k.str(c.Symbol), k.str(c.Iface), k.str(c.Unset), k.node(c.Recv), k.pos(c.Pos)
		c.RecvParam.Func = k.str(c.RecvParam.Func)
		c.Args, c.Results = k.args(c.Args), k.args(c.Results)
		g.Calls = append(g.Calls, c)
		moved[i+1] = uint32(len(g.Calls))
	}
	for i := range g.Calls {
		c := &g.Calls[i]
		c.On.Call = moved[c.On.Call]
		after := c.After
		for after > 0 && moved[after] == 0 {
			after = f.Calls[after-1].After
		}
		c.After = moved[after]
		c.When = when(c.When, moved)
	}
	for i := range g.Acqs {
		g.Acqs[i].On.Call = moved[g.Acqs[i].On.Call]
		g.Acqs[i].When = when(g.Acqs[i].When, moved)
	}
	for i := range g.Passes {
		g.Passes[i].From.Call = moved[g.Passes[i].From.Call]
	}
	for i := range g.Slots {
		g.Slots[i].Origin.Call = moved[g.Slots[i].Origin.Call]
	}
	g.Returns = nil
	for _, r := range f.Returns {
		if r.Origin.Call = moved[r.Origin.Call]; r.Origin != (summary.Origin{}) {
			g.Returns = append(g.Returns, r)
		}
	}
	for i, l := range f.Leaks {
		g.Leaks[i].Calls = nil
		for _, c := range l.Calls {
			if moved[c] > 0 {
				g.Leaks[i].Calls = append(g.Leaks[i].Calls, moved[c])
			}
		}
	}
}

// when drops conditions on calls that are left out: of those no function is asked
// that always says the same.
func when(in []summary.When, moved []uint32) []summary.When {
	var out []summary.When
	for _, w := range in {
		if w.Call = moved[w.Call]; w.Call > 0 {
			out = append(out, w)
		}
	}
	return out
}

func (k *copier) args(in []summary.Arg) []summary.Arg {
	out := make([]summary.Arg, len(in))
	for i, a := range in {
		a.Node, a.Iface, a.Param.Func = k.node(a.Node), k.str(a.Iface), k.str(a.Param.Func)
		out[i] = a
	}
	return out
}

// held copies what is held where. Where a slot ends is for audits, and fixes
// change the package itself only.
func (k *copier) held(f, g *summary.Func) {
	g.Slots = append([]summary.Slot(nil), f.Slots...)
	for i := range g.Slots {
		s := &g.Slots[i]
		s.Symbol, s.Pos, s.End = k.str(s.Symbol), k.pos(s.Pos), summary.Pos{}
	}
	g.Points = append([]summary.Point(nil), f.Points...)
	for i := range g.Points {
		p := &g.Points[i]
		p.Symbol, p.Store, p.Pos = k.str(p.Symbol), k.str(p.Store), k.pos(p.Pos)
	}
	g.Fixes = nil
	g.Leaks = append([]summary.Leak(nil), f.Leaks...)
	for i := range g.Leaks {
		k.pos(g.Leaks[i].Exit)
	}
}
