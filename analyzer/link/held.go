package link

import (
	"math/bits"
	"strings"

	"github.com/sessionlint/sessionlint/analyzer/catalog"
	"github.com/sessionlint/sessionlint/analyzer/summary"
)

// Hold is a session that is held: where it was taken, begun or received.
type Hold struct {
	Func   int32
	Place  Place
	Symbol string
	Kind   catalog.Kind // NoKind: a session by its type
	Rows   bool
}

// HazardKind says what happens while a session is held.
type HazardKind uint8

const (
	TakesSecond   HazardKind = iota // a session or transaction is acquired
	QueriesPool                     // the pool is queried
	SendsToStream                   // a stream is sent to, read from or flushed
	Waits                           // something else than the database is waited for
	Outlives                        // a goroutine that outlives the handler receives it
	Leaks                           // a way out does not give it back
	Uncommitted                     // a success does not commit it
)

// Hazard is a point at which something is done that a held session forbids.
type Hazard struct {
	Kind    HazardKind
	Func    int32
	Place   Place
	Symbol  string
	Res     catalog.Kind // what is acquired
	Hold    Hold
	Exit    Place // of a leak
	OnError bool  // a deferred call ends it there only if an error is set
	Entry   EntryPoint
	Chain   []Hop        // entry first; the last is the function of the hazard
	Library bool         // Entry is an exported function, not an entry point
	Again   bool         // it is taken on each turn of a loop
	Dropped bool         // Place is the call that does not pass the held session on
	Callee  string       // of that call
	Fix     *summary.Fix // nil: none
	Fixed   int32        // the function in which it is made
}

// Scope says where what is held is followed.
type Scope struct {
	Want, Lost func(EntryPoint) bool
	Library    bool
	Apart      func(int32) bool // approved to be on its own: background code
}

// Discipline follows what is held along every path from the entry points that
// are wanted, but not into functions that are apart. In a library, exported
// functions that nobody calls count as entry points, too: any handler may call
// them. From the other entry points of which Lost says so, only what is not
// committed is looked for: that is lost whoever began it.
func (p *Program) Discipline(in Scope) []Hazard {
	w := newWalker(p)
	w.apart = in.Apart
	for i, e := range p.Entries {
		if in.Want(e) {
			w.root(e.Func, int32(i))
		}
	}
	w.run()
	if in.Library {
		for fi := range p.Funcs {
			if p.libraryRoot(int32(fi), w) {
				w.root(int32(fi), -1)
			}
		}
		w.run()
	}
	w.lost = true
	for i, e := range p.Entries {
		if in.Lost(e) && !w.visited(e.Func) {
			w.root(e.Func, int32(i))
		}
	}
	w.run()
	return w.hazards
}

// libraryRoot: exported, and called by nothing that is followed already.
func (p *Program) libraryRoot(fi int32, w *walker) bool {
	f := p.Funcs[fi]
	if !p.Own(fi) || f.Sum.Flags&summary.IsTest != 0 || f.Parent >= 0 || w.visited(fi) {
		return false
	}
	if f.Sum.Flags&summary.IsExported == 0 && (len(f.In) > 0 || !exportedName(f.ID)) {
		return false
	}
	for _, e := range p.Entries {
		if e.Func == fi {
			return false
		}
	}
	return true
}

type heldKey struct {
	fn   int32
	mask summary.Slots // slots of the declaration that hold a held session
	held bool
	wide bool          // only rows or a dialled connection are held, by a function that called it
	made summary.Slots // slots that hold a pool which a caller made: reported itself
	by   Came          // the calls, where they decide what the function calls: see Edge.Passed
}

type heldState struct {
	heldKey
	hold     Hold
	wideHold Hold
	from     int32 // index of the calling state; -1
	edge     *Edge
	entry    int32 // of a root; -1 for an exported function
}

type hazardKey struct {
	kind HazardKind
	at   Place
}

