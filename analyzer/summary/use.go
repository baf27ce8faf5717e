package summary

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"github.com/sessionlint/sessionlint/analyzer/catalog"
)

// declState follows the resources of one declaration (a function with all the
// closures in it) through its local variables. It is insensitive to order: a
// closure deferred before the transaction begins still releases it.
type declState struct {
	body       ast.Node
	objs       map[types.Object]*resNode
	calls      map[*ast.CallExpr]*resNode
	literals   map[*ast.CompositeLit]*resNode
	records    []*resRecord
	pending    []guarded
	filled     map[string]bool         // places assigned somewhere in the declaration
	raised     map[string][]token.Pos  // where places are set to true
	reset      map[string]bool         // places that every call sets back to nil, and maps from which it deletes
	read       map[string]bool         // maps and caches read somewhere in it
	loadedFrom map[types.Object]string // p of p := ptr.Load()
	owner      map[types.Object]*funcState

	kept      []callRef // calls of the summary
	taken     []callRef // catalogued acquisitions
	rows      []callRef // calls that return open rows
	points    bool      // it queries, sends, waits or starts a goroutine
	queries   bool      // the catalog says that the function itself is a query
	callIndex map[*ast.CallExpr]int
	acqIndex  map[*ast.CallExpr]int
	lits      map[*ast.FuncLit]*funcState
	litOrder  []litRef
}

// callRef is a call of the declaration and where it stands in the summary.
type callRef struct {
	fs    *funcState
	call  *ast.CallExpr
	index int                  // + 1, into the calls or acquisitions of fs
	acq   *catalog.Acquisition // of an acquisition
}

type litRef struct {
	lit *ast.FuncLit
	fs  *funcState
}

func (d *declState) closure(e *ast.FuncLit, fs *funcState) {
	d.lits[e] = fs
	d.litOrder = append(d.litOrder, litRef{e, fs})
}

// resNode is a variable, or the result of a call, that may hold a resource.
type resNode struct {
	use     Use
	succ    []ref // values also arrive there
	param   bool  // a session parameter of the function
	returns []returnRef
	passes  []passRef
	stores  []string // persistent maps and caches it is put into
}

// ref is a node as an expression refers to it. A weak one may merely hold the
// resource or have been computed from it: NewRepo(tx), load(tx). Ending it may
// end the resource, but returning it does not hand out a fresh one.
type ref struct {
	n    *resNode
	weak bool
}

type returnRef struct {
	fs    *funcState
	index int
}

type passRef struct {
	callee Str
	arg    int
}

// resRecord is an acquisition or call whose resource is followed.
type resRecord struct {
	fs        *funcState
	acq, call int // index + 1 into fs.f.Acqs or fs.f.Calls
	receiver  bool
	makes     string // the type of a literal
	node      *resNode
	on        []ref // what it is taken from
	facts     []nilFact
	expr      *ast.CallExpr // nil for a literal
}

// guarded is a call without a resource that stands where facts hold.
type guarded struct {
	fs    *funcState
	call  int
	facts []nilFact
}

func newDeclState(b *builder, body ast.Node) *declState {
	d := &declState{
		body: body,
		objs: map[types.Object]*resNode{}, calls: map[*ast.CallExpr]*resNode{}, literals: map[*ast.CompositeLit]*resNode{},
		filled: map[string]bool{}, raised: map[string][]token.Pos{}, reset: map[string]bool{}, read: map[string]bool{}, loadedFrom: map[types.Object]string{}, owner: map[types.Object]*funcState{},
		callIndex: map[*ast.CallExpr]int{}, acqIndex: map[*ast.CallExpr]int{}, lits: map[*ast.FuncLit]*funcState{},
	}
	written := map[ast.Expr]bool{} // m[k] on the left of an assignment is no read
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			d.noteAssign(b, n)
			for _, l := range n.Lhs {
				written[l] = true
			}
		case *ast.IndexExpr:
			if _, ok := b.typeOf(n.X).Underlying().(*types.Map); ok && !written[n] {
				d.read[types.ExprString(n.X)] = true
			}
		case *ast.CallExpr:
			d.noteCall(n)
			for place := range b.mapReads[b.callee(n).fn] {
				d.read[place] = true // Have: if db, ok := cached(k); ok { return db }
			}
		}
		return true
	})
	if block, ok := body.(*ast.BlockStmt); ok {
		d.noteResets(b, block)
	}
	return d
}

