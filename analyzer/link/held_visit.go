package link

import (
	"strings"

	"github.com/sessionlint/sessionlint/analyzer/catalog"
	"github.com/sessionlint/sessionlint/analyzer/summary"
)

// visit looks at what a function does in one state, and goes on to what it calls.
func (w *walker) visit(i int32) {
	s := w.states[i]
	v := &visit{walker: w, at: i, s: s, f: w.p.Funcs[s.fn], own: w.p.ownSlots(s.fn), typed: w.p.received(s.fn)}
	for f := s.fn; f >= 0; f = w.p.Funcs[f].Parent {
		v.pools |= w.p.ownSlots(f).pools
	}
	if w.lost {
		v.visitLost()
		return
	}
	if w.p.Own(s.fn) {
		v.acquisitions()
		v.again()
		v.points()
		v.outerCalls()
		v.sends()
		v.leaks()
	} else if s.held {
		v.acquisitions()
	}
	for ei := range v.f.Out {
		v.follow(&v.f.Out[ei])
	}
}

type visit struct {
	*walker
	at    int32
	s     heldState
	f     *Func
	own   own
	typed summary.Slots // parameters that are sessions by their type
	pools summary.Slots // pools that the declaration makes
}

// held is the session that is held where the flow says that held is, and
// whether there is one.
func (v *visit) held(held summary.Slots) (Hold, bool) {
	if live := held & v.own.sessions; live != 0 {
		return v.p.holdOf(v.s.fn, live), true
	}
	return v.s.hold, v.still(held)
}

// still reports whether what the caller held is held here: a session that the
// function was given may have been ended by it.
func (v *visit) still(held summary.Slots) bool {
	if !v.s.held {
		return false
	}
	if typed := v.s.mask & v.typed; typed != 0 {
		return held&typed != 0
	}
	return v.s.mask == 0 || held&v.s.mask != 0
}

// joined reports whether a handle is bound to a session that is there.
func (v *visit) joined(handle summary.Slots) bool {
	return handle&(v.s.mask|v.own.sessions|v.own.wide|v.pools|v.s.made) != 0
}

func (v *visit) acquisitions() {
	sum := v.f.Sum
	for i := range sum.Acqs {
		a := &sum.Acqs[i]
		if a.Kind == catalog.Pool || a.Kind == catalog.Conn || a.Nested || a.Mode != summary.Sync || a.Guard != summary.NoGuard || v.f.never.acq(int32(i)) {
			continue
		}
		if a.Use&summary.UseReturned != 0 && !a.Auto || a.Absent&v.s.mask != 0 || v.joined(a.Handle) || v.fromPool(a.On) {
			continue
		}
		if h, ok := v.held(a.Held); ok && v.sameStore(h, v.p.Str(v.s.fn, a.Store)) {
			v.found(Hazard{Kind: TakesSecond, Symbol: v.p.Str(v.s.fn, a.Symbol), Res: a.Kind, Place: v.place(a.Pos), Hold: h}, a.Absent, nil)
		}
	}
	for _, d := range v.f.Acquire {
		c := &sum.Calls[d.Call]
		if d.Kind == catalog.Pool || d.Kind == catalog.Conn || c.Mode != summary.Sync || c.Guard != summary.NoGuard {
			continue
		}
		if c.Use&summary.UseReturned != 0 || c.Absent&v.s.mask != 0 || v.fromPool(c.On) || v.given(c) && !v.ignored(d, c) {
			continue
		}
		if h, ok := v.held(c.Held); ok && v.sameStore(h, catalog.Store(v.inner(d))) {
			v.found(Hazard{Kind: TakesSecond, Symbol: d.Symbol, Res: d.Kind, Place: v.place(c.Pos), Hold: h}, c.Absent, nil)
		}
	}
}

// again looks for what is taken on each turn of a loop, and kept.
func (v *visit) again() {
	for i := range v.f.Sum.Slots {
		sl := &v.f.Sum.Slots[i]
		if sl.Flags&summary.SlotKept == 0 || sl.Flags&summary.SlotOuter != 0 || v.own.sessions&(1<<sl.Bit) == 0 || v.p.PassedToEnd(v.s.fn, sl.Origin) {
			continue
		}
		h := v.p.slotHold(v.s.fn, sl)
		v.found(Hazard{Kind: TakesSecond, Symbol: h.Symbol, Res: h.Kind, Place: h.Place, Hold: h, Again: true}, 0, nil)
	}
}

// recursive reports whether plain calls lead from the function to itself.
func (v *visit) recursive() bool {
	for st := &v.states[v.at]; st.from >= 0 && st.edge.Via == ViaStatic; {
		st = &v.states[st.from]
		if st.fn == v.s.fn {
			return true
		}
	}
	return false
}

func (v *visit) inner(d Derived) string {
	if d.Inner.Func < 0 {
		return d.Symbol
	}
	return v.p.Str(d.Inner.Func, v.p.Funcs[d.Inner.Func].Sum.Acqs[d.Inner.Acq].Symbol)
}

