package link

import "github.com/sessionlint/sessionlint/analyzer/summary"

// Helpers that run something in a transaction are stacked, and between two of them
// there is often a closure:
//
//	func (s *Service) RunInTx(ctx context.Context, fn func(context.Context) error) error {
//		return s.repo.Transaction(ctx, func(ctx context.Context) error { return fn(ctx) })
//	}
//
// What RunInTx holds when it calls fn, and what it passes, is what Transaction does
// with the closure.

// relay works out how a parameter of owner is called from a site in owner, or in a
// closure of it.
type relay struct {
	p     *Program
	s     *solver
	st    *site
	owner int32
	found map[paramKey]back
}

// given: parameter "to" of the callback receives what these slots hold.
type given struct {
	slots summary.Slots
	to    uint8
}

// at adds what is held where a call stands, in its function and in the closures
// around it, and which of the gives hold it or are parameters of the owner.
func (r *relay) at(st *site, b *back, gives []given) {
	p := r.p
	live := p.liveAt(st)
	if live != 0 && !b.held {
		b.held, b.hold = true, p.holdIn(st.fn, live)
	}
	p.widenBack(st, b)
	for _, g := range gives {
		if g.slots&live != 0 {
			b.give(g.to)
		}
		for _, sl := range p.Funcs[r.owner].Sum.Slots {
			if sl.Param > 0 && g.slots&(1<<sl.Bit) != 0 {
				b.pass(through{sl.Param - 1, g.to})
			}
		}
	}
	if st.c.Mode != summary.Sync || st.c.Later {
		return
	}
	for f := st.fn; f >= 0 && f != r.owner; f = p.Funcs[f].Parent {
		for _, in := range p.Funcs[f].In {
			if e := &p.Funcs[in.From].Out[in.Edge]; e.Via == ViaCallback && p.encloses(in.From, f) {
				r.closure(r.s.sites[r.s.siteOf[in.From][e.Call]], e, b, gives)
			}
		}
	}
}

// closure adds how the closure, in which the call stands, is called back itself.
func (r *relay) closure(outer *site, e *Edge, b *back, gives []given) {
	x, ok := r.p.calledBack(outer, r.found)
	if !ok || outer.c.Later {
		return
	}
	var further []given
	for _, g := range gives {
		for _, i := range x.given {
			if g.slots&r.p.paramSlot(e.To, int(i)+int(e.Shift)) != 0 {
				b.give(g.to)
			}
		}
		for _, t := range x.through {
			if g.slots&r.p.paramSlot(e.To, int(t.to)+int(e.Shift)) != 0 {
				further = append(further, handed(outer, []through{{t.from, g.to}}, 0)...)
			}
		}
	}
	b.merge(back{held: x.held, hold: x.hold, wide: x.wide, wideHold: x.wideHold})
	r.at(outer, b, further)
}

// handed is what a call hands to the parameters that a callee passes on.
func handed(st *site, ts []through, shift int) []given {
	var out []given
	for _, t := range ts {
		for _, g := range st.c.Gives {
			if g.Arg != 255 && int(g.Arg)+shift == int(t.from) {
				out = append(out, given{g.Slots, t.to})
			}
		}
	}
	return out
}

// calledBack is how the callees of a call call what it passes to them, as seen from
// the call: the parameters are counted as its arguments.
func (p *Program) calledBack(st *site, found map[paramKey]back) (b back, ok bool) {
	if st.c.Callback > 0 {
		b, ok = p.catalogued(st), true
	}
	for _, t := range st.targets {
		for i := range st.c.Args {
			x, is := found[paramKey{t.fn, uint8(int(st.c.Args[i].Index) + int(t.shift))}]
			if !is {
				continue
			}
			ok = true
			ts := x.through
			x.through = nil
			b.merge(x)
			for _, th := range ts {
				if from := int(th.from) - int(t.shift); from >= 0 {
					b.pass(through{uint8(from), th.to})
				}
			}
		}
	}
	return b, ok
}

// encloses reports whether a closure stands in a function, or in a closure of it.
func (p *Program) encloses(fi, closure int32) bool {
	for f := p.Funcs[closure].Parent; f >= 0; f = p.Funcs[f].Parent {
		if f == fi {
			return true
		}
	}
	return false
}
