package summary

import (
	"go/ast"

	"go/types"
	"sort"
	"strings"
)

// declState follows the resources of one declaration (a function with all the
// closures in it) through its local variables. It is insensitive to order: a
// closure deferred before the transaction begins still releases it.
type declState struct {
	objs       map[types.Object]*resNode
	calls      map[*ast.CallExpr]*resNode
	literals   map[*ast.CompositeLit]*resNode
	records    []*resRecord
	pending    []guarded
	filled     map[string]bool         // places assigned somewhere in the declaration
	read       map[string]bool         // maps and caches read somewhere in it
	loadedFrom map[types.Object]string // p of p := ptr.Load()
	owner      map[types.Object]*funcState
}

// resNode is a variable, or the result of a call, that may hold a resource.
type resNode struct {
	use     Use
	succ    []*resNode // values also arrive there
	returns []returnRef
	passes  []passRef
	stores  []string // persistent maps and caches it is put into
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
	node      *resNode
	on        []*resNode // what it is taken from
	facts     []nilFact
}

// guarded is a call without a resource that stands where facts hold.
type guarded struct {
	fs    *funcState
	call  int
	facts []nilFact
}

func newDeclState(b *builder, body ast.Node) *declState {
	d := &declState{
		objs: map[types.Object]*resNode{}, calls: map[*ast.CallExpr]*resNode{}, literals: map[*ast.CompositeLit]*resNode{},
		filled: map[string]bool{}, read: map[string]bool{}, loadedFrom: map[types.Object]string{}, owner: map[types.Object]*funcState{},
	}
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			d.noteAssign(b, n)
		case *ast.IndexExpr:
			if _, ok := b.typeOf(n.X).Underlying().(*types.Map); ok {
				d.read[types.ExprString(n.X)] = true
			}
		case *ast.CallExpr:
			d.noteCall(n)
		}
		return true
	})
	return d
}

