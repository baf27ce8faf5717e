package link

import (
	"github.com/sessionlint/sessionlint/analyzer/catalog"
	"github.com/sessionlint/sessionlint/analyzer/summary"
)

// solver computes which functions and concrete types can be at which node
// (subset constraints, solved with a worklist) and resolves calls while doing
// so. Its result does not depend on the order of work.
type solver struct {
	p     *Program
	names map[string]int32 // named nodes
	succ  [][]int32
	pts   [][]int32 // objects at a node
	has   map[pair]struct{}
	edge  map[pair]struct{}
	work  []pair // node, object

	objs  []object
	objIx map[object]int32

	base        [][]int32 // per unit: summary node -> node
	sites       []*site
	inst        []*instance           // per function: of which generic function it is an instance
	decls       map[string]*instance  // instances of declarations, by ID
	entriesIn   map[string][]entryRef // registrations by the function in which they stand
	entryRefs   []entryRef            // all registrations, with the nodes of their instances
	entryIfaces []entryRef            // those of interfaces that are declared to be handlers
	siteOf      [][]int32             // per function: its calls' sites
	waiting     [][]int32             // per node: sites that dispatch on it
	passing     [][]callback
	done        map[pair]struct{} // (site, object) resolved
	params      [][]int32         // per function: nodes of its parameters, -1 unknown, -2 none
	results     [][]int32

	types     map[string]map[string]method
	ifaces    map[string]*iface
	acquirers map[string]acquired // catalogued acquisitions used as values
	converted []string            // types that live code converts to some interface
	isConv    map[string]bool
	anywhere  []int32      // sites that dispatch on a value from nowhere
	live      []bool       // per function: it may run
	library   bool         // anything exported may be called from outside
	part      bool         // packages that import these ones are missing
	entering  [][]entryRef // per node: registrations of what arrives there
	calls     [][]rank     // per function: how it calls its parameters
	callers   [][]call     // per function: the edges to it
}

type pair struct{ a, b int32 }

type objKind uint8

const (
	objFunc objKind = iota
	objBound
	objType
	objUnknown
	objStream
	objOnce // a function that runs once behind the value (sync.OnceValue)
)

type object struct {
	kind objKind
	sym  string
}

// site is one call.
type site struct {
	fn      int32
	unit    int32
	call    int32
	c       *summary.Call
	recv    int32
	targets []target
	backs   []target // called by the unanalysed callee
	acquire []acquired
	sends   string // what is called by it that sends to a stream, or ""
	queries string // what is called by it that queries a pool, or ""
	waits   string // what is called by it that waits for something else, or ""
}

type target struct {
	fn    int32
	shift int8 // parameter index = argument index + shift
	once  bool
}

type acquired struct {
	symbol string
	kind   catalog.Kind
	auto   bool
}

// callback waits for functions to arrive at an argument of an unanalysed callee.
type callback struct {
	site int32
	arg  int32
	keys []string // of the argument's interface; nil for a function
}

type method struct {
	sig     uint32
	fn      string
	field   string // node of the embedded interface that it is promoted from, or ""
	acquire catalog.Kind
	auto    bool
	sends   bool
	queries bool
	waits   bool
}

type iface struct {
	keys []string
	sigs []uint32
	own  bool
}

func newSolver(p *Program) *solver {
	return &solver{
		p: p, names: map[string]int32{}, has: map[pair]struct{}{}, edge: map[pair]struct{}{},
		objIx: map[object]int32{}, done: map[pair]struct{}{},
		types: map[string]map[string]method{}, ifaces: map[string]*iface{}, isConv: map[string]bool{},
		acquirers: map[string]acquired{}, decls: map[string]*instance{}, entriesIn: map[string][]entryRef{},
	}
}

func (s *solver) fresh() int32 {
	s.succ = append(s.succ, nil)
	s.pts = append(s.pts, nil)
	s.waiting = append(s.waiting, nil)
	s.passing = append(s.passing, nil)
	s.entering = append(s.entering, nil)
	return int32(len(s.succ) - 1)
}

