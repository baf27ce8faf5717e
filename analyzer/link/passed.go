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
// passed. passers are the calls that do so. A caller may have been passed the
// value itself:
//
//	func report(s source) { log(describe(s)) }
type passers []passer

type passer struct {
	call
	given passers // the calls that pass it to the caller, when that hands on what it was given
}

// call is an edge by where it stands.
type call struct {
	fn   int32
	edge int32 // index into the function's Out
}

// cameDepth is how many calls are looked back. What a function further back was
// passed counts as passed always.
const cameDepth = 3

// Came is how a function was entered: by which call, and by which its caller,
// where that decides what is called.
type Came [cameDepth]*Edge

func (c Came) by(e *Edge) Came { return Came{e, c[0], c[1]} }

// restrict finds the edges that are only taken when the function is called by
// some of its callers.
func (s *solver) restrict() {
	s.callers = make([][]call, len(s.p.Funcs))
	for fi, f := range s.p.Funcs {
		for ei, e := range f.Out {
			s.callers[e.To] = append(s.callers[e.To], call{int32(fi), int32(ei)})
		}
	}
	for fi := range s.p.Funcs {
		if len(s.callers[fi]) == 0 {
			continue
		}
		for _, si := range s.siteOf[fi] {
			st := s.sites[si]
			if st.c.Kind == summary.Invoke && len(st.targets) > 0 && len(s.pts[st.recv]) > 1 && s.ownParam(st, st.c.RecvParam) {
				types, ok := s.typesByTarget(st)
				s.restrictSite(st, st.c.RecvParam.Index, types, ok)
			}
			if len(st.backs) > 1 {
				s.restrictBacks(st)
			}
		}
	}
}

// restrictBacks is for interfaces that go on to code which is not analysed and
// calls their methods: sqlx.Get(q, &user, query) with a parameter q.
func (s *solver) restrictBacks(st *site) {
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
	s.restrictSite(st, uint8(max(param, 0)), types, param >= 0)
}

// ownParam reports whether a value is a parameter of the function in which the
// call stands, not of one around it.
func (s *solver) ownParam(st *site, p summary.Param) bool {
	return p.Func != 0 && s.p.Str(st.fn, p.Func) == s.p.Funcs[st.fn].ID
}

func (s *solver) restrictSite(st *site, param uint8, types map[int32][]int32, ok bool) {
	out := s.p.Funcs[st.fn].Out
	for ei := range out {
		e := &out[ei]
		if !ok || e.Call != st.call || types[e.To] == nil {
			continue
		}
		pass, always := s.passersOf(st.fn, param, types[e.To], cameDepth)
		if always || len(pass) == 0 {
			continue
		}
		s.p.passers = append(s.p.passers, pass)
		e.Passed = int32(len(s.p.passers))
		s.depend(st.fn, pass)
	}
}

// passersOf are the calls of a function that may pass one of the types as a
// parameter, and whether all do, however their callers were called.
func (s *solver) passersOf(fi int32, param uint8, types []int32, depth int) (pass passers, always bool) {
	always = true
	for _, c := range s.callers[fi] {
		if !s.passes(c, param, types) {
			always = false
			continue
		}
		x := passer{call: c}
		if q, ok := s.handsOn(c, param); ok && depth > 1 && len(s.callers[c.fn]) > 0 {
			given, all := s.passersOf(c.fn, q, types, depth-1)
			if !all {
				always = false
				if x.given = given; len(given) == 0 {
					continue // nobody passes it on by this call
				}
			}
		}
		pass = append(pass, x)
	}
	return pass, always
}

// handsOn is the caller's own parameter that a call passes as it came.
func (s *solver) handsOn(c call, param uint8) (uint8, bool) {
	f := s.p.Funcs[c.fn]
	e := f.Out[c.edge]
	if e.Via == ViaCallback || f.Parent >= 0 {
		return 0, false
	}
	for i := range f.Sum.Calls[e.Call].Args {
		a := &f.Sum.Calls[e.Call].Args[i]
		if int(a.Index)+int(e.Shift) == int(param) && a.Param.Func != 0 && s.p.Str(c.fn, a.Param.Func) == f.ID {
			return a.Param.Index, true
		}
	}
	return 0, false
}

// depend notes the functions of which it matters how they were entered.
func (s *solver) depend(fi int32, pass passers) {
	s.p.Funcs[fi].depends = true
	for _, x := range pass {
		if x.given != nil {
			s.depend(x.fn, x.given)
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
// far as reached says, and by which calls, the nearest first. root: the search
// begins at f.
func (p *Program) taken(e *Edge, root bool, reached func(call) bool) (by []call, ok bool) {
	if e.Passed == 0 || root {
		return nil, true
	}
	return p.passers[e.Passed-1].reached(reached)
}

func (ps passers) reached(reached func(call) bool) (by []call, ok bool) {
	for _, x := range ps {
		if !reached(x.call) {
			continue
		}
		if x.given == nil {
			return []call{x.call}, true
		}
		if more, ok := x.given.reached(reached); ok {
			return append([]call{x.call}, more...), true
		}
	}
	return nil, false
}

// passes reports whether a function that was entered so may go on by an edge.
func (p *Program) passes(e *Edge, by Came) bool {
	return e.Passed == 0 || p.passed(p.passers[e.Passed-1], by[:])
}

// passed: nothing is known of what came before execution began, or too long ago.
func (p *Program) passed(ps passers, by []*Edge) bool {
	if len(by) == 0 || by[0] == nil {
		return true
	}
	return slices.ContainsFunc(ps, func(x passer) bool {
		return &p.Funcs[x.fn].Out[x.edge] == by[0] && (x.given == nil || p.passed(x.given, by[1:]))
	})
}

// At is a function as it was entered: by any call, or, where it decides what the
// function calls, by some (see Edge.Passed).
type At struct {
	Func int32
	by   Came
}

// Next follows an edge of the function. It fails where the edge is not taken
// when the function is entered so.
func (p *Program) Next(a At, e *Edge) (At, bool) {
	if !p.passes(e, a.by) {
		return At{}, false
	}
	next := At{Func: e.To}
	if p.Funcs[e.To].depends {
		next.by = a.by.by(e)
	}
	return next, true
}
