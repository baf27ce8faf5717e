// Package summary turns one type-checked package into a Summary: a small,
// deterministic record of everything the linker needs to know of it.
//
// In: the syntax trees and types of one package, and the catalog. Out: a
// Package. It depends only on the package's own source and on the types of its
// imports, never on their bodies, so summaries are made in parallel and cached
// by content. Joining packages is left to package link; judging is left to
// package rule.
package summary

import "github.com/sessionlint/sessionlint/analyzer/catalog"

// Package is the summary of one package. All strings are indexes into
// Strings, of which the first is empty; all positions name files by their
// base name, so a summary does not depend on where the source lies.
type Package struct {
	Path    string
	Name    string
	Strings []string
	Files   []string // base names, sorted

	Nodes      []Str // name of each value node; 0 for a local one
	Funcs      []Func
	Acquirers  []Acquirer // catalogued acquisitions that are used as values
	Types      []Type     // method tables of concrete types that are converted to interfaces
	Ifaces     []Iface    // method sets of the interfaces that are called or converted to
	Entries    []Entry    // registrations: functions and objects handed to a framework
	Docs       []Doc      // acquisitions written in comments and examples
	Blind      []Blind    // places from which control goes where no summary sees
	Directives []Directive
	Errors     []string // what kept the package from being summarised fully
}

// Str is an index into Package.Strings.
type Str uint32

// Node is an index into Package.Nodes plus one; 0 means "no value of interest".
type Node uint32

// Pos is a place in one of the package's files.
type Pos struct {
	File, Line, Col uint32
}

// Flow is a subset constraint between two nodes.
type Flow struct{ From, To Node }

// SourceKind is the kind of a value that the linker tracks.
type SourceKind uint8

const (
	FuncValue    SourceKind = iota // a function or closure; Symbol is its ID
	BoundMethod                    // a method value of a concrete type; Symbol is the method's ID
	ConcreteType                   // a value of a concrete type in an interface; Symbol is the type's name
	UnknownValue                   // comes from where the summary cannot see
	StreamValue                    // an open stream, by its type, or a function that sends to one; Symbol names it
)

// Source puts a value on a node.
type Source struct {
	Node   Node
	Kind   SourceKind
	Symbol Str
}

// FuncFlag describes a function as a whole.
type FuncFlag uint32

const (
	IsMain        FuncFlag = 1 << iota // main of package main
	IsInit                             // init, or the initialisers of package variables
	IsTest                             // declared in a _test.go file
	IsExample                          // an Example function of a _test.go file
	IsExported                         // an exported function, or an exported method of an exported type
	IsClosure                          // a function literal; Parent is the function around it
	IsStream                           // its own body does what only streams do (Flush, Upgrade)
	CallsNext                          // passes control on: next.ServeHTTP, c.Next(), a callback parameter
	IsGenerated                        // declared in a generated file, or of a shape that generators write
	GetsSession                        // a parameter is a session or transaction
	IsShared                           // declared to hand out something that is there already
	IsMethodValue                      // made for a method value of an interface: its one call is the method
	IsDecoder                          // a method that decoders find by reflection, such as UnmarshalJSON
	IsTrue                             // all it does is return true
	IsFalse                            // all it does is return false
	IsOfPool                           // a method of a type that embeds a pool, and so is one
	ReadsContext                       // may find a session in a context that it is given
)

// Acquirer is a catalogued acquisition whose function is used as a value:
// open := sql.Open.
type Acquirer struct {
	Symbol Str
	Kind   catalog.Kind
	Auto   bool
}