func (s *solver) named(name string) int32 {
	n, ok := s.names[name]
	if !ok {
		n = s.fresh()
		s.names[name] = n
	}
	return n
}

func (s *solver) object(k objKind, sym string) int32 {
	o := object{k, sym}
	i, ok := s.objIx[o]
	if !ok {
		i = int32(len(s.objs))
		s.objs = append(s.objs, o)
		s.objIx[o] = i
	}
	return i
}

func (s *solver) add(n, o int32) {
	k := pair{n, o}
	if _, ok := s.has[k]; ok {
		return
	}
	s.has[k] = struct{}{}
	s.pts[n] = append(s.pts[n], o)
	s.work = append(s.work, k)
}

func (s *solver) flow(a, b int32) {
	if a == b {
		return
	}
	k := pair{a, b}
	if _, ok := s.edge[k]; ok {
		return
	}
	s.edge[k] = struct{}{}
	s.succ[a] = append(s.succ[a], b)
	for _, o := range s.pts[a] {
		s.add(b, o)
	}
}

func (s *solver) solve() {
	for len(s.work) > 0 {
		it := s.work[len(s.work)-1]
		s.work = s.work[:len(s.work)-1]
		for _, b := range s.succ[it.a] {
			s.add(b, it.b)
		}
		for i := 0; i < len(s.waiting[it.a]); i++ {
			s.dispatch(s.waiting[it.a][i], it.b)
		}
		for i := 0; i < len(s.passing[it.a]); i++ {
			s.arrive(s.passing[it.a][i], it.b)
		}
		for i := 0; i < len(s.entering[it.a]); i++ {
			s.enter(s.entering[it.a][i], it.b)
		}
	}
}

// wait dispatches a site on whatever is, or arrives, at node n.
func (s *solver) wait(n, si int32) {
	for _, x := range s.waiting[n] {
		if x == si {
			return
		}
	}
	s.waiting[n] = append(s.waiting[n], si)
	for i := 0; i < len(s.pts[n]); i++ {
		s.dispatch(si, s.pts[n][i])
	}
}

// dispatch resolves a dynamic or interface call for one object.
func (s *solver) dispatch(si, oi int32) {
	k := pair{si, oi}
	if _, ok := s.done[k]; ok {
		return
	}
	s.done[k] = struct{}{}
	o, c := s.objs[oi], s.sites[si].c
	switch {
	case o.kind == objStream:
		s.send(si, o.sym)
	case o.kind == objUnknown && c.Kind == summary.Invoke:
		s.dispatchUnknown(si)
	case o.kind == objType && c.Kind == summary.Invoke:
		s.method(si, o.sym, s.str(si, c.Symbol))
	case o.kind == objFunc && c.Kind == summary.Dynamic:
		s.connect(si, o.sym, 0, false)
	case o.kind == objOnce && c.Kind == summary.Dynamic:
		s.connect(si, o.sym, 0, true)
	case o.kind == objBound && c.Kind == summary.Dynamic:
		s.connect(si, o.sym, 1, false)
	case o.kind == objFunc && c.Kind == summary.Invoke:
		// Have: http.HandlerFunc(f) in an http.Handler: its method calls f.
		s.connect(si, o.sym, -1, false)
	case o.kind == objBound && c.Kind == summary.Invoke:
		s.connect(si, o.sym, 0, false)
	}
}

// dispatchUnknown is the safety net for values that come from where no
// summary sees (containers by reflection, context values): any type of the
// program that is converted to an interface and has the methods.
func (s *solver) dispatchUnknown(si int32) {
	c := s.sites[si].c
	if i := s.ifaces[s.str(si, c.Iface)]; i == nil || !i.own {
		return
	}
	s.anywhere = append(s.anywhere, si)
	for i := 0; i < len(s.converted); i++ {
		s.tryType(si, s.converted[i])
	}
}

func (s *solver) tryType(si int32, typ string) {
	c := s.sites[si].c
	if s.implements(typ, s.ifaces[s.str(si, c.Iface)]) {
		s.method(si, typ, s.str(si, c.Symbol))
	}
}

