package link

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/sessionlint/sessionlint/analyzer/catalog"
	"github.com/sessionlint/sessionlint/analyzer/summary"
)

// entries collects the entry points: functions by shape, functions and
// methods that arrive at a registration, main and init.
func (s *solver) entries() {
	found, called := map[entryKey]EntryPoint{}, map[entryKey]EntryPoint{}
	for fi := range s.p.Funcs {
		switch {
		case !s.live[fi]:
		case s.onlyCalled(int32(fi)):
			s.shapeEntry(int32(fi), called)
		default:
			s.shapeEntry(int32(fi), found)
		}
	}
	for _, e := range s.entryRefs {
		s.registered(e, found)
	}
	s.p.setEntries(found)
	if len(called) > 0 {
		// A helper that is passed the framework's context is no handler, unless
		// it is one in a part of the program that nothing else leads to.
		r := s.p.ReachFrom(func(e EntryPoint) bool { return e.Kind != catalog.Test })
		for k, e := range called {
			if r.Level[k.fn] == Unreached {
				offer(found, e)
			}
		}
		s.p.setEntries(found)
	}
	s.markStreams()
}

func (p *Program) setEntries(found map[entryKey]EntryPoint) {
	p.Entries = slices.Collect(maps.Values(found))
	slices.SortFunc(p.Entries, func(a, b EntryPoint) int {
		return cmp.Or(cmp.Compare(a.Func, b.Func), cmp.Compare(a.Kind, b.Kind))
	})
}

// onlyCalled reports whether a function that looks like a handler is called by
// own code and never handed to anybody:
//
//	func create(c *gin.Context) error
//
//	r.POST("/orders", func(c *gin.Context) { err := create(c) … })
func (s *solver) onlyCalled(fi int32) bool {
	return s.byShape(fi) && slices.ContainsFunc(s.p.Funcs[fi].In, func(in InEdge) bool {
		g := s.p.Funcs[in.From]
		return s.p.Own(in.From) && g.Sum.Flags&(summary.IsGenerated|summary.IsTest) == 0
	})
}

// byShape reports whether a function looks like a handler and is never handed to anybody.
func (s *solver) byShape(fi int32) bool {
	f := s.p.Funcs[fi]
	if f.Sum.Shape != catalog.Request && f.Sum.Shape != catalog.Stream || f.Parent >= 0 {
		return false
	}
	for _, k := range [...]objKind{objFunc, objBound, objOnce} {
		if _, ok := s.objIx[object{k, f.ID}]; ok {
			return false
		}
	}
	return true
}

// doubtful reports whether a function that looks like a handler may be called
// by a package that is missing here.
func (s *solver) doubtful(fi int32) bool {
	return s.part && s.p.Funcs[fi].Sum.Flags&summary.IsExported != 0 && s.byShape(fi)
}

type entryKey struct {
	fn   int32
	kind catalog.EntryKind
}

// offer keeps, of several ways to an entry, the one that tells most: with a
// route, and of those the smallest, so that the choice does not depend on order.
func offer(found map[entryKey]EntryPoint, e EntryPoint) {
	k := entryKey{e.Func, e.Kind}
	old, ok := found[k]
	if !ok || old.Route == "" && e.Route != "" || e.Route != "" && e.Route < old.Route {
		if ok && e.Framework == "" {
			e.Framework = old.Framework
		}
		e.Routes = withRoute(old, e.Route)
		e.Doubtful = e.Doubtful && (old.Doubtful || !ok)
		found[k] = e
		return
	}
	old.Routes = withRoute(old, e.Route)
	old.Doubtful = old.Doubtful && e.Doubtful
	found[k] = old
}

// withRoute is the routes of an entry point that has one more.
func withRoute(e EntryPoint, route string) []string {
	all := e.Routes
	if all == nil && e.Route != "" {
		all = []string{e.Route}
	}
	i, known := slices.BinarySearch(all, route)
	if route == "" || known {
		return e.Routes
	}
	if all = slices.Insert(slices.Clone(all), i, route); len(all) == 1 {
		return nil
	}
	return all
}

func (s *solver) shapeEntry(fi int32, found map[entryKey]EntryPoint) {
	f := s.p.Funcs[fi]
	sum := f.Sum
	kind := sum.Shape
	switch {
	case sum.Flags&summary.IsTest != 0:
		kind = catalog.Test
	case sum.Flags&(summary.IsMain|summary.IsInit) != 0:
		kind = catalog.Startup
	}
	if sum.Enters != catalog.NoEntry && s.p.Own(fi) && sum.Flags&summary.IsTest == 0 {
		offer(found, EntryPoint{Func: fi, Kind: sum.Enters, Framework: "declared", Pos: Place{f.Unit, sum.Pos}})
		if onPath(kind) && onPath(sum.Enters) {
			return // a handler by its type: the directive says of what
		}
	}
	if kind == catalog.NoEntry || !s.p.Own(fi) && kind != catalog.Startup {
		return
	}
	offer(found, EntryPoint{
		Func: fi, Kind: kind, Framework: s.p.Str(fi, sum.Framework), Pos: Place{f.Unit, sum.Pos}, Doubtful: s.doubtful(fi),
	})
}

