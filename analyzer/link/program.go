package link

import (
	"github.com/sessionlint/sessionlint/analyzer/catalog"
	"github.com/sessionlint/sessionlint/analyzer/summary"
)

// Program is a linked program. All slices are in a fixed order: of the units,
// and of the source within a unit.
type Program struct {
	Units   []Unit
	Funcs   []*Func
	Entries []EntryPoint
	Blind   []Unresolved     // calls of own code that lead nowhere
	index   map[string]int32 // function by ID
	backs   []back           // how helpers call what they are passed, see Edge.Back
	passers []passers        // the calls that an edge depends on, see Edge.Passed
	helpers map[int32][]Hold // functions that call a parameter while they hold a session, and which
}

// Func is a function of the program.
type Func struct {
	ID      string
	Unit    int32
	Sum     *summary.Func
	Parent  int32    // enclosing function of a closure; -1
	Once    bool     // handed to a once guard: sync.OnceValue(f)
	Args    []string // type arguments of an instance of a generic function
	Out     []Edge   // in call order
	In      []InEdge
	Sends   []Send
	streams map[int32]uint64 // per call: the arguments at which streams arrive
	Acquire []Derived        // what its calls acquire, by call
	Yields  []Yield          // fresh resources that it returns
	Ends    uint64           // bit set of the parameters that it releases, also through helpers
	depends bool             // an edge of Out has Passed
	never   never            // what does not run
	queries []outerCall      // of interfaces behind which a pool is
	waits   []outerCall      // of interfaces behind which what is waited for is
}

// Via is how a hop goes.
type Via uint8

const (
	ViaStatic Via = iota
	ViaInterface
	ViaDynamic
	ViaCallback // passed to a function that calls it
	ViaDefer
	ViaGo
	ViaOnce // through a guard: sync.Once, a nil check, a cache
)

func (v Via) String() string {
	return [...]string{"static", "interface", "dynamic", "callback", "defer", "go", "once"}[v]
}

// Edge is a call from the function that holds it.
type Edge struct {
	To     int32
	Call   int32 // index into the caller's calls
	Via    Via
	Go     bool
	Guard  bool
	Shift  int8  // index of the callee's parameter minus that of the call's argument
	Back   int32 // of a callback: index + 1 into how the helper calls it
	Passed int32 // index + 1 into passers: it is only taken when one of them calls the function
}

// InEdge is an Edge seen from the callee.
type InEdge struct {
	From      int32
	Edge      int32 // index into the Out of From
	Go, Guard bool
}

// Derived is a call that obtains a fresh resource although its callee is not
// catalogued: a helper that returns one, or an interface method that resolves
// to a catalogued one.
type Derived struct {
	Call   int32
	Kind   catalog.Kind
	Auto   bool
	Symbol string // of the helper or method that is called
	Inner  Ref    // the catalogued acquisition behind it; Func -1 when the callee itself is catalogued
}

// Ref names an acquisition of the program.
type Ref struct {
	Func int32
	Acq  int32
}

// Yield is a fresh resource that a function returns.
type Yield struct {
	Result uint8
	Kind   catalog.Kind
	Inner  Ref
}

// EntryPoint is a place where execution begins.
type EntryPoint struct {
	Func      int32
	Kind      catalog.EntryKind
	Framework string
	Route     string
	Routes    []string // all of them, sorted, when there are several
	Pos       Place    // of the registration, or of the function
	By        string   // the type whose directive says so
	Doubtful  bool     // by its signature only, in a part of a program in which a caller may be missing
}

// Place is a position in a unit's file.
type Place struct {
	Unit int32
	Pos  summary.Pos
}

// Lookup is the function of an ID, or -1.
func (p *Program) Lookup(id string) int32 {
	if i, ok := p.index[id]; ok {
		return i
	}
	return -1
}

// Str resolves a string of the unit in which function f is declared.
func (p *Program) Str(f int32, s summary.Str) string {
	fn := p.Funcs[f]
	text := p.Units[fn.Unit].Summary.Strings[s]
	if fn.Args == nil {
		return text
	}
	return summary.Instantiate(text, fn.Args)
}

// Own reports whether a function belongs to the analysed modules.
func (p *Program) Own(f int32) bool { return p.Units[p.Funcs[f].Unit].Own }

// Options say what kind of program is linked.
type Options struct {
	Library bool // no main package: anything exported may be called from outside
	Tests   bool // test code runs, too
	Part    bool // packages that import these ones are missing
}

// Link joins the units.
func Link(units []Unit, o Options) *Program {
	p := &Program{Units: units, index: map[string]int32{}}
	s := newSolver(p)
	s.load()
	s.roots(o)
	s.solve()
	s.conditions()
	s.paramCalls()
	s.edges()
	s.restrict()
	s.entries()
	s.unresolved()
	s.sends()
	s.outerCalls()
	p.derive(s)
	p.callbacks(s)
	return p
}
