package summary

import (
	"go/ast"
	"go/types"
	"strings"

	"github.com/sessionlint/sessionlint/analyzer/catalog"
)

// holder finds out what is held where in one declaration. It runs after the
// declaration has been walked and adds to its functions' summaries.
type holder struct {
	b        *builder
	d        *declState
	body     ast.Node
	bits     int
	own      map[*funcState]Slots
	value    []types.Type            // of a slot's value, by bit
	rows     Slots                   // slots that are open rows
	pools    Slots                   // slots that are pools by their type: made here, handed out, given
	sure     Slots                   // all but those of parameters that may be anything
	keep     Slots                   // slots of kinds whose owner an unknown callee may become
	calls    map[*ast.CallExpr]Slots // slots that a call fills
	vars     map[types.Object]Slots
	lits     map[*ast.FuncLit]litFacts
	underway map[*ast.FuncLit]bool              // closures that litReleases looks into
	inner    map[types.Object][]*ast.FuncLit    // closures that a variable may hold
	done     map[types.Object]Slots             // functions that came with a session, to end it
	meths    map[types.Object]*ast.SelectorExpr // method values that a variable holds; nil when there are several
	more     bool                               // the last round learned something

	weak     map[uint8]bool // slots whose known end is a rollback
	listed   bool           // of what is left, on demand
	sessions []*types.Var
	primary  map[types.Object]bool // variables that received a session: a parameter, tx, err := begin()
}

// litFacts are what a closure mentions.
type litFacts struct {
	idents   []*ast.Ident
	releases []*ast.CallExpr // calls of methods that end something
}

// hold adds to the functions of a declaration what they hold where.
func (b *builder) hold(body ast.Node, fs *funcState) {
	d := b.decl
	given := b.out.Funcs[fs.slot].Flags&GetsSession != 0 // it may write with it
	if len(d.callIndex) == 0 && len(d.taken) == 0 && len(d.rows) == 0 && !d.points && !given {
		return
	}
	h := &holder{
		b: b, d: d, body: body, own: map[*funcState]Slots{}, calls: map[*ast.CallExpr]Slots{}, vars: map[types.Object]Slots{},
		lits: map[*ast.FuncLit]litFacts{}, underway: map[*ast.FuncLit]bool{}, inner: map[types.Object][]*ast.FuncLit{}, done: map[types.Object]Slots{}, meths: map[types.Object]*ast.SelectorExpr{},
		weak: map[uint8]bool{},
	}
	h.params()
	h.origins()
	for h.more = true; h.more; {
		h.more = false
		h.bind()
	}
	if block, ok := body.(*ast.BlockStmt); ok {
		h.flow(block, fs)
	}
	for _, l := range d.litOrder {
		h.flow(l.lit.Body, l.fs)
	}
}

func (h *holder) slot(fs *funcState, s Slot, t types.Type) Slots {
	if h.bits == maxSlots {
		return 0
	}
	s.Bit = uint8(h.bits)
	h.bits++
	bit := Slots(1) << s.Bit
	f := &h.b.out.Funcs[fs.slot]
	f.Slots = append(f.Slots, s)
	if s.Param == 0 {
		h.own[fs] |= bit
	}
	h.value = append(h.value, t)
	if s.Param == 0 || s.Flags&SlotSession != 0 {
		h.sure |= bit
	}
	return bit
}

// params gives each parameter that is used its slot.
func (h *holder) params() {
	ast.Inspect(h.body, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok && h.isParam(h.b.in.Info.Uses[id]) {
			h.ident(id)
		}
		return true
	})
}

// origins makes the slots of what the declaration's calls take.
func (h *holder) origins() {
	for _, k := range h.d.taken {
		h.taken(k)
	}
	for _, k := range h.d.kept {
		if t := h.sessionResult(k.call); t != nil && h.calls[k.call] == 0 && h.begun(t, k.call) {
			h.calls[k.call] |= h.slot(k.fs, Slot{
				Flags: SlotSession | h.beginsByName(k.call), Symbol: h.b.str(h.callName(k.call)), Origin: Origin{Call: uint32(k.index)}, Pos: h.b.callPos(k.call),
			}, t)
		}
	}
	for _, k := range h.d.kept {
		if t := h.poolResult(k.call); t != nil && h.calls[k.call] == 0 {
			bit := h.slot(k.fs, Slot{Symbol: h.b.str(h.callName(k.call)), Origin: Origin{Call: uint32(k.index)}, Pos: h.b.callPos(k.call)}, t)
			h.calls[k.call] |= bit
			h.pools |= bit
		}
	}
	for _, q := range h.d.rows {
		bit := h.slot(q.fs, Slot{Flags: SlotRows, Symbol: h.b.str(h.callName(q.call)), Pos: h.b.callPos(q.call)}, h.rowsResult(q.call))
		h.calls[q.call] |= bit
		h.rows |= bit
		h.keep |= bit
	}
}

