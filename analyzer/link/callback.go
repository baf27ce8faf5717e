package link

import (
	"sort"

	"github.com/sessionlint/sessionlint/analyzer/summary"
)

// rank is how a function calls one of its parameters, the most telling way
// first: directly, in a goroutine, behind a guard.
type rank uint8

const (
	callsNot rank = iota
	callsGuardedGo
	callsGuarded
	callsGo
	callsSync
)

func rankOf(goes, guarded bool) rank {
	switch {
	case guarded && goes:
		return callsGuardedGo
	case guarded:
		return callsGuarded
	case goes:
		return callsGo
	}
	return callsSync
}

func (r rank) goes() bool    { return r == callsGo || r == callsGuardedGo }
func (r rank) guarded() bool { return r == callsGuarded || r == callsGuardedGo }

// through is how a parameter is called when it is passed on to a function
// that calls it with rank r, by a call of the given mode.
func (r rank) through(c *summary.Call) rank {
	return rankOf(r.goes() || c.Mode == summary.Go, r.guarded() || guarded(c))
}

func guarded(c *summary.Call) bool {
	return c.Guard != summary.NoGuard || c.Once == summary.RunsOnce
}

// paramCalls finds out which parameters a function calls, directly or through
// helpers, so that a callback runs on behalf of the call that passes it and
// not of every caller of the helper.
func (s *solver) paramCalls() {
	s.calls = make([][]rank, len(s.p.Funcs))
	for changed := true; changed; {
		changed = false
		for si := range s.sites {
			changed = s.paramCallsOf(s.sites[si]) || changed
		}
	}
}

func (s *solver) paramCallsOf(st *site) bool {
	changed := false
	if st.c.Kind == summary.Dynamic && st.c.RecvParam.Func != 0 {
		changed = s.raise(st, st.c.RecvParam, rankOf(st.c.Mode == summary.Go, guarded(st.c)))
	}
	for i := range st.c.Args {
		a := &st.c.Args[i]
		if a.Param.Func == 0 || a.Iface != 0 {
			continue
		}
		best := callsNot
		if len(st.targets) == 0 && st.c.Once != summary.MakesOnce {
			best = callsSync.through(st.c) // an unanalysed callee calls it
		}
		for _, t := range st.targets {
			if r := s.calledParam(t, a); r != callsNot {
				best = max(best, r.through(st.c))
			}
		}
		if best != callsNot {
			changed = s.raise(st, a.Param, best) || changed
		}
	}
	return changed
}

func (s *solver) calledParam(t target, a *summary.Arg) rank {
	i := int(a.Index) + int(t.shift)
	if c := s.calls[t.fn]; i >= 0 && i < len(c) {
		return c[i]
	}
	return callsNot
}

func (s *solver) raise(st *site, p summary.Param, r rank) bool {
	fi, ok := s.find(s.p.Str(st.fn, p.Func))
	if !ok {
		return false
	}
	c := &s.calls[fi]
	for len(*c) <= int(p.Index) {
		*c = append(*c, callsNot)
	}
	if (*c)[p.Index] >= r {
		return false
	}
	(*c)[p.Index] = r
	return true
}

// edges turns resolved calls into the call graph.
func (s *solver) edges() {
	for fi := range s.p.Funcs {
		f := s.p.Funcs[fi]
		for _, si := range s.siteOf[fi] {
			f.Out = append(f.Out, s.siteEdges(s.sites[si])...)
		}
	}
	for fi := range s.p.Funcs {
		for ei, e := range s.p.Funcs[fi].Out {
			s.p.Funcs[e.To].In = append(s.p.Funcs[e.To].In, InEdge{int32(fi), int32(ei), e.Go, e.Guard})
		}
	}
}

func (s *solver) siteEdges(st *site) []Edge {
	if s.p.Funcs[st.fn].never.call(st.call) {
		return nil
	}
	var out []Edge
	goes, guard := st.c.Mode == summary.Go, st.c.Guard != summary.NoGuard || s.fillsUnset(st) || s.renews(st)
	bound := st.c.Kind == summary.Dynamic && st.c.RecvParam.Func != 0
	if !bound {
		via := [...]Via{summary.Static: ViaStatic, summary.Invoke: ViaInterface, summary.Dynamic: ViaDynamic}[st.c.Kind]
		for _, t := range st.targets {
			e := newEdge(t.fn, st, via, goes, guard || t.once)
			e.Shift = t.shift
			out = append(out, e)
		}
	}
	for _, t := range st.backs {
		out = append(out, newEdge(t.fn, st, ViaCallback, goes, guard || t.once))
	}
	for _, t := range st.targets {
		for i := range st.c.Args {
			a := &st.c.Args[i]
			if r := s.calledParam(t, a); r != callsNot && a.Param.Func == 0 {
				out = append(out, s.boundEdges(st, a, r, guard)...)
			}
		}
	}
	for i := range out {
		out[i].Guard = out[i].Guard || s.p.Funcs[out[i].To].Sum.Flags&summary.IsShared != 0
	}
	sort.SliceStable(out, func(i, j int) bool {
		a, b := out[i], out[j]
		if a.To != b.To {
			return a.To < b.To
		}
		return a.weight() < b.weight()
	})
	dedup := out[:0]
	for i, e := range out {
		if i == 0 || e != out[i-1] {
			dedup = append(dedup, e)
		}
	}
	return dedup
}

func (e Edge) weight() int {
	w := int(e.Via)
	if e.Go {
		w += 16
	}
	if e.Guard {
		w += 32
	}
	return w
}

// boundEdges are the functions that arrive at an argument which the callee calls.
func (s *solver) boundEdges(st *site, a *summary.Arg, r rank, guard bool) []Edge {
	var out []Edge
	for _, oi := range s.pts[s.node(st.fn, a.Node)] {
		o := s.objs[oi]
		if o.kind != objFunc && o.kind != objBound && o.kind != objOnce {
			continue
		}
		if fi, ok := s.find(o.sym); ok {
			goes := r.goes() || st.c.Mode == summary.Go
			e := newEdge(fi, st, ViaCallback, goes, guard || r.guarded() || o.kind == objOnce)
			if o.kind == objBound {
				e.Shift = 1
			}
			out = append(out, e)
		}
	}
	return out
}

// fillsUnset reports whether a call stands where a variable or field is known
// to be unset, and the callee sets it: if db == nil { connect() }.
func (s *solver) fillsUnset(st *site) bool {
	if st.c.Unset == 0 {
		return false
	}
	place := s.p.Str(st.fn, st.c.Unset)
	for _, t := range st.targets {
		if s.fills(t.fn, place, 3) {
			return true
		}
	}
	return false
}

func (s *solver) fills(fi int32, place string, depth int) bool {
	f := s.p.Funcs[fi]
	for _, x := range f.Sum.Fills {
		if s.p.Str(fi, x) == place {
			return true
		}
	}
	if depth == 0 {
		return false
	}
	for _, si := range s.siteOf[fi] {
		if s.sites[si].c.Kind != summary.Static {
			continue
		}
		for _, t := range s.sites[si].targets {
			if s.fills(t.fn, place, depth-1) {
				return true
			}
		}
	}
	return false
}

func newEdge(to int32, st *site, via Via, goes, guard bool) Edge {
	switch {
	case guard:
		via = ViaOnce
	case goes:
		via = ViaGo
	case st.c.Mode == summary.Defer:
		via = ViaDefer
	}
	return Edge{To: to, Call: st.call, Via: via, Go: goes, Guard: guard}
}
