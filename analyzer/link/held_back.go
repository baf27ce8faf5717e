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
func (b back) weight() int {
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
	for fi := range p.Funcs {
		for ei := range p.Funcs[fi].Out {
			if e := &p.Funcs[fi].Out[ei]; e.Via == ViaCallback {
				p.annotate(s, s.sites[s.siteOf[fi][e.Call]], e, found)
			}
		}
	}
}

func (p *Program) callbackSite(s *solver, st *site, found map[paramKey]back) bool {
	changed := false
	if st.c.Kind == summary.Dynamic && st.c.RecvParam.Func != 0 {
		changed = p.learn(s, st, st.c.RecvParam, p.direct(st), found)
	}
	for i := range st.c.Args {
		a := &st.c.Args[i]
		if a.Param.Func == 0 || a.Iface != 0 {
			continue
		}
		b, ok := p.passedOn(s, st, a, found)
		if ok {
			changed = p.learn(s, st, a.Param, b, found) || changed
		}
	}
	return changed
}

// direct is a call of the parameter itself: fn(ctx, tx).
func (p *Program) direct(st *site) back {
	var b back
	live := p.liveAt(st)
	if live != 0 {
		b.held, b.hold = true, p.holdIn(st.fn, live)
	}
	p.widenBack(st, &b)
	for _, g := range st.c.Gives {
		if g.Arg == 255 {
			continue
		}
		if g.Slots&live != 0 {
			b.given = append(b.given, g.Arg)
		}
		for f := st.fn; f >= 0; f = p.Funcs[f].Parent {
			for _, sl := range p.Funcs[f].Sum.Slots {
				if sl.Param > 0 && g.Slots&(1<<sl.Bit) != 0 {
					b.through = append(b.through, through{sl.Param - 1, g.Arg})
				}
			}
		}
	}
	return b
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
func (p *Program) passedOn(s *solver, st *site, a *summary.Arg, found map[paramKey]back) (back, bool) {
	if st.c.Callback > 0 {
		return p.catalogued(st), true
	}
	for _, t := range st.targets {
		if b, ok := found[paramKey{t.fn, uint8(int(a.Index) + int(t.shift))}]; ok {
			if live := p.liveAt(st); !b.held && live != 0 {
				b.held, b.hold = true, p.holdIn(st.fn, live)
			}
			p.widenBack(st, &b)
			return b, true
		}
	}
	if live := p.liveAt(st); live != 0 && len(st.targets) == 0 {
		return back{held: true, hold: p.holdIn(st.fn, live)}, true
	}
	return back{}, false
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
func (p *Program) learn(s *solver, st *site, param summary.Param, b back, found map[paramKey]back) bool {
	fi, ok := s.find(p.Str(st.fn, param.Func))
	if !ok {
		return false
	}
	k := paramKey{fi, param.Index}
	old, known := found[k]
	if known && old.weight() >= b.weight() {
		return false
	}
	found[k] = b
	return true
}

func (p *Program) annotate(s *solver, st *site, e *Edge, found map[paramKey]back) {
	var b back
	ok := false
	if st.c.Callback > 0 {
		b, ok = p.catalogued(st), true
	}
	for _, t := range st.targets {
		for i := range st.c.Args {
			k := paramKey{t.fn, uint8(int(st.c.Args[i].Index) + int(t.shift))}
			if x, is := found[k]; is && (!ok || x.weight() > b.weight()) {
				b, ok = x, true
			}
		}
	}
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
