package link

import "github.com/sessionlint/sessionlint/analyzer/summary"

// One function often takes an interface and calls a method of it, and start-up
// code passes another type than handlers do:
//
//	func describe(s source) string { … s.size() … }
//
//	describe(dump{dsn})  // main: size opens a pool
//	describe(rows{db})   // handler: size asks the one it has
//
// Such a call goes to the method of a type only on paths on which that type is
// passed. passers are the calls that do so.
type passers []call

// call is an edge by where it stands.
type call struct {
	fn   int32
	edge int32 // index into the function's Out
}

// restrict finds the edges that are only taken when the function is called by
// some of its callers. It looks one call back: what a caller was passed itself
// counts as passed always.
func (s *solver) restrict() {
	callers := make([][]call, len(s.p.Funcs))
	for fi, f := range s.p.Funcs {
		for ei, e := range f.Out {
			callers[e.To] = append(callers[e.To], call{int32(fi), int32(ei)})
		}
	}
	for fi := range s.p.Funcs {
		for _, si := range s.siteOf[fi] {
			st := s.sites[si]
			if st.c.Kind == summary.Invoke && len(st.targets) > 1 && len(callers[fi]) > 1 && s.ownParam(st) {
				s.restrictSite(st, callers[fi])
			}
		}
	}
}

// ownParam reports whether a call's receiver is a parameter of the function in
// which it stands, not of one around it.
func (s *solver) ownParam(st *site) bool {
	return st.c.RecvParam.Func != 0 && s.p.Str(st.fn, st.c.RecvParam.Func) == s.p.Funcs[st.fn].ID
}

func (s *solver) restrictSite(st *site, callers []call) {
	types, ok := s.typesByTarget(st)
	if !ok {
		return
	}
	out := s.p.Funcs[st.fn].Out
	for ei := range out {
		e := &out[ei]
		if e.Call != st.call || e.Via == ViaCallback {
			continue
		}
		var pass passers
		for _, c := range callers {
			if s.passes(c, st.c.RecvParam.Index, types[e.To]) {
				pass = append(pass, c)
			}
		}
		if len(pass) > 0 && len(pass) < len(callers) {
			s.p.passers = append(s.p.passers, pass)
			e.Passed = int32(len(s.p.passers))
		}
	}
}

// typesByTarget says for which types a call goes to which function. It fails
// when something else than types arrives.
func (s *solver) typesByTarget(st *site) (map[int32][]int32, bool) {
	types := map[int32][]int32{}
	for _, oi := range s.pts[s.node(st.fn, st.c.Recv)] {
		o := s.objs[oi]
		if o.kind != objType {
			return nil, false
		}
		m, ok := s.methods(o.sym)[s.p.Str(st.fn, st.c.Symbol)]
		if !ok || m.field != "" {
			return nil, false
		}
		if fi, ok := s.find(m.fn); ok {
			types[fi] = append(types[fi], oi)
		}
	}
	return types, true
}

// passes reports whether a call may pass one of the types as a parameter.
func (s *solver) passes(c call, param uint8, types []int32) bool {
	f := s.p.Funcs[c.fn]
	e := f.Out[c.edge]
	if e.Via == ViaCallback {
		return true
	}
	for i := range f.Sum.Calls[e.Call].Args {
		a := &f.Sum.Calls[e.Call].Args[i]
		if int(a.Index)+int(e.Shift) != int(param) {
			continue
		}
		n := s.node(c.fn, a.Node)
		for _, o := range types {
			if _, ok := s.has[pair{n, o}]; ok {
				return true
			}
		}
		return false
	}
	return true
}

// taken reports whether an edge is taken on some path of a search that came as
// far as reached says, and by which caller. root: the search begins at f.
func (p *Program) taken(e *Edge, root bool, reached func(call) bool) (by *call, ok bool) {
	if e.Passed == 0 || root {
		return nil, true
	}
	pass := p.passers[e.Passed-1]
	for i := range pass {
		if reached(pass[i]) {
			return &pass[i], true
		}
	}
	return nil, false
}