// convert notes that live code converts a type to an interface.
func (s *solver) convert(typ string) {
	if s.isConv[typ] {
		return
	}
	s.isConv[typ] = true
	s.converted = append(s.converted, typ)
	for _, e := range s.entryIfaces {
		s.implementer(e, typ)
	}
	for i := 0; i < len(s.anywhere); i++ {
		s.tryType(s.anywhere[i], typ)
	}
}

// implementer lets a type arrive at a registration by its interface.
func (s *solver) implementer(e entryRef, typ string) {
	sum := s.p.Units[e.unit].Summary
	if i := s.ifaces[sum.Strings[sum.Entries[e.entry].Type]]; i != nil && s.implements(typ, i) {
		s.add(e.node, s.object(objType, typ))
	}
}

func (s *solver) implements(typ string, i *iface) bool {
	ms := s.methods(typ)
	if ms == nil {
		return false
	}
	for k, key := range i.keys {
		m, ok := ms[key]
		if !ok || m.sig != 0 && i.sigs[k] != 0 && m.sig != i.sigs[k] {
			return false
		}
	}
	return true
}

func (s *solver) method(si int32, typ, key string) {
	m, ok := s.methods(typ)[key]
	if !ok {
		return
	}
	if m.sends {
		s.sites[si].sends = m.fn
	}
	if st := s.sites[si]; m.queries && (st.queries == "" || m.fn < st.queries) {
		st.queries = m.fn
	} else if m.waits && (st.waits == "" || m.fn < st.waits) {
		st.waits = m.fn
	}
	switch {
	case m.acquire != catalog.NoKind:
		s.acquires(si, acquired{m.fn, m.acquire, m.auto})
		s.boundary(si, m.fn)
	case m.field != "":
		s.wait(s.named(m.field), si) // promoted from an embedded interface
	default:
		s.connect(si, m.fn, 0, false)
	}
}

func (s *solver) acquires(si int32, a acquired) {
	for _, x := range s.sites[si].acquire {
		if x == a {
			return
		}
	}
	s.sites[si].acquire = append(s.sites[si].acquire, a)
}

// connect binds a call to one callee.
func (s *solver) connect(si int32, callee string, shift int8, once bool) {
	fi, ok := s.find(callee)
	if !ok {
		if a, ok := s.acquirers[callee]; ok && s.sites[si].c.Kind != summary.Static {
			s.acquires(si, a) // Have: open := sql.Open; open(…)
		}
		s.boundary(si, callee)
		return
	}
	s.run(fi)
	t := target{fi, shift, once}
	st := s.sites[si]
	for _, x := range st.targets {
		if x == t {
			return
		}
	}
	st.targets = append(st.targets, t)
	for i := range st.c.Args {
		a := &st.c.Args[i]
		if n := s.param(fi, int(a.Index)+int(shift)); n >= 0 {
			s.flow(s.node(st.fn, a.Node), n)
		}
	}
	for i := range st.c.Results {
		r := &st.c.Results[i]
		if n := s.result(fi, int(r.Index)); n >= 0 {
			s.flow(n, s.node(st.fn, r.Node))
		}
	}
}

func (s *solver) str(si int32, x summary.Str) string {
	return s.p.Str(s.sites[si].fn, x)
}

const noNode = -2

// param is the node of a function's parameter, or negative when the function
// does not follow it.
func (s *solver) param(fi int32, i int) int32 {
	return s.boundaryNode(&s.params[fi], i, summary.ParamNode, s.p.Funcs[fi].ID)
}

func (s *solver) result(fi int32, i int) int32 {
	return s.boundaryNode(&s.results[fi], i, summary.ResultNode, s.p.Funcs[fi].ID)
}

func (s *solver) boundaryNode(memo *[]int32, i int, name func(string, int) string, id string) int32 {
	if i < 0 {
		return noNode
	}
	for len(*memo) <= i {
		*memo = append(*memo, -1)
	}
	if n := (*memo)[i]; n != -1 {
		return n
	}
	n, ok := s.names[name(id, i)]
	if !ok {
		n = noNode
	}
	(*memo)[i] = n
	return n
}