func (d *declState) noteAssign(b *builder, s *ast.AssignStmt) {
	for i, l := range s.Lhs {
		id, ok := l.(*ast.Ident)
		if !ok || b.in.Info.Defs[id] == nil { // a new variable of that name is not the place that was checked
			name := types.ExprString(l)
			if i < len(s.Rhs) && types.ExprString(s.Rhs[i]) == "nil" {
				continue
			}
			d.filled[name] = true
			if i < len(s.Rhs) && types.ExprString(s.Rhs[i]) == "true" {
				d.raised[name] = append(d.raised[name], l.Pos())
			}
		}
		if !ok || i >= len(s.Rhs) {
			continue
		}
		switch r := ast.Unparen(s.Rhs[i]).(type) {
		case *ast.CallExpr:
			if x := loaded(r); x != nil {
				d.loadedFrom[b.in.Info.ObjectOf(id)] = types.ExprString(ast.Unparen(x))
			}
		case *ast.SelectorExpr: // Have: db := l.db; if db == nil { …; l.db = db }
			if b.place(r) != "" && s.Tok == token.DEFINE {
				d.loadedFrom[b.in.Info.ObjectOf(id)] = types.ExprString(r)
			}
		case *ast.IndexExpr: // Have: c := b.conns[i]; if c.IsClosed() { …; b.conns[i] = c }
			if _, isMap := b.typeOf(r.X).Underlying().(*types.Map); !isMap && b.place(r.X) != "" && s.Tok == token.DEFINE {
				d.loadedFrom[b.in.Info.ObjectOf(id)] = types.ExprString(r)
			}
		}
	}
}

func (d *declState) noteCall(c *ast.CallExpr) {
	sel, ok := c.Fun.(*ast.SelectorExpr)
	if !ok {
		return
	}
	switch x := types.ExprString(sel.X); sel.Sel.Name {
	case "Store", "CompareAndSwap", "Swap":
		d.filled[x] = true
		if len(c.Args) > 0 && types.ExprString(c.Args[len(c.Args)-1]) == "true" {
			d.raised[x] = append(d.raised[x], c.Pos())
		}
	case "Load", "Get", "Peek", "Lookup":
		d.read[x] = true
	}
}

// captured reports whether v is declared in the declaration, but by a
// function around the one being walked.
func (d *declState) captured(b *builder, v *types.Var) bool {
	fs, ok := d.owner[v]
	if !ok {
		if p, ok := b.params[v]; ok {
			return p.fn != b.fn
		}
		return false
	}
	return fs != b.fn
}

// record starts following what a call obtains.
func (d *declState) record(b *builder, c *ast.CallExpr, t *callee, r resRecord) {
	r.node = d.calls[c]
	if r.node == nil {
		r.node = &resNode{}
		d.calls[c] = r.node
	}
	r.facts, r.expr = append([]nilFact(nil), b.fn.known...), c
	if t.x != nil && t.sel != nil {
		r.on = d.res(b, t.x.X)
	}
	if r.receiver {
		d.onReceiver(b, t.x.X, &r)
	}
	d.records = append(d.records, &r)
}

// onReceiver follows an acquisition that turns its receiver into the resource:
// session.Begin(). A receiver that the function was given, or that it finds in
// a field, is somebody else's to end.
func (d *declState) onReceiver(b *builder, x ast.Expr, r *resRecord) {
	r.node.succ = append(r.node.succ, r.on...)
	id, ok := ast.Unparen(x).(*ast.Ident)
	if ok {
		_, isParam := b.params[b.in.Info.ObjectOf(id)]
		ok = !isParam
	}
	if !ok || len(r.on) == 0 {
		r.node.use |= UseStored
	}
}