// poolResult is the type of a result that is a pool by its type. Whether the
// call makes one is known when the program is linked.
//
// Have: db, err := tenant.Open(ctx)
func (h *holder) poolResult(c *ast.CallExpr) types.Type {
	sig := h.b.callee(c).sig
	if sig == nil {
		return nil
	}
	for i := range sig.Results().Len() {
		if t := sig.Results().At(i).Type(); h.poolType(t) {
			return t
		}
	}
	return nil
}

// beginsByName: what an interface hands out under such a name is fresh, even
// when nothing in sight implements it.
func (h *holder) beginsByName(c *ast.CallExpr) SlotFlag {
	fn := h.b.callee(c).fn
	if fn != nil && h.b.interfaceMethod(fn) && beginName(fn.Name()) {
		return SlotBegins
	}
	return 0
}

func beginName(name string) bool {
	for _, p := range [...]string{"Begin", "Open", "New", "Start", "Acquire", "Connect"} {
		if strings.HasPrefix(name, p) {
			return true
		}
	}
	return false
}

// begun reports whether what a call hands out is a session: a store that begins
// itself is one where it comes from its Begin only.
func (h *holder) begun(t types.Type, c *ast.CallExpr) bool {
	n := namedOf(t)
	if h.b.in.Catalog.Either(n) || !h.b.either(n) {
		return true
	}
	fn := h.b.callee(c).fn
	return fn != nil && beginName(fn.Name())
}

func (h *holder) callName(c *ast.CallExpr) string {
	if fn := h.b.callee(c).fn; fn != nil {
		return catalog.Canonical(fn)
	}
	return "query"
}

// rowsResult is the type of the open rows among a call's results, or nil.
func (h *holder) rowsResult(c *ast.CallExpr) types.Type { return h.b.rowsOf(h.b.callee(c).sig) }

func (b *builder) rowsOf(sig *types.Signature) types.Type {
	if sig == nil {
		return nil
	}
	for i := range sig.Results().Len() {
		if t := sig.Results().At(i).Type(); b.in.Catalog.RowsType(t) {
			return t
		}
	}
	return nil
}

func (h *holder) taken(k callRef) {
	a := k.acq
	s := Slot{Origin: Origin{Acq: uint32(k.index)}, Kind: a.Kind, Symbol: h.b.str(a.Symbol), Pos: h.b.callPos(k.call)}
	if a.Lazy {
		s.Flags |= SlotLazy
	}
	if readOnly(k.call) {
		s.Flags |= SlotReadOnly
	}
	if h.outer(k.call) {
		s.Flags |= SlotOuter
	}
	if a.Nested && a.Origin != catalog.Receiver || a.Kind == catalog.Pool && a.Origin != catalog.Result {
		return
	}
	switch a.Origin {
	case catalog.Result:
		if t := h.resultAt(k.call, a.Index); t != nil {
			bit := h.slot(k.fs, s, t)
			h.calls[k.call] |= bit
			switch a.Kind {
			case catalog.Conn:
				h.keep |= bit
			case catalog.Pool:
				h.pools |= bit
			}
		}
	case catalog.Receiver:
		// Have: s := engine.NewSession(); s.Begin()
		if x, ok := ast.Unparen(k.call.Fun).(*ast.SelectorExpr); ok {
			if id, ok := ast.Unparen(x.X).(*ast.Ident); ok {
				if o := h.b.in.Info.ObjectOf(id); o != nil && !h.isParam(o) {
					bit := h.slot(k.fs, s, h.b.typeOf(x.X))
					h.calls[k.call] |= bit
					h.put(o, bit)
				}
			}
		}
	}
	if a.Auto && a.Func >= 0 && a.Func < len(k.call.Args) {
		h.entered(k, a)
	}
}

func (h *holder) isParam(o types.Object) bool {
	_, ok := h.b.params[o]
	return ok
}

// entered makes the slot of a callback that runs while something is held.
func (h *holder) entered(k callRef, a *catalog.Acquisition) {
	lit := h.literal(k.call.Args[a.Func])
	if lit == nil {
		return
	}
	l := h.d.lits[lit]
	if l == nil {
		return
	}
	s := Slot{Flags: SlotEntered | SlotSession, Kind: a.Kind, Symbol: h.b.str(a.Symbol), Pos: h.b.callPos(k.call)}
	if a.Origin == catalog.Callback && a.Index < l.sig.Params().Len() {
		v := l.sig.Params().At(a.Index)
		s.Param = uint8(a.Index + 1)
		bit := h.slot(l, s, v.Type())
		h.vars[v] |= bit
		return
	}
	h.slot(l, s, nil)
}

