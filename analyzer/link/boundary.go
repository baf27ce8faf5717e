package link

import "github.com/sessionlint/sessionlint/analyzer/summary"

// boundary models a call into code whose bodies are not part of the program
// (the standard library, pruned and catalogued packages):
//
//  1. a function argument is called there, on behalf of the caller;
//  2. so may be the methods of an interface argument's interface;
//  3. a result may be any argument of its class, or what a function argument
//     returns (backoff.Retry, sync.OnceValue);
//  4. the parameters of a callback, and results that nothing explains, are
//     values from nowhere.
func (s *solver) boundary(si int32, callee string) {
	st := s.sites[si]
	for i := range st.c.Args {
		a := &st.c.Args[i]
		n := s.node(st.fn, a.Node)
		for j := range st.c.Results {
			r := &st.c.Results[j]
			// A function that is handed in does not come back as an interface.
			if st.c.Once == summary.NotOnce && (a.Iface != 0 || r.Iface == 0) {
				s.flow(n, s.node(st.fn, r.Node))
			}
		}
		cb := callback{site: si, arg: int32(i)}
		if a.Iface != 0 && !st.c.Catalogued {
			if f := s.ifaces[s.str(si, a.Iface)]; f != nil {
				cb.keys = f.keys
			}
		}
		s.passing[n] = append(s.passing[n], cb)
		for k := 0; k < len(s.pts[n]); k++ {
			s.arrive(cb, s.pts[n][k])
		}
	}
	if len(st.c.Args) == 0 {
		u := s.object(objUnknown, "")
		for i := range st.c.Results {
			s.add(s.node(st.fn, st.c.Results[i].Node), u)
		}
	}
}

// arrive handles an object at an argument of an unanalysed callee.
func (s *solver) arrive(cb callback, oi int32) {
	o := s.objs[oi]
	switch o.kind {
	case objFunc, objBound, objOnce:
		s.arriveFunc(cb, o)
	case objType:
		for _, key := range cb.keys {
			if m, ok := s.methods(o.sym)[key]; ok && m.fn != "" && m.acquire == 0 {
				s.callBack(cb, m.fn, false)
			}
		}
	}
}

func (s *solver) arriveFunc(cb callback, o object) {
	st := s.sites[cb.site]
	fi, ok := s.find(o.sym)
	if !ok {
		return
	}
	for i := range st.c.Results {
		for k := range 3 {
			if n := s.result(fi, k); n >= 0 {
				s.flow(n, s.node(st.fn, st.c.Results[i].Node))
			}
		}
	}
	if st.c.Once == summary.MakesOnce {
		s.p.Funcs[fi].Once = true
		for i := range st.c.Results {
			s.add(s.node(st.fn, st.c.Results[i].Node), s.object(objOnce, o.sym))
		}
		return
	}
	if st.c.Args[cb.arg].Param.Func != 0 {
		// Have: return pgx.BeginFunc(ctx, s.pool, fn): a parameter that is handed on
		// is bound where its function is called.
		s.run(fi)
		s.unknownParams(fi)
		return
	}
	s.callBack(cb, o.sym, o.kind == objOnce)
}

func (s *solver) callBack(cb callback, id string, once bool) {
	fi, ok := s.find(id)
	if !ok {
		return
	}
	s.run(fi)
	st := s.sites[cb.site]
	t := target{fn: fi, once: once || st.c.Once == summary.RunsOnce}
	for _, x := range st.backs {
		if x == t {
			return
		}
	}
	st.backs = append(st.backs, t)
	s.unknownParams(fi)
}
