package link

import (
	"github.com/sessionlint/sessionlint/analyzer/catalog"
	"github.com/sessionlint/sessionlint/analyzer/summary"
)

// fixOf is the fix of a kind that a function has for a place, when the session
// it needs is among those that are held there.
func (p *Program) fixOf(fi int32, k summary.FixKind, at summary.Pos, held summary.Slots) *summary.Fix {
	fixes := p.Funcs[fi].Sum.Fixes
	for i := range fixes {
		if x := &fixes[i]; x.Kind == k && x.At == at && x.Slots&held != 0 {
			return x
		}
	}
	return nil
}

// fix looks for a change by which a hazard would go: at its place, or at the
// last call on the way to it that could have passed the session on.
func (v *visit) fix(z *Hazard, pt *summary.Point) {
	if pt != nil && z.Kind == QueriesPool {
		if x := v.p.fixOf(v.s.fn, summary.FixHandle, pt.Pos, pt.Held&(v.s.mask|v.own.sessions)); x != nil {
			z.Fix, z.Fixed = x, v.s.fn
			return
		}
	}
	if z.Kind != TakesSecond && z.Kind != QueriesPool {
		return
	}
	for st := &v.states[v.at]; st.from >= 0; {
		e := st.edge
		st = &v.states[st.from]
		c := &v.p.Funcs[st.fn].Sum.Calls[e.Call]
		held := c.Held & (st.mask | v.p.ownSlots(st.fn).sessions)
		if held == 0 || e.Go || c.Later {
			continue
		}
		x := v.p.fixOf(st.fn, summary.FixTwin, c.Pos, held)
		if x != nil && v.p.Own(st.fn) && !v.twinReaches(st.fn, x, v.s.fn) {
			z.Fix, z.Fixed = x, st.fn
			return
		}
	}
}

// twinReaches: a twin that comes to the same place, or takes a session itself,
// is no way around. One that nobody calls yet has no edges: its calls are read.
func (v *visit) twinReaches(fi int32, x *summary.Fix, to int32) bool {
	if x.Twin == 0 {
		return false
	}
	from := v.p.Lookup(v.p.Str(fi, x.Twin))
	if from < 0 {
		return true // nothing is known of it
	}
	seen := map[int32]bool{from: true}
	work := []int32{from}
	add := func(f int32) {
		if f >= 0 && !seen[f] {
			seen[f] = true
			work = append(work, f)
		}
	}
	for len(work) > 0 {
		f := work[len(work)-1]
		work = work[:len(work)-1]
		if f == to || v.takes(f) {
			return true
		}
		for i := range v.p.Funcs[f].Out {
			add(v.p.Funcs[f].Out[i].To)
		}
		for i := range v.p.Funcs[f].Sum.Calls {
			if c := &v.p.Funcs[f].Sum.Calls[i]; c.Kind == summary.Static {
				add(v.p.Lookup(v.p.Str(f, c.Symbol)))
			}
		}
	}
	return false
}

// takes reports whether a function takes a session whatever it is given.
func (v *visit) takes(f int32) bool {
	for i := range v.p.Funcs[f].Sum.Acqs {
		if a := &v.p.Funcs[f].Sum.Acqs[i]; !a.Nested && a.Absent == 0 && a.Kind >= catalog.Session {
			return true
		}
	}
	return false
}
