package link

import (
	"strings"

	"github.com/sessionlint/sessionlint/analyzer/summary"
)

// A begin helper takes a session, calls back what it is given and ends the session.
// Who calls it while a session is held takes a second one, and that call is what a
// person would change, not the line in the helper, which all others use as well:
//
//	return s.inTx(ctx, func(tx *sql.Tx) error {
//		return s.inTx(ctx, s.touch)
//	})

// helps reports whether a function, or the one around a closure, calls one of its
// parameters while it holds what is taken at a place in taker.
func (p *Program) helps(fi, taker int32, at Place) bool {
	for _, h := range p.helpers[p.Declaration(fi)] {
		if h.Place == at || p.Declaration(h.Func) == p.Declaration(taker) {
			return true
		}
	}
	return false
}

// helperCall is the call by which a state came to a begin helper, or to the first of
// several that are stacked: each such call is looked at on its own.
func (w *walker) helperCall(s *heldState) *Edge {
	if w.p.Funcs[s.fn].Sum.Flags&summary.IsOfPool != 0 {
		return s.edge
	}
	if len(w.p.helpers[w.p.Declaration(s.fn)]) == 0 {
		return nil
	}
	if from := &w.states[s.from]; from.by[0] != nil && len(w.p.helpers[w.p.Declaration(from.fn)]) > 0 {
		return from.by[0]
	}
	return s.edge
}

// atHelperCall moves a second session in a begin helper to the call of the helper.
func (v *visit) atHelperCall(z *Hazard) bool {
	taker, at := z.Func, z.Place
	st, i := &v.states[v.at], len(z.Chain)-1
	for v.p.helps(st.fn, taker, at) {
		if st.from < 0 || !st.held || st.hold.Place != z.Hold.Place {
			return false
		}
		e := st.edge
		st, i = &v.states[st.from], i-1
		if v.p.helps(st.fn, taker, at) {
			continue
		}
		if !v.p.Own(st.fn) || at == z.Hold.Place && !v.calledBack(st, at) {
			return false
		}
		f := v.p.Funcs[st.fn]
		z.Func, z.Place, z.Chain = st.fn, Place{f.Unit, f.Sum.Calls[e.Call].Pos}, z.Chain[:i+1]
		z.Symbol = v.p.Funcs[e.To].ID
		return true
	}
	return false
}

// calledBack reports whether the session that is held in a state is the helper's own,
// by a callback that leads here without a call of just any function.
func (v *visit) calledBack(st *heldState, at Place) bool {
	for ; st.from >= 0; st = &v.states[st.from] {
		e := st.edge
		if e.Via == ViaCallback && e.Back > 0 && v.p.backs[e.Back-1].hold.Place == at {
			return true
		}
		if e.Via == ViaDynamic {
			return false
		}
	}
	return false
}

// atPoolCall moves a query in a method that a pool of the program's own overrides, to
// time or log it, to the call of the method:
//
//	func (db *loggedDB) Query(q string, args ...any) (*sql.Rows, error) { …; return db.DB.Query(q, args...) }
func (v *visit) atPoolCall(z *Hazard) bool {
	st := &v.states[v.at]
	if v.f.Sum.Flags&summary.IsOfPool == 0 || methodName(v.f.ID) != methodName(z.Symbol) || st.from < 0 || !st.held || st.hold.Place != z.Hold.Place {
		return false
	}
	e := st.edge
	st = &v.states[st.from]
	if !v.p.Own(st.fn) {
		return false
	}
	f := v.p.Funcs[st.fn]
	z.Func, z.Place, z.Chain = st.fn, Place{f.Unit, f.Sum.Calls[e.Call].Pos}, z.Chain[:len(z.Chain)-1]
	z.Symbol = v.p.Funcs[e.To].ID
	return true
}

func methodName(id string) string { return id[strings.LastIndexByte(id, '.')+1:] }

// notThat reports whether a call does not go to a method of a pool: what it is made on,
// or hands over, is bound to the session that is held.
//
//	type loggedDB struct{ *sqlx.DB }
//	type loggedTx struct{ *sqlx.Tx }
//
//	func load(q sqlx.Queryer) error { return sqlx.Get(q, …) } // load(loggedTx{tx})
func (v *visit) notThat(e *Edge, c *summary.Call, bound summary.Slots) bool {
	if v.p.Funcs[e.To].Sum.Flags&summary.IsOfPool == 0 || e.Via != ViaInterface && e.Via != ViaCallback {
		return false
	}
	for _, g := range c.Gives {
		if g.Slots&bound != 0 && (e.Via == ViaCallback && g.Arg != 255 || int(g.Arg)+int(e.Shift) == 0) {
			return true
		}
	}
	return false
}
