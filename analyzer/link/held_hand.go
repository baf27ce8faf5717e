package link

import "github.com/sessionlint/sessionlint/analyzer/summary"

// hand works out which parameters of the callee hold the session.
func (v *visit) hand(e *Edge, c *summary.Call, bound summary.Slots, next *heldState) {
	if v.p.Declaration(e.To) == v.p.Declaration(v.s.fn) && v.p.Funcs[e.To].Parent >= 0 {
		next.mask |= bound // a closure reaches what is around it
		next.made |= v.s.made
	}
	if e.Via == ViaCallback {
		v.handBack(e, c, bound, next)
		return
	}
	for _, g := range c.Gives {
		if g.Arg == 255 {
			continue
		}
		bit := v.p.paramSlot(e.To, int(g.Arg)+int(e.Shift))
		if g.Slots&(v.pools|v.s.made) != 0 {
			next.made |= bit
		}
		ended := g.Slots&(v.s.mask|v.own.sessions) != 0 && g.Slots&bound == 0
		switch {
		case g.Slots&bound != 0:
			next.mask |= bit
		case g.Known && !ended && c.Mode == summary.Sync:
			// Have: r.insert(ctx, uow.tx): a session by its type, wherever it comes from
			next.mask |= bit
			if !next.held && bit != 0 {
				next.held = true
				next.hold = v.p.holdOf(e.To, bit)
			}
		}
	}
}

// handBack is for a function that the callee calls back: what the callee holds
// then, and what it passes.
func (v *visit) handBack(e *Edge, c *summary.Call, bound summary.Slots, next *heldState) {
	if v.p.Funcs[e.To].Parent < 0 && isMethod(v.p.Funcs[e.To].ID) {
		// Have: validate(cv.check): a method value keeps its receiver
		for _, g := range c.Gives {
			if g.Slots&bound != 0 {
				next.mask |= v.p.paramSlot(e.To, 0)
			}
		}
	}
	if e.Back == 0 {
		return
	}
	b := &v.p.backs[e.Back-1]
	if b.held {
		next.held, next.hold = true, b.hold
	}
	for _, i := range b.given {
		next.mask |= v.p.paramSlot(e.To, int(i)+int(e.Shift))
	}
	for _, t := range b.through {
		for _, g := range c.Gives {
			if g.Arg == t.from && g.Slots&bound != 0 {
				next.mask |= v.p.paramSlot(e.To, int(t.to)+int(e.Shift))
			}
		}
	}
}