type walker struct {
	p       *Program
	seen    map[heldKey]bool
	states  []heldState
	next    int
	found   map[hazardKey]bool
	hazards []Hazard
	writes  []summary.Slots
	reached map[int32]bool
	entries map[int32]bool // functions that are entry points
	lost    bool           // only what is not committed is looked for, in functions not visited yet
	around  map[int32]Hold // entry points for which something is held
	apart   func(int32) bool
}

func newWalker(p *Program) *walker {
	w := &walker{p: p, seen: map[heldKey]bool{}, found: map[hazardKey]bool{}, writes: p.writers(), entries: map[int32]bool{}, around: map[int32]Hold{}, apart: func(int32) bool { return false }}
	for _, e := range p.Entries {
		w.entries[e.Func] = w.entries[e.Func] || onPath(e.Kind)
	}
	return w
}

func (w *walker) visited(fi int32) bool { return w.reached[fi] }

// root begins at an entry point. A session among its parameters is held: the
// caller began it.
func (w *walker) root(fi, entry int32) {
	s := heldState{heldKey: heldKey{fn: fi}, from: -1, entry: entry}
	if w.lost {
		w.push(s)
		return
	}
	for _, sl := range w.p.Funcs[fi].Sum.Slots {
		if sl.Param > 0 && sl.Flags&summary.SlotSession != 0 && sl.Flags&summary.SlotEntered == 0 && w.p.Funcs[fi].Parent < 0 {
			s.mask |= 1 << sl.Bit
			s.held = true
			s.hold = w.p.slotHold(fi, &sl)
			if w.entries[fi] {
				w.around[fi] = s.hold
			}
		}
	}
	w.push(s)
}

func (w *walker) push(s heldState) {
	if !s.held {
		s.mask, s.made, s.hold = 0, 0, Hold{}
	}
	if s.wide = s.wide && !s.held; !s.wide {
		s.wideHold = Hold{}
	}
	switch {
	case w.p.Funcs[s.fn].depends && s.from >= 0:
		var before Came
		if from := &w.states[s.from]; w.p.Funcs[from.fn].depends {
			before = from.by
		}
		s.by = before.by(s.edge)
	case s.held && s.from >= 0:
		s.by = Came{w.helperCall(&s)}
	}
	if w.seen[s.heldKey] {
		return
	}
	w.seen[s.heldKey] = true
	w.states = append(w.states, s)
	if w.reached == nil {
		w.reached = map[int32]bool{}
	}
	w.reached[s.fn] = true
}

func (w *walker) run() {
	for ; w.next < len(w.states); w.next++ {
		w.visit(int32(w.next))
	}
}

// own are the slots that a function fills itself, and what they are.
type own struct {
	sessions summary.Slots // sessions, transactions, checked-out connections
	wide     summary.Slots // dialled connections and open rows
	lazy     summary.Slots // sessions that hold nothing until something begins on them
	pools    summary.Slots // pools: what is done with them competes with nothing outside
}

func (p *Program) ownSlots(fi int32) own {
	var o own
	f := p.Funcs[fi]
	for i := range f.Sum.Slots {
		sl := &f.Sum.Slots[i]
		if sl.Param > 0 && sl.Flags&summary.SlotEntered == 0 {
			continue
		}
		bit := summary.Slots(1) << sl.Bit
		switch k := p.slotKind(fi, sl); {
		case sl.Flags&summary.SlotLazy != 0:
			o.lazy |= bit
		case sl.Flags&summary.SlotRows != 0, k == catalog.Conn:
			o.wide |= bit
		case k == catalog.Pool, p.poolHandedOut(fi, sl):
			o.pools |= bit
		case k != catalog.NoKind:
			o.sessions |= bit
		}
	}
	return o
}

// slotKind is what a slot holds; NoKind when its call acquires nothing.
func (p *Program) slotKind(fi int32, sl *summary.Slot) catalog.Kind {
	if sl.Flags&summary.SlotLazy != 0 {
		return catalog.NoKind
	}
	if sl.Kind != catalog.NoKind || sl.Origin.Call == 0 {
		return sl.Kind
	}
	if sl.Flags&(summary.SlotSession|summary.SlotRows) == 0 {
		return catalog.NoKind // a pool that is handed out
	}
	best := catalog.NoKind
	for _, d := range p.Funcs[fi].Acquire {
		if d.Call == int32(sl.Origin.Call-1) && d.Kind != catalog.Pool && !d.Auto && !p.lazy(d) {
			best = max(best, d.Kind)
		}
	}
	if best == catalog.NoKind && sl.Flags&summary.SlotBegins != 0 {
		return catalog.Tx
	}
	return best
}

