package summary

import "github.com/sessionlint/sessionlint/analyzer/catalog"

type catalogKind = catalog.EntryKind

// check makes sure that every index of a decoded summary is in range: the
// linker trusts them. Cache files and facts can be damaged in ways that a
// checksum of the whole would not show.
func (p *Package) check() error {
	k := checker{p: p, ok: len(p.Strings) > 0}
	for _, s := range p.Nodes {
		k.str(s)
	}
	for _, a := range p.Acquirers {
		k.str(a.Symbol)
		k.ok = k.ok && a.Kind <= catalog.Tx
	}
	for i := range p.Funcs {
		k.fn(&p.Funcs[i])
	}
	for _, t := range p.Types {
		k.str(t.Name)
		for _, m := range t.Methods {
			k.str(m.Key, m.Func)
			k.node(m.Field)
		}
	}
	for _, i := range p.Ifaces {
		k.str(i.Name)
		for _, m := range i.Keys {
			k.str(m.Key)
		}
	}
	for _, e := range p.Entries {
		k.node(e.Node)
		k.str(e.Framework, e.Route, e.In, e.Type)
		k.str(e.Methods...)
		k.pos(e.Pos)
		k.ok = k.ok && (len(e.Kinds) == 0 || len(e.Kinds) == len(e.Methods))
	}
	for _, d := range p.Directives {
		k.str(d.Verb, d.Reason, d.Func, d.Type, d.Bad)
		k.str(d.Rules...)
		k.pos(d.Pos)
	}
	for _, d := range p.Docs {
		k.str(d.Symbol, d.In)
		k.pos(d.Pos)
	}
	for _, x := range p.Blind {
		k.str(x.In)
		k.pos(x.Pos)
		k.ok = k.ok && x.Kind <= Cgo
	}
	if !k.ok {
		return errDamaged
	}
	return nil
}

type checker struct {
	p  *Package
	ok bool
}

func (k *checker) str(list ...Str) {
	for _, s := range list {
		k.ok = k.ok && int(s) < len(k.p.Strings)
	}
}

func (k *checker) values(flows []Flow, sources []Source) {
	for _, f := range flows {
		k.node(f.From, f.To)
		k.ok = k.ok && f.From != 0 && f.To != 0
	}
	for _, s := range sources {
		k.node(s.Node)
		k.str(s.Symbol)
		k.ok = k.ok && s.Node != 0 && s.Kind <= StreamValue
	}
}

func (k *checker) node(list ...Node) {
	for _, n := range list {
		k.ok = k.ok && int(n) <= len(k.p.Nodes)
	}
}

func (k *checker) pos(p Pos) { k.ok = k.ok && (p == Pos{} || int(p.File) < len(k.p.Files)) }

func (k *checker) fn(f *Func) {
	k.str(f.ID, f.Parent, f.Framework)
	k.pos(f.Pos)
	k.ok = k.ok && f.Shape <= catalog.Factory && f.Enters <= catalog.Factory && f.Takes <= catalog.Tx
	k.values(f.Flows, f.Sources)
	k.str(f.Fills...)
	k.str(f.Makes...)
	for i := range f.Calls {
		c := &f.Calls[i]
		k.str(c.Symbol, c.Iface, c.RecvParam.Func, c.Unset)
		k.ok = k.ok && int(c.After) <= i
		k.ok = k.ok && c.Kind <= Dynamic && (c.Kind == Static || c.Recv != 0)
		k.node(c.Recv)
		k.pos(c.Pos)
		k.origin(f, c.On)
		k.when(f, c.When)
		for _, args := range [][]Arg{c.Args, c.Results} {
			for _, a := range args {
				k.node(a.Node)
				k.str(a.Iface, a.Param.Func)
				k.ok = k.ok && a.Node != 0
			}
		}
	}
	for _, a := range f.Acqs {
		k.str(a.Symbol, a.Holder)
		k.pos(a.Pos)
		k.origin(f, a.On)
		k.when(f, a.When)
		k.ok = k.ok && a.Kind <= catalog.Tx
	}
	k.held(f)
	for _, r := range f.Returns {
		k.origin(f, r.Origin)
	}
	for _, p := range f.Passes {
		k.origin(f, p.From)
		k.str(p.Callee)
	}
}

func (k *checker) origin(f *Func, o Origin) {
	k.ok = k.ok && int(o.Acq) <= len(f.Acqs) && int(o.Call) <= len(f.Calls)
}

func (k *checker) when(f *Func, list []When) {
	for _, w := range list {
		k.ok = k.ok && w.Call > 0 && int(w.Call) <= len(f.Calls)
	}
}

// held checks what is held where.
func (k *checker) held(f *Func) {
	for _, s := range f.Slots {
		k.str(s.Symbol)
		k.pos(s.Pos)
		k.pos(s.End)
		k.origin(f, s.Origin)
		k.ok = k.ok && s.Bit < maxSlots && s.Kind <= catalog.Tx
	}
	for _, p := range f.Points {
		k.str(p.Symbol, p.Store)
		k.pos(p.Pos)
		k.ok = k.ok && p.Kind <= Outlive
	}
	for _, l := range f.Leaks {
		k.pos(l.Exit)
		k.ok = k.ok && l.Bit < maxSlots
		for _, c := range l.Calls {
			k.ok = k.ok && c > 0 && int(c) <= len(f.Calls)
		}
	}
	for _, x := range f.Fixes {
		k.str(x.Twin, x.What)
		k.pos(x.At)
		k.ok = k.ok && x.Kind <= FixTwin
		for _, e := range x.Edits {
			k.str(e.Text)
			k.pos(e.From)
			k.pos(e.To)
		}
	}
	for _, a := range f.Acqs {
		k.str(a.Store)
	}
}