func (d *declState) recordLiteral(b *builder, e *ast.CompositeLit, r resRecord) {
	r.node = &resNode{}
	d.literals[e] = r.node
	r.facts = append([]nilFact(nil), b.fn.known...)
	d.records = append(d.records, &r)
}

func (d *declState) guardOnly(b *builder, fs *funcState, call int) {
	if len(b.fn.known) > 0 {
		d.pending = append(d.pending, guarded{fs, call, append([]nilFact(nil), b.fn.known...)})
	}
}

// uses notes what a call does with the resources that it receives.
func (b *builder) uses(c *ast.CallExpr, t *callee, rec *Call) {
	d := b.decl
	if d == nil {
		return
	}
	released := UseReleased
	if b.fn.defers > 0 {
		released |= UseDeferred
	}
	if t.x != nil && t.sel != nil {
		rs := d.res(b, t.x.X)
		if b.in.Catalog.ReleaseName(strings.TrimPrefix(t.x.Sel.Name, "Must")) {
			mark(rs, released)
		} else if t.known && rec.Kind == Static {
			for _, r := range rs { // a method of the user's own may end it
				r.n.passes = append(r.n.passes, passRef{rec.Symbol, 0})
			}
		}
	}
	if id, ok := ast.Unparen(c.Fun).(*ast.Ident); ok && t.fn == nil {
		mark(d.res(b, id), released) // Have: tx, done, err := begin(); defer done()
	}
	for i, a := range c.Args {
		rs := d.res(b, a)
		if len(rs) == 0 {
			if sel, ok := ast.Unparen(a).(*ast.SelectorExpr); ok && b.in.Catalog.ReleaseName(sel.Sel.Name) {
				mark(d.res(b, sel.X), released) // Have: t.Cleanup(db.Close)
			}
			continue
		}
		d.passed(b, c, t, rec, rs, i, released)
	}
}

func (d *declState) passed(b *builder, c *ast.CallExpr, t *callee, rec *Call, rs []ref, arg int, released Use) {
	mark(rs, UsePassed)
	name := ""
	if t.fn != nil {
		name = t.fn.Name()
	}
	idx, _ := paramAt(t.sig, arg, c.Ellipsis.IsValid())
	switch {
	case rec.Kind == Dynamic, handsOn[name] && !t.known:
		mark(rs, UseHanded)
	case cacheStores[name] && t.x != nil && b.persistent(t.x.X):
		for _, r := range rs {
			r.n.stores = append(r.n.stores, types.ExprString(t.x.X), b.place(t.x.X))
		}
	case returnsContext(t.sig):
		mark(rs, UseHanded) // Have: ctx = txctx.With(ctx, tx)
	case rec.Kind == Static && t.known:
		if t.sel != nil && t.sel.Kind() == types.MethodVal {
			idx++
		}
		for _, r := range rs {
			r.n.passes = append(r.n.passes, passRef{rec.Symbol, idx})
		}
	case strings.HasPrefix(name, "Release") || strings.HasPrefix(name, "Close"):
		mark(rs, released)
	default:
		if rec.Kind == Invoke || !t.known {
			mark(rs, UseStored) // ownership unknown: it may be kept
		}
	}
}

func returnsContext(sig *types.Signature) bool {
	if sig == nil || sig.Results().Len() != 1 {
		return false
	}
	n := namedOf(sig.Results().At(0).Type())
	return n != nil && n.Obj().Pkg() != nil && n.Obj().Pkg().Path() == "context" && n.Obj().Name() == "Context"
}

// handsOn names the functions by which a resource travels with the request.
var handsOn = map[string]bool{"WithValue": true, "Set": true, "SetUserValue": true, "Locals": true, "SetLocal": true}

// cacheStores names the methods that put a value into a cache.
var cacheStores = map[string]bool{"Store": true, "LoadOrStore": true, "Set": true, "Add": true, "Put": true, "Swap": true, "SetDefault": true, "ContainsOrAdd": true}
