package link

import (
	"github.com/sessionlint/sessionlint/analyzer/catalog"
	"github.com/sessionlint/sessionlint/analyzer/summary"
)

// derive finds the functions that end a parameter, those that return a fresh
// resource, and the calls that thereby acquire one.
func (p *Program) derive(s *solver) {
	p.deriveEnds()
	for changed := true; changed; {
		changed = false
		for fi := range p.Funcs {
			changed = p.deriveYields(s, int32(fi)) || changed
		}
	}
	for fi := range p.Funcs {
		for _, si := range s.siteOf[fi] {
			p.deriveCall(s.sites[si])
		}
	}
}

// deriveEnds closes "releases its parameter" over the helpers to which the
// parameter is passed.
func (p *Program) deriveEnds() {
	for i := range p.Funcs {
		for _, e := range p.Funcs[i].Sum.Ends {
			p.Funcs[i].Ends |= bit(e)
		}
	}
	for changed := true; changed; {
		changed = false
		for i := range p.Funcs {
			f := p.Funcs[i]
			for _, x := range f.Sum.Passes {
				if x.Param == 0 || f.Ends&bit(x.Param-1) != 0 {
					continue
				}
				if p.endsArg(int32(i), x) {
					f.Ends |= bit(x.Param - 1)
					changed = true
				}
			}
		}
	}
}

func bit(i uint8) uint64 {
	if i > 63 {
		return 0
	}
	return 1 << i
}

func (p *Program) endsArg(f int32, x summary.Pass) bool {
	c := p.Lookup(p.Str(f, x.Callee))
	return c >= 0 && p.Funcs[c].Ends&bit(x.Arg) != 0
}

// PassedToEnd reports whether a resource that f obtained is passed to a
// function that ends it.
func (p *Program) PassedToEnd(f int32, from summary.Origin) bool {
	for _, x := range p.Funcs[f].Sum.Passes {
		if x.Param == 0 && x.From == from && p.endsArg(f, x) {
			return true
		}
	}
	return false
}

func (p *Program) deriveYields(s *solver, fi int32) bool {
	f := p.Funcs[fi]
	if f.Sum.Flags&summary.IsShared != 0 {
		return false
	}
	if f.Sum.Takes != catalog.NoKind {
		return f.yield(Yield{f.Sum.TakesAt, f.Sum.Takes, Ref{-1, -1}})
	}
	changed := false
	for _, r := range f.Sum.Returns {
		if r.Origin.Acq > 0 {
			a := &f.Sum.Acqs[r.Origin.Acq-1]
			if !a.Auto && !f.never.acq(int32(r.Origin.Acq-1)) && a.Guard == summary.NoGuard && !ofOwnConn(f.Sum, a) {
				changed = f.yield(Yield{r.Result, a.Kind, Ref{fi, int32(r.Origin.Acq - 1)}}) || changed
			}
			continue
		}
		st := s.sites[s.siteOf[fi][r.Origin.Call-1]]
		if st.c.Guard != summary.NoGuard || st.c.Once != summary.NotOnce || f.never.call(st.call) {
			continue
		}
		for _, a := range st.acquire {
			if !a.auto {
				changed = f.yield(Yield{r.Result, a.kind, Ref{-1, -1}}) || changed
			}
		}
		for _, t := range st.targets {
			if t.once {
				continue
			}
			for _, y := range p.Funcs[t.fn].Yields {
				changed = f.yield(Yield{r.Result, y.Kind, y.Inner}) || changed
			}
		}
	}
	return changed
}

// ofOwnConn reports whether an acquisition is taken from a pool or connection
// that the same function makes: what its callers obtain is that connection.
//
//	conn, err := amqp.Dial(url)
//	ch, err := conn.Channel()
//	return &client{conn, ch}
func ofOwnConn(f *summary.Func, a *summary.Acq) bool {
	if a.On.Acq == 0 || a.Kind == catalog.Pool || a.Kind == catalog.Conn {
		return false
	}
	k := f.Acqs[a.On.Acq-1].Kind
	return k == catalog.Pool || k == catalog.Conn
}

// yield adds what a function returns, one per kind: which of several inner
// acquisitions is named does not matter, that it is always the same does.
func (f *Func) yield(y Yield) bool {
	for i, old := range f.Yields {
		if old.Kind != y.Kind || old.Result != y.Result {
			continue
		}
		if less(y.Inner, old.Inner) {
			f.Yields[i] = y
			return true
		}
		return false
	}
	f.Yields = append(f.Yields, y)
	return true
}

func less(a, b Ref) bool { return a.Func < b.Func || a.Func == b.Func && a.Acq < b.Acq }

func (p *Program) deriveCall(st *site) {
	f := p.Funcs[st.fn]
	if f.never.call(st.call) {
		return
	}
	for _, a := range st.acquire {
		f.derived(Derived{st.call, a.kind, a.auto, a.symbol, Ref{-1, -1}})
	}
	if st.c.Once != summary.NotOnce {
		return
	}
	for _, t := range st.targets {
		if t.once {
			continue
		}
		for _, y := range p.Funcs[t.fn].Yields {
			f.derived(Derived{st.call, y.Kind, false, p.Funcs[t.fn].ID, y.Inner})
		}
	}
}

func (f *Func) derived(d Derived) {
	for i, old := range f.Acquire {
		if old.Call == d.Call && old.Kind == d.Kind {
			if d.Symbol < old.Symbol {
				f.Acquire[i] = d
			}
			return
		}
	}
	f.Acquire = append(f.Acquire, d)
}

// KindOf is the kind of what an origin in f obtains, NoKind when it is not an
// acquisition.
func (p *Program) KindOf(f int32, o summary.Origin) catalog.Kind {
	if o.Acq > 0 {
		return p.Funcs[f].Sum.Acqs[o.Acq-1].Kind
	}
	for _, d := range p.Funcs[f].Acquire {
		if o.Call > 0 && d.Call == int32(o.Call-1) {
			return d.Kind
		}
	}
	return catalog.NoKind
}