func (d *declState) noteAssign(b *builder, s *ast.AssignStmt) {
	for i, l := range s.Lhs {
		d.filled[types.ExprString(l)] = true
		id, ok := l.(*ast.Ident)
		if !ok || i >= len(s.Rhs) {
			continue
		}
		if c, ok := ast.Unparen(s.Rhs[i]).(*ast.CallExpr); ok {
			if x := loaded(c); x != nil {
				d.loadedFrom[b.in.Info.ObjectOf(id)] = types.ExprString(ast.Unparen(x))
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

func (d *declState) resObj(o types.Object) *resNode {
	v, ok := o.(*types.Var)
	if !ok || v.IsField() || v.Pkg() != nil && v.Parent() == v.Pkg().Scope() {
		return nil
	}
	n := d.objs[v]
	if n == nil {
		n = &resNode{}
		d.objs[v] = n
	}
	return n
}

// record starts following what a call obtains.
func (d *declState) record(b *builder, c *ast.CallExpr, t *callee, r resRecord) {
	r.node = d.calls[c]
	if r.node == nil {
		r.node = &resNode{}
		d.calls[c] = r.node
	}
	r.facts = append([]nilFact(nil), b.fn.known...)
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

// res is what an expression may hold: variables, calls, literals.
func (d *declState) res(b *builder, e ast.Expr) []*resNode {
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		if n := d.resObj(b.in.Info.ObjectOf(e)); n != nil {
			return []*resNode{n}
		}
	case *ast.SelectorExpr:
		if s := b.in.Info.Selections[e]; s != nil && s.Kind() == types.FieldVal {
			return d.res(b, e.X)
		}
	case *ast.CallExpr:
		return d.resCall(b, e)
	case *ast.UnaryExpr:
		return d.res(b, e.X)
	case *ast.StarExpr:
		return d.res(b, e.X)
	case *ast.TypeAssertExpr:
		return d.res(b, e.X)
	case *ast.SliceExpr:
		return d.res(b, e.X)
	case *ast.CompositeLit:
		var out []*resNode
		if n := d.literals[e]; n != nil {
			out = append(out, n)
		}
		for _, el := range e.Elts {
			if kv, ok := el.(*ast.KeyValueExpr); ok {
				el = kv.Value
			}
			out = append(out, d.res(b, el)...)
		}
		return out
	}
	return nil
}

// resCall is what a call's result may hold: what the call obtains, and what is
// wrapped by it (tx.Where(…), NewRepo(tx), append(list, tx)).
func (d *declState) resCall(b *builder, c *ast.CallExpr) []*resNode {
	var out []*resNode
	if n := d.calls[c]; n != nil {
		out = append(out, n)
	}
	t := b.callee(c)
	if t.sym != nil && t.sym.Acquire != nil {
		return out
	}
	if t.sym == nil || !t.sym.Query {
		for _, a := range c.Args {
			if !b.isType(a) && resourceLike(b.typeOf(a)) {
				out = append(out, d.res(b, a)...)
			}
		}
	}
	if t.x != nil && t.sel != nil && t.sig != nil && t.sig.Results().Len() > 0 &&
		types.Identical(t.sig.Results().At(0).Type(), b.typeOf(t.x.X)) {
		out = append(out, d.res(b, t.x.X)...)
	}
	return out
}

// assign notes that the value of r is stored in the place l.
func (d *declState) assign(b *builder, l, r ast.Expr) {
	rs := d.res(b, r)
	d.assignTo(b, l, rs)
}

func (d *declState) assignMulti(b *builder, ls []ast.Expr, r ast.Expr) {
	rs := d.res(b, r)
	for i, l := range ls {
		t := b.resultType(r, i)
		if t != nil && ignoredInterface(t) {
			d.own(b, l)
			continue // err
		}
		d.assignTo(b, l, rs)
	}
}

// own notes which function declares a variable.
func (d *declState) own(b *builder, l ast.Expr) {
	if id, ok := ast.Unparen(l).(*ast.Ident); ok {
		if o := b.in.Info.Defs[id]; o != nil {
			d.owner[o] = b.fn
		}
	}
}

func (d *declState) assignTo(b *builder, l ast.Expr, rs []*resNode) {
	l = ast.Unparen(l)
	d.own(b, l)
	b.fills(l)
	if len(rs) == 0 || isBlank(l) || !mayHold(b.typeOf(l)) {
		return
	}
	switch l := l.(type) {
	case *ast.Ident:
		if n := d.resObj(b.in.Info.ObjectOf(l)); n != nil {
			link(rs, n)
			return
		}
	case *ast.SelectorExpr:
		if n := d.localHolder(b, l); n != nil {
			link(rs, n)
			return
		}
	case *ast.IndexExpr:
		if b.persistent(l.X) {
			for _, r := range rs {
				r.stores = append(r.stores, types.ExprString(l.X))
			}
		} else if n := d.localHolder(b, l); n != nil {
			link(rs, n)
			return
		}
	}
	d.stored(rs)
}

// localHolder is the local variable of which l is a part, when the variable
// is the function's own: x.tx = tx.
func (d *declState) localHolder(b *builder, l ast.Expr) *resNode {
	for {
		switch x := ast.Unparen(l).(type) {
		case *ast.SelectorExpr:
			l = x.X
		case *ast.IndexExpr:
			l = x.X
		case *ast.StarExpr:
			l = x.X
		case *ast.Ident:
			o := b.in.Info.ObjectOf(x)
			if _, isParam := b.params[o]; isParam {
				return nil
			}
			return d.resObj(o)
		default:
			return nil
		}
	}
}

func link(from []*resNode, to *resNode) {
	for _, f := range from {
		if f != to {
			f.succ = append(f.succ, to)
		}
	}
}

func (d *declState) flowObj(o types.Object, from []*resNode) {
	if n := d.resObj(o); n != nil {
		link(from, n)
	}
}

func (d *declState) stored(rs []*resNode) { mark(rs, UseStored) }

func mark(rs []*resNode, u Use) {
	for _, r := range rs {
		r.use |= u
	}
}

func (d *declState) returned(rs []*resNode, fs *funcState, index int) {
	if !mayHold(fs.sig.Results().At(index).Type()) {
		return
	}
	for _, r := range rs {
		r.returns = append(r.returns, returnRef{fs, index})
	}
}

// mayHold reports whether a value of type t can be, hold or end a resource: a
// count that was computed from one does not.
func mayHold(t types.Type) bool {
	if _, ok := t.Underlying().(*types.Signature); ok {
		return true
	}
	if m, ok := t.Underlying().(*types.Map); ok {
		return mayHold(m.Elem())
	}
	if c, ok := t.Underlying().(*types.Chan); ok {
		return mayHold(c.Elem())
	}
	return resourceLike(t)
}

func (d *declState) returnMulti(b *builder, e ast.Expr, fs *funcState) {
	rs := d.res(b, e)
	for i := range fs.sig.Results().Len() {
		d.returned(rs, fs, i)
	}
}

// returnedEnds notes a resource that is returned together with a function
// that ends it: return tx, func() { tx.Rollback() }, nil.
func (d *declState) returnedEnds(b *builder, results []ast.Expr) {
	ends := false
	for _, e := range results {
		sig, ok := b.typeOf(e).Underlying().(*types.Signature)
		ends = ends || ok && sig.Params().Len() == 0
	}
	if ends {
		for _, e := range results {
			mark(d.res(b, e), UseReturnsEnd)
		}
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
	if t.x != nil && t.sel != nil && b.in.Catalog.ReleaseName(t.x.Sel.Name) {
		mark(d.res(b, t.x.X), released)
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

func (d *declState) passed(b *builder, c *ast.CallExpr, t *callee, rec *Call, rs []*resNode, arg int, released Use) {
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
			r.stores = append(r.stores, types.ExprString(t.x.X))
		}
	case rec.Kind == Static && t.known:
		if t.sel != nil && t.sel.Kind() == types.MethodVal {
			idx++
		}
		for _, r := range rs {
			r.passes = append(r.passes, passRef{rec.Symbol, idx})
		}
	case strings.HasPrefix(name, "Release") || strings.HasPrefix(name, "Close"):
		mark(rs, released)
	default:
		if rec.Kind == Invoke || !t.known {
			mark(rs, UseStored) // ownership unknown: it may be kept
		}
	}
}

// handsOn names the functions by which a resource travels with the request.
var handsOn = map[string]bool{"WithValue": true, "Set": true, "SetUserValue": true, "Locals": true, "SetLocal": true}

// cacheStores names the methods that put a value into a cache.
var cacheStores = map[string]bool{"Store": true, "LoadOrStore": true, "Set": true, "Add": true, "Put": true, "Swap": true, "SetDefault": true, "ContainsOrAdd": true}

// finish writes what was learned into the functions of the declaration.
func (d *declState) finish(b *builder) {
	reached := make([]map[*resNode]bool, len(d.records))
	for i, r := range d.records {
		reached[i] = reach(r.node)
	}
	for i, r := range d.records {
		d.finishRecord(b, r, reached[i], reached)
	}
	for _, g := range d.pending {
		c := &b.out.Funcs[g.fs.slot].Calls[g.call-1]
		if d.confirmed(g.facts, true) {
			c.Guard = NilGuard
		} else {
			c.Unset = b.str(unset(g.facts))
		}
	}
	d.finishParams(b)
}

func reach(n *resNode) map[*resNode]bool {
	seen := map[*resNode]bool{n: true}
	work := []*resNode{n}
	for len(work) > 0 {
		n := work[len(work)-1]
		work = work[:len(work)-1]
		for _, s := range n.succ {
			if !seen[s] {
				seen[s] = true
				work = append(work, s)
			}
		}
	}
	return seen
}

func (d *declState) finishRecord(b *builder, r *resRecord, nodes map[*resNode]bool, all []map[*resNode]bool) {
	f := &b.out.Funcs[r.fs.slot]
	origin := Origin{Acq: uint32(r.acq), Call: uint32(r.call)}
	var use Use
	guard := NoGuard
	results := map[int]bool{}
	passes := map[passRef]bool{}
	for n := range nodes {
		use |= n.use
		for _, ret := range n.returns {
			if ret.fs == r.fs {
				use |= UseReturned
				results[ret.index] = true
			} else {
				use |= UseStored // a closure returns what its maker obtained
			}
		}
		for _, p := range n.passes {
			passes[p] = true
		}
		for _, m := range n.stores {
			use |= UseStored
			if d.read[m] {
				guard = MapGuard
			}
		}
	}
	if d.confirmed(r.facts, use&UseStored != 0) {
		guard = NilGuard
	}
	for _, i := range sortedInts(results) {
		f.Returns = append(f.Returns, Return{Result: uint8(min(i, 255)), Origin: origin})
	}
	for _, p := range sortedPasses(passes) {
		f.Passes = append(f.Passes, Pass{From: origin, Callee: p.callee, Arg: uint8(min(p.arg, 255))})
	}
	on := d.originOf(r, all)
	if r.acq > 0 {
		a := &f.Acqs[r.acq-1]
		a.Use, a.Guard, a.On = use, guard, on
	} else {
		c := &f.Calls[r.call-1]
		c.Use, c.Guard, c.On = use, guard, on
		if guard == NoGuard {
			c.Unset = b.str(unset(r.facts))
		}
	}
}

// originOf finds the record of the same function from which r's receiver comes.
func (d *declState) originOf(r *resRecord, all []map[*resNode]bool) Origin {
	for i, o := range d.records {
		if o == r || o.fs != r.fs {
			continue
		}
		for _, n := range r.on {
			if all[i][n] {
				return Origin{Acq: uint32(o.acq), Call: uint32(o.call)}
			}
		}
	}
	return Origin{}
}

// finishParams notes which parameters a function releases or passes on.
func (d *declState) finishParams(b *builder) {
	type param struct {
		ref  paramRef
		node *resNode
	}
	var ps []param
	for o, n := range d.objs {
		if ref, ok := b.params[o]; ok {
			ps = append(ps, param{ref, n})
		}
	}
	sort.Slice(ps, func(i, j int) bool {
		a, b := ps[i].ref, ps[j].ref
		return a.fn.slot < b.fn.slot || a.fn.slot == b.fn.slot && a.index < b.index
	})
	for _, p := range ps {
		f := &b.out.Funcs[p.ref.fn.slot]
		passes := map[passRef]bool{}
		var use Use
		for n := range reach(p.node) {
			use |= n.use
			for _, x := range n.passes {
				passes[x] = true
			}
		}
		if use&UseReleased != 0 {
			f.Ends = append(f.Ends, uint8(min(p.ref.index, 255)))
		}
		for _, x := range sortedPasses(passes) {
			f.Passes = append(f.Passes, Pass{Param: uint8(min(p.ref.index+1, 255)), Callee: x.callee, Arg: uint8(min(x.arg, 255))})
		}
	}
}

func sortedInts(m map[int]bool) []int {
	out := make([]int, 0, len(m))
	for i := range m {
		out = append(out, i)
	}
	sort.Ints(out)
	return out
}

func sortedPasses(m map[passRef]bool) []passRef {
	out := make([]passRef, 0, len(m))
	for p := range m {
		out = append(out, p)
	}
	sort.Slice(out, func(i, j int) bool {
		return out[i].callee < out[j].callee || out[i].callee == out[j].callee && out[i].arg < out[j].arg
	})
	return out
}
