package link

import (
	"slices"

	"github.com/sessionlint/sessionlint/analyzer/catalog"
	"github.com/sessionlint/sessionlint/analyzer/summary"
)

// back says how a function calls one of its parameters: what it holds
// meanwhile, and what it passes.
type back struct {
	held     bool
	hold     Hold
	wide     bool // only rows or a dialled connection
	wideHold Hold
	given    []uint8 // parameters of the callback that receive the held session
	through  []through
}

// weight: what is known of a parameter only ever grows.
func (b *back) weight() int {
	switch {
	case b.held:
		return 2
	case b.wide:
		return 1
	}
	return 0
}

// through: parameter "to" of the callback is parameter "from" of the helper.
type through struct{ from, to uint8 }

// merge adds another way by which the parameter is called. What it is passed on one
// of them counts: whoever passes a session on some way knows how to.
func (b *back) merge(o back) (grown bool) {
	if o.weight() > b.weight() {
		b.held, b.hold, b.wide, b.wideHold = o.held, o.hold, o.wide, o.wideHold
		grown = true
	}
	for _, i := range o.given {
		grown = b.give(i) || grown
	}
	for _, t := range o.through {
		grown = b.pass(t) || grown
	}
	return grown
}

func (b *back) give(i uint8) bool {
	if slices.Contains(b.given, i) {
		return false
	}
	b.given = append(slices.Clip(b.given), i)
	return true
}

func (b *back) pass(t through) bool {
	if slices.Contains(b.through, t) {
		return false
	}
	b.through = append(slices.Clip(b.through), t)
	return true
}

type paramKey struct {
	fn    int32
	param uint8
}

// callbacks finds the begin helpers: functions that call a parameter while they
// hold a session. Have: func (s *Store) InTx(fn func(*sql.Tx) error) error.
func (p *Program) callbacks(s *solver) {
	found := map[paramKey]back{}
	for changed := true; changed; {
		changed = false
		for _, st := range s.sites {
			changed = p.callbackSite(s, st, found) || changed
		}
	}
	p.helpers = map[int32][]Hold{}
	for k, b := range found {
		if b.held {
			p.helpers[k.fn] = append(p.helpers[k.fn], b.hold)
		}
	}
	for fi := range p.Funcs {
		for ei := range p.Funcs[fi].Out {
			if e := &p.Funcs[fi].Out[ei]; e.Via == ViaCallback {
				p.annotate(s.sites[s.siteOf[fi][e.Call]], e, found)
			}
		}
	}
}

func (p *Program) callbackSite(s *solver, st *site, found map[paramKey]back) bool {
	changed := false
	if st.c.Kind == summary.Dynamic && st.c.RecvParam.Func != 0 {
		changed = p.learn(s, st, st.c.RecvParam, found, p.direct)
	}
	for i := range st.c.Args {
		a := &st.c.Args[i]
		if a.Param.Func == 0 || a.Iface != 0 {
			continue
		}
		changed = p.learn(s, st, a.Param, found, func(r *relay) (back, bool) { return p.passedOn(r, a) }) || changed
	}
	return changed
}

// direct is a call of the parameter itself: fn(ctx, tx).
func (p *Program) direct(r *relay) (back, bool) {
	var b back
	var gives []given
	for _, g := range r.st.c.Gives {
		if g.Arg != 255 {
			gives = append(gives, given{g.Slots, g.Arg})
		}
	}
	r.at(r.st, &b, gives)
	return b, true
}

// widenBack adds the rows and dialled connections that a helper holds while it
// calls back. Have: for rows.Next() { …; fn(item) }
func (p *Program) widenBack(st *site, b *back) {
	if b.held || b.wide || st.c.Mode != summary.Sync || st.c.Later {
		return
	}
	for f := st.fn; f >= 0; f = p.Funcs[f].Parent {
		live := st.c.Held & p.ownSlots(f).wide
		for _, g := range st.c.Gives {
			live &^= g.Slots
		}
		if live != 0 {
			b.wide, b.wideHold = true, p.holdOf(f, live)
			return
		}
	}
}

// liveAt is what a call's function, and the functions around it, hold there.
func (p *Program) liveAt(st *site) summary.Slots {
	if st.c.Mode != summary.Sync || st.c.Later {
		return 0
	}
	var s summary.Slots
	for f := st.fn; f >= 0; f = p.Funcs[f].Parent {
		s |= p.ownSlots(f).sessions | p.received(f)
	}
	return st.c.Held & s
}

func (p *Program) holdIn(fi int32, s summary.Slots) Hold {
	for ; fi >= 0; fi = p.Funcs[fi].Parent {
		if mine := s & (p.ownSlots(fi).sessions | p.received(fi)); mine != 0 {
			return p.holdOf(fi, mine)
		}
	}
	return Hold{}
}

// passedOn is a call to which the parameter is handed on.
func (p *Program) passedOn(r *relay, a *summary.Arg) (back, bool) {
	st := r.st
	if st.c.Callback > 0 {
		return p.catalogued(st), true
	}
	var all back
	known := false
	for _, t := range st.targets {
		b, ok := r.found[paramKey{t.fn, uint8(int(a.Index) + int(t.shift))}]
		if !ok {
			continue
		}
		gives := handed(st, b.through, int(t.shift))
		b.through = nil
		r.at(st, &b, gives)
		all.merge(b)
		known = true
	}
	if len(st.targets) == 0 {
		r.at(st, &all, nil)
	}
	return all, known || all.held
}