// fromPool: taken from a pool that is made here, which is reported itself.
func (v *visit) fromPool(o summary.Origin) bool {
	k := v.p.KindOf(v.s.fn, o)
	return k == catalog.Pool || k == catalog.Conn
}

// given reports whether a call receives the session that is held, or something
// bound to it.
func (v *visit) given(c *summary.Call) bool {
	for _, g := range c.Gives {
		if g.Slots&(v.s.mask|v.own.sessions) != 0 || g.Known {
			return true
		}
	}
	return false
}

// ignored reports whether all that a helper is given of what is held is a context,
// in which neither it nor what it calls looks for a session.
//
// Have: ctx, tx, err := tenantTx(ctx, db); …; ctx, tx, err := tenantTx(ctx, r.db)
func (v *visit) ignored(d Derived, c *summary.Call) bool {
	for _, g := range c.Gives {
		if g.Known || g.Slots&(v.s.mask|v.own.sessions) != 0 && !g.Ctx {
			return false
		}
	}
	f := v.p.Lookup(d.Symbol)
	return f >= 0 && d.Inner.Func >= 0 && !v.p.readsContext(f, map[int32]bool{})
}

func (p *Program) readsContext(f int32, seen map[int32]bool) bool {
	if seen[f] {
		return false
	}
	seen[f] = true
	if p.Funcs[f].Sum.Flags&summary.ReadsContext != 0 {
		return true
	}
	for _, e := range p.Funcs[f].Out {
		if p.readsContext(e.To, seen) {
			return true
		}
	}
	return false
}

// sameStore: a session of one kind of database does not compete with another.
func (v *visit) sameStore(h Hold, store string) bool {
	if h.Rows || h.Kind == catalog.Conn {
		return false
	}
	return h.Kind == catalog.NoKind || store == "" || catalog.Store(h.Symbol) == store || v.ownSymbol(h.Symbol)
}

// ownSymbol: a helper of the program; what it talks to is not in its name.
func (v *visit) ownSymbol(symbol string) bool { return v.p.Lookup(symbol) >= 0 }

func (v *visit) points() {
	for i := range v.f.Sum.Points {
		pt := &v.f.Sum.Points[i]
		if pt.Absent&v.s.mask != 0 || pt.Mode == summary.Defer {
			continue
		}
		if v.generated() && (pt.Kind == summary.StreamSend || pt.Kind == summary.Wait) {
			continue
		}
		h, ok := v.held(pt.Held)
		z := Hazard{Symbol: v.p.Str(v.s.fn, pt.Symbol), Place: v.place(pt.Pos), Hold: h}
		switch pt.Kind {
		case summary.PoolQuery:
			if !ok || v.joined(pt.Handle) || !v.sameStore(h, v.p.Str(v.s.fn, pt.Store)) {
				continue
			}
			z.Kind = QueriesPool
		case summary.StreamSend:
			if !ok {
				z.Hold, ok = v.wide(pt.Held)
			}
			z.Kind = SendsToStream
		case summary.Wait:
			if ok = ok && holdsTx(h) && !v.joined(pt.Handle); !ok {
				continue
			}
			z.Kind = Waits
		case summary.Outlive:
			live := pt.Handle & pt.Held & (v.own.sessions | v.own.lazy | v.s.mask&v.typed)
			if live == 0 {
				continue
			}
			z.Kind, ok = Outlives, true
			z.Hold = v.p.holdOf(v.s.fn, live)
		}
		if ok {
			v.found(z, 0, pt)
		}
	}
}

// generated reports whether nobody wrote the function. The place is the call of it.
//
// Have: func (x *feedWatchServer) Send(m *Item) error { return x.ServerStream.SendMsg(m) }
func (v *visit) generated() bool { return v.f.Sum.Flags&summary.IsGenerated != 0 }

func (v *visit) place(pos summary.Pos) Place { return Place{v.f.Unit, pos} }

// found notes a hazard. One that exists only because a parameter is absent is the
// doing of the caller that had a session and did not pass it.
func (v *visit) found(z Hazard, absent summary.Slots, pt *summary.Point) {
	z.Func = v.s.fn
	z.Entry, z.Chain, z.Library = v.chain()
	switch {
	case !v.p.Own(v.s.fn):
		if left, _ := v.leave(&z); !left {
			return
		}
	case z.Kind == QueriesPool && v.generated():
		if _, joins := v.leave(&z); joins {
			return
		}
	case absent != 0:
		v.drop(&z)
	case z.Kind == TakesSecond && v.atHelperCall(&z), z.Kind == QueriesPool && v.atPoolCall(&z):
	}
	if z.Kind == TakesSecond && z.Place == z.Hold.Place && !z.Again && !v.recursive() {
		return // a wrapper that the call graph leads into itself: next may be any handler
	}
	k := hazardKey{z.Kind, z.Place}
	if v.walker.found[k] {
		return
	}
	v.walker.found[k] = true
	v.fix(&z, pt)
	v.hazards = append(v.hazards, z)
}