// poolHandedOut reports whether the call from which a slot comes makes a pool each time.
//
// Have: db, err := tenant.Open(ctx), with func Open(…) (*sql.DB, error) { return sql.Open(…) }
func (p *Program) poolHandedOut(fi int32, sl *summary.Slot) bool {
	if sl.Origin.Call == 0 || sl.Flags&summary.SlotRows != 0 {
		return false
	}
	for _, d := range p.Funcs[fi].Acquire {
		if d.Call == int32(sl.Origin.Call-1) && d.Kind == catalog.Pool {
			return true
		}
	}
	return false
}

func (p *Program) slotHold(fi int32, sl *summary.Slot) Hold {
	f := p.Funcs[fi]
	h := Hold{Func: fi, Place: Place{f.Unit, sl.Pos}, Symbol: p.Str(fi, sl.Symbol), Kind: p.slotKind(fi, sl), Rows: sl.Flags&summary.SlotRows != 0}
	if sl.Origin.Call > 0 {
		for _, d := range f.Acquire {
			if d.Call == int32(sl.Origin.Call-1) {
				h.Symbol = d.Symbol
			}
		}
	}
	return h
}

// holdOf is the hold of the lowest of a function's slots in a set.
func (p *Program) holdOf(fi int32, s summary.Slots) Hold {
	low := uint8(bits.TrailingZeros64(uint64(s)))
	for i := range p.Funcs[fi].Sum.Slots {
		if sl := &p.Funcs[fi].Sum.Slots[i]; sl.Bit == low {
			return p.slotHold(fi, sl)
		}
	}
	return Hold{}
}

// paramSlot is the slot of a parameter, 0 when the function has none for it.
func (p *Program) paramSlot(fi int32, index int) summary.Slots {
	for _, sl := range p.Funcs[fi].Sum.Slots {
		if int(sl.Param) == index+1 {
			return 1 << sl.Bit
		}
	}
	return 0
}

// received are the slots of parameters that are sessions by their type.
func (p *Program) received(fi int32) summary.Slots {
	var s summary.Slots
	for _, sl := range p.Funcs[fi].Sum.Slots {
		if sl.Param > 0 && sl.Flags&summary.SlotSession != 0 {
			s |= 1 << sl.Bit
		}
	}
	return s
}

// OnGiven reports whether an acquisition is made on a session that its function
// was given, or on a handle that is bound to it.
func (p *Program) OnGiven(r Ref) bool {
	return p.Funcs[r.Func].Sum.Acqs[r.Acq].Handle&p.received(r.Func) != 0
}

// Declaration is the function around a closure, or the function itself.
func (p *Program) Declaration(fi int32) int32 {
	for p.Funcs[fi].Parent >= 0 {
		fi = p.Funcs[fi].Parent
	}
	return fi
}

// exportedName: a method of an unexported type may be called through an
// interface that the type is handed out as.
func exportedName(id string) bool {
	name := id[strings.LastIndexByte(id, '.')+1:]
	return strings.Contains(id, ").") && name != "" && name[0] >= 'A' && name[0] <= 'Z'
}

// lazy: what a helper hands out holds nothing until something begins on it.
func (p *Program) lazy(d Derived) bool {
	if d.Inner.Func < 0 {
		return false
	}
	for _, sl := range p.Funcs[d.Inner.Func].Sum.Slots {
		if sl.Origin.Acq == uint32(d.Inner.Acq)+1 && sl.Flags&summary.SlotLazy != 0 {
			return true
		}
	}
	return false
}

func onPath(k catalog.EntryKind) bool { return k == catalog.Request || k == catalog.Stream }