// literal is the closure that an expression is, or that it names.
//
// Have: fc := func(tx *gorm.DB) error { … }; return db.Transaction(fc)
func (h *holder) literal(e ast.Expr) *ast.FuncLit {
	if lit, ok := ast.Unparen(e).(*ast.FuncLit); ok {
		return lit
	}
	o := h.object(e)
	if o == nil || h.b.mutated[o] {
		return nil
	}
	var lit *ast.FuncLit
	ast.Inspect(h.body, func(n ast.Node) bool {
		if a, ok := n.(*ast.AssignStmt); ok && len(a.Lhs) == len(a.Rhs) {
			for i, l := range a.Lhs {
				if is, ok := ast.Unparen(a.Rhs[i]).(*ast.FuncLit); ok && h.object(l) == o {
					lit = is
				}
			}
		}
		return lit == nil
	})
	return lit
}

// sessionResult is the type of a result that is a session by its type.
func (h *holder) sessionResult(c *ast.CallExpr) types.Type {
	sig, ok := h.b.typeOf(c.Fun).Underlying().(*types.Signature)
	if !ok {
		return nil
	}
	for i := range sig.Results().Len() {
		if t := sig.Results().At(i).Type(); h.sessionLike(t) {
			return t
		}
	}
	return nil
}

// sessionLike: ends by Commit and Rollback, or is what the catalog hands out.
func (h *holder) sessionLike(t types.Type) bool {
	if h.b.sessionType(t) {
		return true
	}
	n := namedOf(t)
	return n != nil && h.b.in.Catalog.Either(n)
}

func (h *holder) resultAt(c *ast.CallExpr, i int) types.Type {
	sig, ok := h.b.typeOf(c.Fun).Underlying().(*types.Signature)
	if !ok || i < 0 || i >= sig.Results().Len() {
		return nil
	}
	return sig.Results().At(i).Type()
}

// ident gives a parameter its slot when it is first asked for.
func (h *holder) ident(e *ast.Ident) Slots {
	o := h.b.in.Info.ObjectOf(e)
	if o == nil {
		return 0
	}
	if s := h.vars[o]; s != 0 && !h.isParam(o) {
		return s
	}
	p, ok := h.b.params[o]
	if !ok {
		return 0
	}
	if h.paramBit(p) == 0 && carries(o.Type()) {
		sl := Slot{Param: uint8(min(p.index+1, 255)), Pos: h.b.out.Funcs[p.fn.slot].Pos}
		if h.b.begunType(o.Type()) {
			sl.Flags |= SlotSession
			sl.Symbol = h.b.str(types.TypeString(o.Type(), nil))
		}
		bit := h.slot(p.fn, sl, o.Type())
		h.put(o, bit)
		if h.poolType(o.Type()) {
			h.pools |= bit
		}
	}
	return h.vars[o]
}

func (h *holder) paramBit(p paramRef) Slots {
	for _, s := range h.b.out.Funcs[p.fn.slot].Slots {
		if int(s.Param) == p.index+1 {
			return Slots(1) << s.Bit
		}
	}
	return 0
}

// readOnly: db.BeginTx(ctx, &sql.TxOptions{ReadOnly: true}).
func readOnly(c *ast.CallExpr) bool {
	found := false
	for _, a := range c.Args {
		ast.Inspect(a, func(n ast.Node) bool {
			kv, ok := n.(*ast.KeyValueExpr)
			if ok && types.ExprString(kv.Key) == "ReadOnly" && types.ExprString(kv.Value) == "true" {
				found = true
			}
			if sel, ok := n.(*ast.SelectorExpr); ok && sel.Sel.Name == "ReadOnly" {
				found = true // pgx.TxOptions{AccessMode: pgx.ReadOnly}
			}
			return !found
		})
	}
	return found
}

// outer reports whether a call stands in a loop and its result goes to a variable
// that is declared outside of it.
func (h *holder) outer(c *ast.CallExpr) bool {
	var loop ast.Node
	found := false
	ast.Inspect(h.body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.ForStmt, *ast.RangeStmt:
			if n.Pos() < c.Pos() && c.Pos() < n.End() {
				loop = n
			}
		case *ast.AssignStmt:
			if len(n.Rhs) == 1 && ast.Unparen(n.Rhs[0]) == ast.Expr(c) && loop != nil {
				o := h.object(n.Lhs[0])
				found = o != nil && (o.Pos() < loop.Pos() || o.Pos() > loop.End())
			}
		}
		return !found
	})
	return found
}
