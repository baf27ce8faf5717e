package link

import "github.com/sessionlint/sessionlint/analyzer/summary"

// Unresolved is a call of which the program does not show what it calls.
type Unresolved struct {
	Func, Call int32
	Kind       summary.CallKind // Invoke: no type is converted to the interface; Dynamic: no function arrives
	Symbol     string           // of an interface method, "pkg.I.M"; "" of a function value
}

// unresolved collects the calls of own code that runs and of which nothing is
// known to be called. Values that unanalysed code hands out do not count
// (context.WithCancel's function): what they run is no part of the program.
func (s *solver) unresolved() {
	foreign := s.foreignNodes()
	for fi := range s.p.Funcs {
		if !s.live[fi] || !s.p.Own(int32(fi)) {
			continue
		}
		for _, si := range s.siteOf[fi] {
			st := s.sites[si]
			if st.c.Kind == summary.Static || st.c.Kind == summary.Dynamic && st.c.RecvParam.Func != 0 || s.leads(st) {
				continue
			}
			u := Unresolved{Func: st.fn, Call: st.call, Kind: st.c.Kind}
			if st.c.Kind == summary.Invoke {
				name := s.str(si, st.c.Iface)
				if i := s.ifaces[name]; i == nil || !i.own {
					continue
				}
				u.Symbol = name + "." + s.str(si, st.c.Symbol)
			} else if foreign[st.recv] {
				continue
			}
			s.p.Blind = append(s.p.Blind, u)
		}
	}
}

// leads reports whether anything is known to be called, even if it is code that
// is not analysed.
func (s *solver) leads(st *site) bool {
	if len(st.targets)+len(st.backs)+len(st.acquire) > 0 || st.recv < 0 {
		return true
	}
	for _, oi := range s.pts[st.recv] {
		if s.objs[oi].kind != objUnknown {
			return true
		}
	}
	return false
}

// foreignNodes are the nodes at which values arrive that unanalysed code
// returned.
func (s *solver) foreignNodes() []bool {
	var work []int32
	for _, st := range s.sites {
		if st.c.Kind == summary.Dynamic || len(st.targets) > 0 || !s.live[st.fn] {
			continue
		}
		for i := range st.c.Results {
			work = append(work, s.node(st.fn, st.c.Results[i].Node))
		}
	}
	seen := make([]bool, len(s.succ))
	for len(work) > 0 {
		n := work[len(work)-1]
		work = work[:len(work)-1]
		if seen[n] {
			continue
		}
		seen[n] = true
		work = append(work, s.succ[n]...)
	}
	return seen
}
