package link

import (
	"slices"

	"github.com/sessionlint/sessionlint/analyzer/summary"
)

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
		if len(callers[fi]) < 2 {
			continue
		}
		for _, si := range s.siteOf[fi] {
			st := s.sites[si]
			if st.c.Kind == summary.Invoke && len(st.targets) > 0 && len(s.pts[st.recv]) > 1 && s.ownParam(st, st.c.RecvParam) {
				types, ok := s.typesByTarget(st)
				s.restrictSite(st, st.c.RecvParam.Index, types, ok, callers[fi])
			}
			if len(st.backs) > 1 {
				s.restrictBacks(st, callers[fi])
			}
		}
	}
}

// restrictBacks is for interfaces that go on to code which is not analysed and
// calls their methods: sqlx.Get(q, &user, query) with a parameter q.
func (s *solver) restrictBacks(st *site, callers []call) {
	param := -1
	types := map[int32][]int32{}
	for i := range st.c.Args {
		a := &st.c.Args[i]
		f := s.ifaces[s.p.Str(st.fn, a.Iface)]
		if a.Iface == 0 || f == nil {
			continue
		}
		if param >= 0 || !s.ownParam(st, a.Param) {
			return // what comes back may come from somewhere else
		}
		param = int(a.Param.Index)
		for _, oi := range s.pts[s.node(st.fn, a.Node)] {
			o := s.objs[oi]
			if o.kind != objType {
				return
			}
			for _, key := range f.keys {
				if m, ok := s.methods(o.sym)[key]; ok {
					if fi, ok := s.find(m.fn); ok {
						types[fi] = append(types[fi], oi)
					}
				}
			}
		}
	}
	s.restrictSite(st, uint8(max(param, 0)), types, param >= 0, callers)
}

// ownParam reports whether a value is a parameter of the function in which the
// call stands, not of one around it.
func (s *solver) ownParam(st *site, p summary.Param) bool {
	return p.Func != 0 && s.p.Str(st.fn, p.Func) == s.p.Funcs[st.fn].ID
}

func (s *solver) restrictSite(st *site, param uint8, types map[int32][]int32, ok bool, callers []call) {
	out := s.p.Funcs[st.fn].Out
	for ei := range out {
		e := &out[ei]
		if !ok || e.Call != st.call || types[e.To] == nil {
			continue
		}
		var pass passers
		for _, c := range callers {
			if s.passes(c, param, types[e.To]) {
				pass = append(pass, c)
			}
		}
		if len(pass) > 0 && len(pass) < len(callers) {
			s.p.passers = append(s.p.passers, pass)
			e.Passed = int32(len(s.p.passers))
			s.p.Funcs[st.fn].depends = true
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

// passes reports whether a function that was called by one edge may go on by
// another one. by is nil where execution begins.
func (p *Program) passes(e, by *Edge) bool {
	if e.Passed == 0 || by == nil {
		return true
	}
	return slices.ContainsFunc(p.passers[e.Passed-1], func(c call) bool { return &p.Funcs[c.fn].Out[c.edge] == by })
}

// At is a function as it was entered: by any call, or, where it decides what the
// function calls, by one call (see Edge.Passed).
type At struct {
	Func int32
	by   *Edge
}

// Next follows an edge of the function. It fails where the edge is not taken
// when the function is entered so.
func (p *Program) Next(a At, e *Edge) (At, bool) {
	if !p.passes(e, a.by) {
		return At{}, false
	}
	next := At{Func: e.To}
	if p.Funcs[e.To].depends {
		next.by = e
	}
	return next, true
}
