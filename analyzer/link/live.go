package link

import (
	"strings"

	"github.com/sessionlint/sessionlint/analyzer/catalog"
	"github.com/sessionlint/sessionlint/analyzer/summary"
)

// Only code that may run has an effect: a constructor that nobody calls wires
// nothing. Functions become live from the program's roots, as calls resolve.

// roots starts what runs without being called by the program.
func (s *solver) roots(o Options) {
	s.library, s.part = o.Library, o.Part
	for fi := range s.p.Funcs {
		f := s.p.Funcs[fi]
		switch fl := f.Sum.Flags; {
		case fl&summary.IsTest != 0 && !o.Tests:
		case fl&(summary.IsMain|summary.IsInit|summary.IsTest) != 0,
			(f.Sum.Shape != catalog.NoEntry || f.Sum.Enters != catalog.NoEntry) && s.p.Own(int32(fi)) && f.Parent < 0,
			s.p.Own(int32(fi)) && fl&summary.IsDecoder != 0,
			o.Library && s.p.Own(int32(fi)) && fl&summary.IsExported != 0:
			s.run(int32(fi))
		}
	}
}

// run makes a function live: its values flow, its calls are resolved.
func (s *solver) run(fi int32) {
	if s.live[fi] {
		return
	}
	s.live[fi] = true
	f := s.p.Funcs[fi]
	s.values(fi, f.Sum.Flows, f.Sum.Sources)
	for _, si := range s.siteOf[fi] {
		st := s.sites[si]
		if st.c.Kind == summary.Static {
			s.connect(si, s.str(si, st.c.Symbol), 0, false)
		} else if st.recv >= 0 {
			s.wait(st.recv, si)
		}
	}
}

func (s *solver) values(fi int32, flows []summary.Flow, sources []summary.Source) {
	for _, f := range flows {
		s.flow(s.node(fi, f.From), s.node(fi, f.To))
	}
	for _, src := range sources {
		sym := s.p.Str(fi, src.Symbol)
		if src.Kind == summary.ConcreteType {
			s.convert(sym)
		}
		if src.Kind == summary.FuncValue {
			s.handlerValue(sym)
		}
		s.add(s.node(fi, src.Node), s.object(objKind(src.Kind), sym))
	}
}

// handlerValue makes a handler that live code makes live: whoever it is handed
// to, its type says what it is for. In a library any function value may reach
// somebody who calls it.
func (s *solver) handlerValue(id string) {
	fi, ok := s.find(id)
	if ok && s.p.Own(fi) && (s.library || s.p.Funcs[fi].Sum.Shape != catalog.NoEntry) {
		s.run(fi)
	}
}

// entryRef is a registration; result means that the function which arrives is
// what a registered middleware returned.
type entryRef struct {
	unit, entry int32
	node        int32
	result      bool
}

// watchEntry starts a registration.
func (s *solver) watchEntry(e entryRef) {
	s.entryRefs = append(s.entryRefs, e)
	s.watch(e.node, e)
}

func (s *solver) watch(n int32, e entryRef) {
	s.entering[n] = append(s.entering[n], e)
	for i := 0; i < len(s.pts[n]); i++ {
		s.enter(e, s.pts[n][i])
	}
}

// enter makes what arrives at a registration live.
func (s *solver) enter(e entryRef, oi int32) {
	o := s.objs[oi]
	entry := &s.p.Units[e.unit].Summary.Entries[e.entry]
	switch {
	case o.kind == objUnknown:
	case o.kind == objType:
		for key, m := range s.methods(o.sym) {
			if s.enters(e, entry, key) {
				s.runID(m.fn)
			}
		}
	case entry.Role == catalog.Middleware && !e.result:
		fi := s.runID(o.sym)
		if fi < 0 {
			return
		}
		if n := s.result(fi, 0); n >= 0 {
			s.watch(n, entryRef{e.unit, e.entry, n, true})
		}
	default:
		if fi := s.runID(o.sym); fi >= 0 {
			s.unknownParams(fi)
		}
	}
}

// unknownParams says that a function is called with values from nowhere.
func (s *solver) unknownParams(fi int32) {
	u := s.object(objUnknown, "")
	for i := range 8 {
		if n := s.param(fi, i); n >= 0 {
			s.add(n, u)
		}
	}
}

// enters reports whether a registration makes the method of an object an entry point.
func (s *solver) enters(e entryRef, entry *summary.Entry, key string) bool {
	if e.result {
		return key == "ServeHTTP"
	}
	if len(entry.Methods) == 0 {
		return !strings.Contains(key, ".") // exported
	}
	for _, m := range entry.Methods {
		if s.p.Units[e.unit].Summary.Strings[m] == key {
			return true
		}
	}
	return false
}

func (s *solver) runID(id string) int32 {
	fi, ok := s.find(id)
	if !ok {
		return -1
	}
	s.run(fi)
	return fi
}
