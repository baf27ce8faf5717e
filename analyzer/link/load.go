package link

import (
	"slices"

	"github.com/sessionlint/sessionlint/analyzer/catalog"
	"github.com/sessionlint/sessionlint/analyzer/summary"
)

// load turns the units into nodes, functions, constraints and call sites.
func (s *solver) load() {
	s.base = make([][]int32, len(s.p.Units))
	s.reserve()
	for u := range s.p.Units {
		s.loadNodes(int32(u))
		s.loadFuncs(int32(u))
		s.loadTypes(int32(u))
	}
	s.linkParents()
	n := len(s.p.Funcs)
	s.params, s.results, s.live = make([][]int32, n), make([][]int32, n), make([]bool, n)
	s.siteOf, s.inst = make([][]int32, n), make([]*instance, n)
	for fi := range s.p.Funcs {
		s.loadSites(int32(fi))
	}
	for u := range s.p.Units {
		sum := s.p.Units[u].Summary
		for i := range sum.Entries {
			e := &sum.Entries[i]
			id := sum.Strings[e.In]
			s.entriesIn[id] = append(s.entriesIn[id], entryRef{unit: int32(u), entry: int32(i)})
			ref := entryRef{unit: int32(u), entry: int32(i), node: s.base[u][e.Node-1]}
			s.watchEntry(ref)
			if e.Iface {
				s.entryIfaces = append(s.entryIfaces, ref)
			}
		}
	}
}

// reserve makes room at once for what the units have.
func (s *solver) reserve() {
	nodes, funcs := 0, 0
	for u := range s.p.Units {
		nodes += len(s.p.Units[u].Summary.Nodes)
		funcs += len(s.p.Units[u].Summary.Funcs)
	}
	s.succ, s.pts = slices.Grow(s.succ, nodes), slices.Grow(s.pts, nodes)
	s.waiting, s.passing, s.entering = slices.Grow(s.waiting, nodes), slices.Grow(s.passing, nodes), slices.Grow(s.entering, nodes)
	s.p.Funcs = slices.Grow(s.p.Funcs, funcs)
}

func (s *solver) loadNodes(u int32) {
	p := s.p.Units[u].Summary
	s.base[u] = make([]int32, len(p.Nodes))
	for i, n := range p.Nodes {
		if n == 0 {
			s.base[u][i] = s.fresh()
		} else {
			s.base[u][i] = s.named(p.Strings[n])
		}
	}
}

func (s *solver) loadFuncs(u int32) {
	p := s.p.Units[u].Summary
	for i := range p.Funcs {
		f := &p.Funcs[i]
		id := p.Strings[f.ID]
		if _, dup := s.p.index[id]; dup {
			continue // the same function in two variants of a package
		}
		s.p.index[id] = int32(len(s.p.Funcs))
		s.p.Funcs = append(s.p.Funcs, &Func{ID: id, Unit: u, Sum: f, Parent: -1})
	}
}

func (s *solver) linkParents() {
	for i := range s.p.Funcs {
		f := s.p.Funcs[i]
		if f.Sum.Flags&summary.IsClosure == 0 {
			continue
		}
		f.Parent = s.p.Lookup(s.p.Units[f.Unit].Summary.Strings[f.Sum.Parent])
	}
}

func (s *solver) loadTypes(u int32) {
	p := s.p.Units[u].Summary
	for _, t := range p.Types {
		name := p.Strings[t.Name]
		if s.types[name] != nil {
			continue
		}
		ms := make(map[string]method, len(t.Methods))
		for _, m := range t.Methods {
			r := method{sig: m.Sig, fn: p.Strings[m.Func], acquire: m.Acquire, auto: m.Auto, sends: m.Sends, queries: m.Queries, waits: m.Waits}
			if m.Field != 0 && m.Acquire == catalog.NoKind {
				r.field = p.Strings[p.Nodes[m.Field-1]]
			}
			ms[p.Strings[m.Key]] = r
		}
		s.types[name] = ms
	}
	for _, t := range p.Ifaces {
		name := p.Strings[t.Name]
		if s.ifaces[name] != nil {
			continue
		}
		i := &iface{own: t.Own}
		for _, m := range t.Keys {
			i.keys = append(i.keys, p.Strings[m.Key])
			i.sigs = append(i.sigs, m.Sig)
		}
		s.ifaces[name] = i
	}
	for _, a := range p.Acquirers {
		s.acquirers[p.Strings[a.Symbol]] = acquired{p.Strings[a.Symbol], a.Kind, a.Auto}
	}
}

func (s *solver) loadSites(fi int32) {
	f := s.p.Funcs[fi]
	for ci := range f.Sum.Calls {
		c := &f.Sum.Calls[ci]
		st := &site{fn: fi, unit: f.Unit, call: int32(ci), c: c, recv: -1}
		if c.Recv != 0 {
			st.recv = s.node(fi, c.Recv)
		}
		s.siteOf[fi] = append(s.siteOf[fi], int32(len(s.sites)))
		s.sites = append(s.sites, st)
	}
}
