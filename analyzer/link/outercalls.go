package link

import (
	"github.com/sessionlint/sessionlint/analyzer/catalog"
	"github.com/sessionlint/sessionlint/analyzer/summary"
)

// outerCall is a call of an interface method that comes to a method of a library:
// of a pool, or of what is waited for.
//
//	type Store interface { Get(dest any, query string, args ...any) error }
//	type store struct{ *sqlx.DB } // Get is promoted
//
//	type Doer interface { Do(*http.Request) (*http.Response, error) } // *http.Client
type outerCall struct {
	call   int32
	symbol string
}

// outerCalls notes those calls. Where a transaction may be behind the interface of
// a pool as well, what is called depends on the path, and on that says the flow of
// values only.
func (s *solver) outerCalls() {
	for _, st := range s.sites {
		f := s.p.Funcs[st.fn]
		if st.c.Mode != summary.Sync || f.never.call(st.call) {
			continue
		}
		if st.queries != "" && !s.maybeTx(st) {
			f.queries = append(f.queries, outerCall{st.call, st.queries})
		}
		if st.waits != "" {
			f.waits = append(f.waits, outerCall{st.call, st.waits})
		}
	}
}

func (s *solver) maybeTx(st *site) bool {
	if st.recv < 0 {
		return true
	}
	for _, oi := range s.pts[st.recv] {
		o := s.objs[oi]
		if o.kind != objType {
			return true
		}
		ms := s.methods(o.sym)
		if _, commits := ms["Commit"]; commits {
			if _, undoes := ms["Rollback"]; undoes {
				return true
			}
		}
	}
	return false
}

// outerCalls looks for those that are made while something is held.
func (v *visit) outerCalls() {
	for _, q := range v.f.queries {
		c := &v.f.Sum.Calls[q.call]
		h, ok := v.heldAt(c)
		if !ok || v.joined(receiver(c)) || !v.sameStore(h, catalog.Store(q.symbol)) {
			continue
		}
		v.found(Hazard{Kind: QueriesPool, Symbol: q.symbol, Place: v.place(c.Pos), Hold: h}, c.Absent, nil)
	}
	for _, q := range v.f.waits {
		c := &v.f.Sum.Calls[q.call]
		if h, ok := v.heldAt(c); ok && holdsTx(h) && !v.given(c) && !v.generated() {
			v.found(Hazard{Kind: Waits, Symbol: q.symbol, Place: v.place(c.Pos), Hold: h}, 0, nil)
		}
	}
}

func (v *visit) heldAt(c *summary.Call) (Hold, bool) {
	h, ok := v.held(c.Held)
	return h, ok && !c.Later && c.Absent&v.s.mask == 0
}

// receiver is what a call is made on.
func receiver(c *summary.Call) summary.Slots {
	for _, g := range c.Gives {
		if g.Arg == 0 {
			return g.Slots
		}
	}
	return 0
}

// holdsTx: waiting while rows or a dialled connection are held is no matter of transactions.
func holdsTx(h Hold) bool {
	return h.Kind == catalog.Tx || h.Kind == catalog.Checkout || h.Kind == catalog.NoKind
}
