package link

import (
	"github.com/sessionlint/sessionlint/analyzer/catalog"
	"github.com/sessionlint/sessionlint/analyzer/summary"
)

// poolCall is a call of an interface method that comes to a method of a pool:
//
//	type Store interface { Get(dest any, query string, args ...any) error }
//	type store struct{ *sqlx.DB } // Get is promoted
type poolCall struct {
	call   int32
	symbol string
}

// poolCalls notes those calls. Where a transaction may be behind the interface as
// well, what is called depends on the path, and on that says the flow of values only.
func (s *solver) poolCalls() {
	for _, st := range s.sites {
		if f := s.p.Funcs[st.fn]; st.queries != "" && st.c.Mode == summary.Sync && !f.never.call(st.call) && !s.maybeTx(st) {
			f.queries = append(f.queries, poolCall{st.call, st.queries})
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

// poolCalls looks for those that are made while something is held.
func (v *visit) poolCalls() {
	for _, q := range v.f.queries {
		c := &v.f.Sum.Calls[q.call]
		var handle summary.Slots
		for _, g := range c.Gives {
			if g.Arg == 0 {
				handle = g.Slots
			}
		}
		h, ok := v.held(c.Held)
		if !ok || c.Later || c.Absent&v.s.mask != 0 || v.joined(handle) || !v.sameStore(h, catalog.Store(q.symbol)) {
			continue
		}
		v.found(Hazard{Kind: QueriesPool, Symbol: q.symbol, Place: v.place(c.Pos), Hold: h}, c.Absent, nil)
	}
}
