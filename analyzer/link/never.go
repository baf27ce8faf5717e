package link

import "github.com/sessionlint/sessionlint/analyzer/summary"

// never is what does not run in a function, because a function that is asked before
// always says the same: indexes of calls and acquisitions. It is nearly always empty.
type never struct{ calls, acqs []bool }

func (n *never) call(i int32) bool { return n.calls != nil && n.calls[i] }
func (n *never) acq(i int32) bool  { return n.acqs != nil && n.acqs[i] }

// Never reports whether an acquisition stands behind a condition that never holds.
func (p *Program) Never(r Ref) bool { return p.Funcs[r.Func].never.acq(r.Acq) }

// conditions finds what never runs.
func (s *solver) conditions() {
	for fi, f := range s.p.Funcs {
		for i := range f.Sum.Calls {
			if s.fails(int32(fi), f.Sum.Calls[i].When) {
				if f.never.calls == nil {
					f.never.calls = make([]bool, len(f.Sum.Calls))
				}
				f.never.calls[i] = true
			}
		}
		for i := range f.Sum.Acqs {
			if s.fails(int32(fi), f.Sum.Acqs[i].When) {
				if f.never.acqs == nil {
					f.never.acqs = make([]bool, len(f.Sum.Acqs))
				}
				f.never.acqs[i] = true
			}
		}
	}
}

// fails reports whether one of the conditions never holds.
func (s *solver) fails(fi int32, conditions []summary.When) bool {
	for _, w := range conditions {
		if always, known := s.always(s.sites[s.siteOf[fi][w.Call-1]]); known && always != w.True {
			return true
		}
	}
	return false
}

// always is what a call always returns. Of an interface that counts only if all
// implementations are there: in a library another package may bring one.
func (s *solver) always(st *site) (value, known bool) {
	var flags summary.FuncFlag
	for _, t := range st.targets {
		is := s.p.Funcs[t.fn].Sum.Flags & (summary.IsTrue | summary.IsFalse)
		if is == 0 {
			return false, false
		}
		flags |= is
	}
	if len(st.targets) == 0 || flags == summary.IsTrue|summary.IsFalse || len(st.acquire) > 0 {
		return false, false
	}
	if st.c.Kind != summary.Static {
		if s.library || st.recv < 0 {
			return false, false
		}
		for _, oi := range s.pts[st.recv] {
			if s.objs[oi].kind == objUnknown {
				return false, false
			}
		}
	}
	return flags == summary.IsTrue, true
}
