package summary

import "github.com/sessionlint/sessionlint/analyzer/catalog"

// Slots is a set of slots of one declaration: a bit each.
type Slots uint64

// maxSlots is how many slots a declaration can have. What comes after them is
// not followed.
const maxSlots = 64

// Slot is one way by which a session can be at hand in a declaration (a
// function with the closures in it): a parameter, an acquisition, a call that
// may return one. Bits are numbered over the whole declaration, so that a
// closure names what it captures; the slot is listed by the function in which
// it arises.
type Slot struct {
	Bit    uint8
	Flags  SlotFlag
	Param  uint8 // index + 1 (the receiver counts as the first); 0: no parameter
	Origin Origin
	Kind   catalog.Kind // of what is there without doubt; NoKind for a parameter or call
	Symbol Str
	Pos    Pos
	End    Pos // where it is given back in its function: deferred, else by the first call that does so
}

// SlotFlag describes a slot.
type SlotFlag uint16

const (
	SlotSession  SlotFlag = 1 << iota // its type is that of a session or transaction
	SlotEntered                       // held when the function is entered: the callback of a begin helper
	SlotRows                          // open rows
	SlotLazy                          // holds nothing until a transaction begins on it
	SlotReadOnly                      // a transaction that cannot write
	SlotOuter                         // taken in a loop into a variable from around it: which turn ends it is not followed
	SlotKept                          // taken again in a loop while that of an earlier turn is held
	SlotDeferred                      // what gives it back is deferred
	SlotBegins                        // of a call that begins a session by its name and type
)

// Give says that an argument of a call holds slots: the session itself, or
// something bound to it (a context, a repository, a closure).
type Give struct {
	Arg   uint8 // the receiver counts as the first
	Slots Slots
	Known bool // the argument is a session by its type, wherever it comes from
	Ctx   bool // the argument is a context, in which the session may be found
}

// PointKind says what happens at a point.
type PointKind uint8

const (
	PoolQuery  PointKind = iota // a query that takes a connection from the pool
	StreamSend                  // a send, receive or flush of a stream
	Wait                        // waits for something else than the database
	Outlive                     // a goroutine that nobody waits for receives the slots in Handle
)

// Point is a place where it matters what is held.
type Point struct {
	Kind   PointKind
	Mode   Mode
	Symbol Str
	Pos    Pos
	Held   Slots // held on every path to it
	Absent Slots // known to be nil or not there
	Handle Slots // what the call works on
	Store  Str   // which kind of database it talks to
}

// Leak is a way out of the function on which a slot is not given back, or a
// transaction not committed.
type Leak struct {
	Bit     uint8
	OnError bool // what is deferred ends the slot only if an error is set, which is nil there
	Commit  bool // of a way out that is a success: nothing commits
	Wrote   bool // the function itself writes with it on the way there
	Exit    Pos
	Calls   []uint32 // calls on the way that receive it (index + 1)
}