// leave moves a hazard in third-party or generated code to the call that leaves
// what people here wrote. A call that is given the session joins it.
func (v *visit) leave(z *Hazard) (left, joins bool) {
	for st, i := &v.states[v.at], len(z.Chain)-1; st.from >= 0; i-- {
		e := st.edge
		st = &v.states[st.from]
		f := v.p.Funcs[st.fn]
		if !v.p.Own(st.fn) || f.Sum.Flags&summary.IsGenerated != 0 {
			continue
		}
		c := &f.Sum.Calls[e.Call]
		own := v.p.ownSlots(st.fn).sessions
		for _, g := range c.Gives {
			if g.Slots&(st.mask|own) != 0 || g.Known {
				return false, true
			}
		}
		z.Symbol = v.p.Funcs[e.To].ID
		z.Func, z.Place, z.Chain = st.fn, Place{f.Unit, c.Pos}, z.Chain[:i]
		return true, false
	}
	return false, false
}

// drop moves a hazard to the last call on its chain that could have passed the
// session on.
func (v *visit) drop(z *Hazard) {
	for st, i := &v.states[v.at], len(z.Chain)-1; st.from >= 0; i-- {
		e := st.edge
		st = &v.states[st.from]
		f := v.p.Funcs[st.fn]
		c := &f.Sum.Calls[e.Call]
		if c.Held&(v.p.ownSlots(st.fn).sessions|st.mask) == 0 || !v.p.Own(st.fn) {
			continue
		}
		z.Dropped, z.Callee = true, v.p.Funcs[e.To].ID
		z.Func, z.Place, z.Chain = st.fn, Place{f.Unit, c.Pos}, z.Chain[:i]
		return
	}
}

// chain goes back over the calling states to where execution begins.
func (v *visit) chain() (EntryPoint, []Hop, bool) {
	hops := []Hop{{Func: v.s.fn}}
	st := &v.states[v.at]
	for st.from >= 0 {
		e := st.edge
		st = &v.states[st.from]
		hops = append(hops, Hop{Func: st.fn, Edge: e})
	}
	for i, j := 0, len(hops)-1; i < j; i, j = i+1, j-1 {
		hops[i], hops[j] = hops[j], hops[i]
	}
	if st.entry < 0 {
		f := v.p.Funcs[st.fn]
		return EntryPoint{Func: st.fn, Kind: catalog.Request, Framework: "exported", Pos: Place{f.Unit, f.Sum.Pos}}, hops, true
	}
	return v.p.Entries[st.entry], hops, false
}

// follow goes on to a callee.
func (v *visit) follow(e *Edge) {
	c := &v.f.Sum.Calls[e.Call]
	if e.Guard || v.apart(e.To) || v.s.held && c.Absent&v.s.mask != 0 || !v.p.passes(e, v.s.by) {
		return
	}
	if v.walker.found[hazardKey{QueriesPool, v.place(c.Pos)}] {
		return // what implements the query that is reported: a pool that logs, in the program's own type
	}
	next := heldState{heldKey: heldKey{fn: e.To}, from: v.at, edge: e, entry: v.s.entry}
	bound := c.Held & (v.s.mask | v.own.sessions)
	if v.notThat(e, c, bound) {
		return
	}
	switch {
	case e.Go || c.Later:
	case c.Mode == summary.Defer:
		next.hold, next.held = v.s.hold, v.still(c.Held)
		bound &= v.s.mask
	default:
		next.hold, next.held = v.held(c.Held)
	}
	if !e.Go && !c.Later {
		v.hand(e, c, bound, &next)
		v.widen(e, c, &next)
	}
	if next.held && e.Via == ViaDynamic && v.fanOut(e.Call) > maxFanOut {
		return
	}
	if next.held && v.entries[e.To] && !v.entries[next.hold.Func] {
		return // only middleware holds something around a handler; a hook list does not call one
	}
	if _, known := v.around[e.To]; next.held && v.entries[e.To] && !known {
		v.around[e.To] = next.hold
	}
	v.push(next)
}

// widen passes rows and dialled connections on. What is handed to the callee
// may be ended by it.
func (v *visit) widen(e *Edge, c *summary.Call, next *heldState) {
	if c.Mode == summary.Sync {
		held := c.Held
		for _, g := range c.Gives {
			held &^= g.Slots & v.own.wide
		}
		next.wideHold, next.wide = v.wide(held)
	}
	if e.Back > 0 && v.p.backs[e.Back-1].wide {
		next.wideHold, next.wide = v.p.backs[e.Back-1].wideHold, true
	}
	if next.wide && (v.entries[e.To] || e.Via == ViaDynamic && v.fanOut(e.Call) > maxFanOut) {
		next.wide = false
	}
}

// maxFanOut is how many functions a call of a function value may go to for a path
// to be followed through it while something is held: a list of hooks that takes any
// function says nothing of which one runs.
const maxFanOut = 16

func (v *visit) fanOut(call int32) int {
	n := 0
	for i := range v.f.Out {
		if v.f.Out[i].Call == call {
			n++
		}
	}
	return n
}

func isMethod(id string) bool { return strings.HasPrefix(id, "(") }