// catalogued is a begin helper of a library.
func (p *Program) catalogued(st *site) back {
	f := p.Funcs[st.fn]
	b := back{held: true, hold: Hold{Func: st.fn, Place: Place{f.Unit, st.c.Pos}, Symbol: p.Str(st.fn, st.c.Symbol), Kind: catalog.Tx}}
	if st.c.Callback > 1 {
		b.given = []uint8{st.c.Callback - 2}
	}
	return b
}

// learn merges what is known of a parameter: held when it is held somewhere.
func (p *Program) learn(s *solver, st *site, param summary.Param, found map[paramKey]back, how func(*relay) (back, bool)) bool {
	fi, ok := s.find(p.Str(st.fn, param.Func))
	if !ok {
		return false
	}
	b, ok := how(&relay{p: p, s: s, st: st, owner: fi, found: found})
	if !ok {
		return false
	}
	k := paramKey{fi, param.Index}
	old, known := found[k]
	if !old.merge(b) && known {
		return false
	}
	found[k] = old
	return true
}

func (p *Program) annotate(st *site, e *Edge, found map[paramKey]back) {
	b, ok := p.calledBack(st, found)
	if !ok || b.weight() == 0 && len(b.through) == 0 {
		return
	}
	p.backs = append(p.backs, b)
	e.Back = int32(len(p.backs))
}

// writers are, of each function, the slots with which it or what it calls writes.
func (p *Program) writers() []summary.Slots {
	w := make([]summary.Slots, len(p.Funcs))
	for i, f := range p.Funcs {
		w[i] = f.Sum.Writes
	}
	for changed := true; changed; {
		changed = false
		for i, f := range p.Funcs {
			for _, e := range f.Out {
				if s := p.writesThrough(&e, &f.Sum.Calls[e.Call], w); s&^w[i] != 0 {
					w[i] |= s
					changed = true
				}
			}
		}
	}
	return w
}

func (p *Program) writesThrough(e *Edge, c *summary.Call, w []summary.Slots) summary.Slots {
	if w[e.To] == 0 || e.Via == ViaCallback && p.Funcs[e.To].Parent < 0 {
		return 0
	}
	var s summary.Slots
	if p.Funcs[e.To].Parent >= 0 && e.Via != ViaInterface {
		s |= w[e.To] &^ p.params(e.To)
	}
	for _, g := range c.Gives {
		if g.Arg != 255 && w[e.To]&p.paramSlot(e.To, int(g.Arg)+int(e.Shift)) != 0 {
			s |= g.Slots
		}
	}
	return s
}

func (p *Program) params(fi int32) summary.Slots {
	var s summary.Slots
	for _, sl := range p.Funcs[fi].Sum.Slots {
		if sl.Param > 0 {
			s |= 1 << sl.Bit
		}
	}
	return s
}

// visitLost looks for what is not committed, and goes on to functions that no
// other path has come to.
func (v *visit) visitLost() {
	if v.p.Own(v.s.fn) {
		v.leaks()
	}
	for ei := range v.f.Out {
		if e := &v.f.Out[ei]; !e.Guard && !v.visited(e.To) {
			v.push(heldState{heldKey: heldKey{fn: e.To}, from: v.at, edge: e, entry: v.s.entry})
		}
	}
}

// leaks looks at the ways out of a function.
func (v *visit) leaks() {
	for i := range v.f.Sum.Leaks {
		l := &v.f.Sum.Leaks[i]
		sl := v.slot(l.Bit)
		if sl == nil {
			continue
		}
		k := v.p.slotKind(v.s.fn, sl)
		if k == catalog.NoKind && sl.Flags&summary.SlotRows == 0 || k == catalog.Pool || v.p.PassedToEnd(v.s.fn, sl.Origin) {
			continue
		}
		if v.lost && !l.Commit {
			continue
		}
		z := Hazard{Kind: Leaks, Place: v.place(sl.Pos), Hold: v.p.slotHold(v.s.fn, sl), Res: k, Exit: v.place(l.Exit), OnError: l.OnError}
		z.Symbol = z.Hold.Symbol
		if sl.Flags&summary.SlotOuter != 0 || l.Commit && sl.Flags&summary.SlotReadOnly != 0 {
			continue
		}
		if l.Commit {
			if !v.commits(sl, k) || !l.Wrote && !v.wroteOnTheWay(l) {
				continue
			}
			z.Kind = Uncommitted
		}
		if z.Kind == Leaks {
			z.Fix, z.Fixed = v.p.fixOf(v.s.fn, summary.FixRelease, sl.Pos, 1<<l.Bit), v.s.fn
		}
		v.found(z, 0, nil)
	}
}

func (v *visit) slot(bit uint8) *summary.Slot {
	for i := range v.f.Sum.Slots {
		if v.f.Sum.Slots[i].Bit == bit {
			return &v.f.Sum.Slots[i]
		}
	}
	return nil
}

// commits reports whether a slot is a transaction that has to be committed.
func (v *visit) commits(sl *summary.Slot, k catalog.Kind) bool {
	if k == catalog.Tx {
		return sl.Flags&summary.SlotEntered == 0
	}
	return slices.ContainsFunc(v.f.Acquire, func(d Derived) bool {
		return sl.Origin.Call > 0 && d.Call == int32(sl.Origin.Call-1) && d.Kind == catalog.Tx
	})
}

func (v *visit) wroteOnTheWay(l *summary.Leak) bool {
	bit := summary.Slots(1) << l.Bit
	for _, e := range v.f.Out {
		if !slices.Contains(l.Calls, uint32(e.Call+1)) {
			continue
		}
		if v.p.writesThrough(&e, &v.f.Sum.Calls[e.Call], v.writes)&bit != 0 {
			return true
		}
	}
	return false
}