// Func is one function, method or closure with a body.
type Func struct {
	ID        Str // symbol, or symbol$n for the n-th closure in it
	Pos       Pos
	Flags     FuncFlag
	Parent    Str               // ID of the enclosing function of a closure
	Shape     catalog.EntryKind // entry point by its signature
	Framework Str
	Enters    catalog.EntryKind // entry point by a directive
	Takes     catalog.Kind      // declared to acquire: what its calls obtain
	TakesAt   uint8             // in which result
	Calls     []Call
	Acqs      []Acq
	Returns   []Return
	Passes    []Pass
	Flows     []Flow   // values at From also arrive at To, once the function runs
	Sources   []Source // values that nodes start with, once the function runs
	Fills     []Str    // package variables and fields that it assigns and that may hold a resource
	Makes     []Str    // types of which it makes a value that it does not keep anywhere
	Ends      []uint8  // parameters (the receiver counts as the first) that it releases
	Slots     []Slot   // where sessions arise in it
	Points    []Point  // where it matters what is held
	Leaks     []Leak
	Fixes     []Fix
	Writes    Slots // of the declaration, those with which this function writes
}

// Mode is how a call runs.
type Mode uint8

const (
	Sync Mode = iota
	Go
	Defer
)

// Guard is what keeps a call from running more than once per value it guards.
type Guard uint8

const (
	NoGuard  Guard = iota
	NilGuard       // if x == nil { x = acquire() }
	MapGuard       // a cache that is read before it is filled
)

// Once says that a call is one of the standard once guards.
type Once uint8

const (
	NotOnce   Once = iota
	RunsOnce       // (*sync.Once).Do: the argument runs here, at most once
	MakesOnce      // sync.OnceFunc, OnceValue, OnceValues: the result runs the argument at most once
)

// Use says what a function does with a resource that one of its calls or
// acquisitions obtained.
type Use uint16

const (
	UseReleased   Use = 1 << iota // a release method is called on it, or it is passed to one
	UseDeferred                   // the release is deferred
	UseReturned                   // it, or a value that holds it, is returned
	UseStored                     // put into a field, variable, channel or container that outlives the function
	UsePassed                     // passed to another function
	UseHanded                     // passed to a callback, to the next handler, or put into a context
	UseReturnsEnd                 // returned together with a function that ends it
	UseInstead                    // put into the function's own session parameter: it was given none
)

// Acq is a catalogued acquisition.
type Acq struct {
	Symbol Str
	Kind   catalog.Kind
	Auto   bool // a callback API that owns the end
	Nested bool // begun on a session that is held already: a savepoint
	Mode   Mode
	Guard  Guard
	Pos    Pos
	Use    Use
	On     Origin // where the pool or session it is taken from comes from, when that is an acquisition or call of the same function
	Holder Str    // of a nil guard: the field or variable that is checked
	InLoop bool   // stands in a loop of its function
	Held   Slots  // held on every path to it
	Absent Slots  // known to be nil or not there: it acquires only when it was given none
	Handle Slots  // what it is taken from, when that may be a session itself
	Store  Str    // which kind of database it talks to
	When   []When
	Given  uint8 // index + 1 of the parameter that is known to be nil where it stands
}

// Origin names an acquisition (Acq > 0, index + 1) or a call (Call > 0,
// index + 1) of the same function.
type Origin struct{ Acq, Call uint32 }

// CallKind is how the callee is determined.
type CallKind uint8

const (
	Static  CallKind = iota // Symbol is the callee
	Invoke                  // Symbol is the method key, Iface the interface, Recv the node
	Dynamic                 // Recv is the node of the function value
)

// Call is one call.
type Call struct {
	Kind       CallKind
	Mode       Mode
	Guard      Guard
	Once       Once
	Catalogued bool // a catalogued acquisition: it does not call methods of its arguments on behalf of the caller
	Pos        Pos
	Symbol     Str
	Iface      Str
	Recv       Node
	RecvParam  Param // the called value, or the receiver, is exactly this parameter
	Args       []Arg
	Results    []Arg
	Use        Use // of the resource that it may return
	On         Origin
	InLoop     bool // stands in a loop of its function
	Unset      Str  // the package variable or field that is known to be unset where the call stands; a callee that fills it runs once
	Held       Slots
	Absent     Slots
	Gives      []Give
	Callback   uint8  // a begin helper that calls its argument back: 1, or 2 + the parameter that gets the session
	Later      bool   // what it is handed runs after the session has ended
	After      uint32 // index + 1 of the nearest call that has run whenever this one runs
	Plain      bool   // runs whenever its function does, unless that fails before
	When       []When
	Given      uint8 // as of an acquisition
	Renews     uint8 // index + 1 of the argument that is a variable or field, into which the result is put
}