// registered turns what arrives at a registration into entry points.
func (s *solver) registered(ref entryRef, found map[entryKey]EntryPoint) {
	u := ref.unit
	sum := s.p.Units[u].Summary
	e := &sum.Entries[ref.entry]
	if in := s.p.Lookup(sum.Strings[e.In]); in >= 0 && s.p.Funcs[in].Sum.Flags&summary.IsTest != 0 && e.Kind != catalog.Test {
		return // a test's own wiring says nothing of the program
	}
	ep := EntryPoint{Kind: e.Kind, Framework: sum.Strings[e.Framework], Route: sum.Strings[e.Route], Pos: Place{u, e.Pos}, By: sum.Strings[e.Type]}
	for _, oi := range s.pts[ref.node] {
		o := s.objs[oi]
		switch {
		case o.kind == objType:
			s.registeredObject(u, e, o.sym, ep, found)
		case o.kind == objUnknown:
		case e.Role == catalog.Middleware:
			s.registeredResult(o.sym, ep, found)
		default:
			s.offerFunc(o.sym, ep, found)
		}
	}
}

func (s *solver) offerFunc(id string, ep EntryPoint, found map[entryKey]EntryPoint) {
	fi, ok := s.find(id)
	if !ok || s.p.Funcs[fi].Sum.Flags&summary.IsTest != 0 {
		return
	}
	if s.p.Funcs[fi].Sum.Flags&summary.IsMethodValue == 0 {
		s.offerBody(fi, ep, found)
		return
	}
	for _, t := range s.behind(fi) {
		s.offerBody(t, ep, found)
	}
}

// behind are the methods behind a method value of an interface, which may be put
// into that interface again.
//
// Have: r.HandleFunc("/products", h.Get) with an interface h: each Get is the handler,
// and: h = log(h.ServeHTTP)
func (s *solver) behind(value int32) []int32 {
	var out []int32
	seen := map[int32]bool{value: true}
	for work := []int32{value}; len(work) > 0; work = work[1:] {
		for _, si := range s.siteOf[work[0]] {
			for _, t := range s.sites[si].targets {
				switch {
				case seen[t.fn]:
				case s.p.Funcs[t.fn].Sum.Flags&summary.IsMethodValue != 0:
					work = append(work, t.fn)
				case s.p.Funcs[t.fn].Sum.Flags&summary.IsTest == 0:
					out = append(out, t.fn)
				}
				seen[t.fn] = true
			}
		}
	}
	return out
}

// offerBody offers a function that has a body of its own as an entry point.
func (s *solver) offerBody(fi int32, ep EntryPoint, found map[entryKey]EntryPoint) {
	ep.Func = fi
	if ep.Pos.Pos.Line == 0 {
		ep.Pos = Place{s.p.Funcs[fi].Unit, s.p.Funcs[fi].Sum.Pos}
	}
	if ep.By != "" && !s.p.Own(fi) {
		return
	}
	// A handler that is a stream by its own type stays one wherever it is registered.
	if s.p.Funcs[fi].Sum.Shape == catalog.Stream && ep.Kind == catalog.Request {
		ep.Kind = catalog.Stream
	}
	offer(found, ep)
}

// registeredResult follows a middleware: what it returns is the handler.
func (s *solver) registeredResult(id string, ep EntryPoint, found map[entryKey]EntryPoint) {
	fi, ok := s.find(id)
	if !ok {
		return
	}
	n := s.result(fi, 0)
	if n < 0 {
		return
	}
	for _, oi := range s.pts[n] {
		switch o := s.objs[oi]; o.kind {
		case objFunc, objBound, objOnce:
			s.offerFunc(o.sym, ep, found)
		case objType:
			if m, ok := s.methods(o.sym)["ServeHTTP"]; ok {
				s.offerFunc(m.fn, ep, found)
			}
		}
	}
}

func (s *solver) registeredObject(u int32, e *summary.Entry, typ string, ep EntryPoint, found map[entryKey]EntryPoint) {
	ms := s.methods(typ)
	if len(e.Methods) == 0 {
		for key, m := range ms {
			if !strings.Contains(key, ".") && m.fn != "" { // exported
				s.offerFunc(m.fn, ep, found)
			}
		}
		return
	}
	for i, name := range e.Methods {
		m, ok := ms[s.p.Units[u].Summary.Strings[name]]
		if !ok || m.fn == "" {
			continue
		}
		one := ep
		if len(e.Kinds) > 0 {
			one.Kind = e.Kinds[i]
		}
		s.offerFunc(m.fn, one, found)
	}
}

// markStreams makes a request a stream when its handler, a closure in it, or a
// function that these call directly does what only streams do. Further down it
// says nothing of the handler: a log hook may push to somebody else's stream.
func (s *solver) markStreams() {
	for i := range s.p.Entries {
		if e := &s.p.Entries[i]; e.Kind == catalog.Request && s.streams(e.Func, 2) {
			e.Kind = catalog.Stream
		}
	}
}

func (s *solver) streams(f int32, depth int) bool {
	if s.p.Funcs[f].Sum.Flags&summary.IsStream != 0 {
		return true
	}
	if depth == 0 {
		return false
	}
	for _, e := range s.p.Funcs[f].Out {
		if (e.Via == ViaStatic || e.Via == ViaCallback || e.Via == ViaDefer) && s.streams(e.To, depth-1) {
			return true
		}
	}
	return false
}