// When says that something runs only if a call of the same function (index + 1)
// returned true, or false.
type When struct {
	Call uint32
	True bool
}

// Param names a parameter of a function: of the enclosing one, or of a lexical
// ancestor when the closures between do not outlive the call.
type Param struct {
	Func  Str   // 0: none
	Index uint8 // the receiver counts as the first
}

// Arg is an argument or result that can carry functions or interface values.
type Arg struct {
	Index uint8 // position in the callee's parameters, the receiver counted first; for results the result index
	Node  Node
	Param Param // the argument is exactly this parameter
	Iface Str   // static interface type of the parameter or result; 0: not a non-empty interface
}

// Pass says that a resource obtained in the function, or one of its parameters
// (Param, index + 1), is handed to a statically known function, which may end it.
type Pass struct {
	From   Origin
	Param  uint8
	Callee Str
	Arg    uint8
}

// Return says that a result of the function is a resource obtained in it.
type Return struct {
	Result uint8
	Origin Origin
}

// Type is the method table of a concrete type (of T and *T together).
type Type struct {
	Name    Str
	Methods []Method
}

// Method is one entry of a method table: a function, or a method promoted
// from an embedded interface, which is the value at node Field.
type Method struct {
	Key     Str    // see methodKey
	Sig     uint32 // see signatureHash
	Func    Str
	Field   Node
	Acquire catalog.Kind // the method is a catalogued acquisition: an interface call that resolves to it acquires
	Auto    bool         // of that acquisition, see Acq.Auto
	Sends   bool         // a call of it sends to a stream, or receives from one
	Queries bool         // a call of it queries the pool
	Waits   bool         // a call of it waits for something else than the database
}

// Iface is the method set of an interface.
type Iface struct {
	Name Str
	Keys []IfaceMethod
	Own  bool // declared in a package that is analysed, so a value from nowhere may be any converted type
}

// IfaceMethod is one method of an interface.
type IfaceMethod struct {
	Key Str
	Sig uint32
}

// Entry is a registration: the functions (or the methods of the objects) that
// arrive at Node become entry points.
type Entry struct {
	Node      Node
	Kind      catalog.EntryKind
	Role      catalog.Role
	Framework Str
	Route     Str
	Pos       Pos
	In        Str                 // function in which the registration stands
	Methods   []Str               // names of the methods that become entries, for an object; empty: all exported ones
	Kinds     []catalog.EntryKind // parallel to Methods when they differ
	Type      Str                 // the type whose directive says so
	Iface     bool                // it is an interface: the types that implement it arrive at Node
}

// Doc is an acquisition that stands in a comment or an example.
type Doc struct {
	Symbol  Str  // catalogued symbol, or the "pkg.Func" that the comment writes
	Known   bool // Symbol is catalogued
	Example bool // it is written in an Example function, else in a comment
	Pos     Pos
	In      Str // name of what the comment documents
}

// BlindKind is why control cannot be followed from a place.
type BlindKind uint8

const (
	Reflection BlindKind = iota // reflect calls a function or finds a method by name
	Plugin                      // plugin.Open
	Linkname                    // a //go:linkname directive
	Cgo                         // a file that imports "C"
)

// Blind is a place from which control goes where no summary sees.
type Blind struct {
	Kind BlindKind
	Pos  Pos
	In   Str // ID of the function in which it stands; 0 outside of functions
}
