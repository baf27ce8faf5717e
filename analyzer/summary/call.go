package summary

import (
	"go/ast"
	"go/types"

	"github.com/sessionlint/sessionlint/analyzer/catalog"
)

// callee is what is known of the function that a call expression names.
type callee struct {
	fn    *types.Func      // nil for a function value
	id    *ast.Ident       // that names it
	sel   *types.Selection // of a method call
	x     *ast.SelectorExpr
	sig   *types.Signature
	sym   *catalog.Symbol
	known bool // fn's body is analysed
}

// call walks a call and returns the nodes of its results.
func (b *builder) call(c *ast.CallExpr, mode Mode) []Node {
	if tv, ok := b.in.Info.Types[c.Fun]; ok && tv.IsType() {
		if len(c.Args) != 1 {
			return nil
		}
		return []Node{b.convert(c.Args[0], tv.Type)}
	}
	if bi, ok := b.builtin(c); ok {
		return b.builtinCall(c, bi)
	}
	if x := b.lookedAt(c); x != nil {
		b.expr(x)
		return nil
	}
	t := b.callee(c)
	rec := Call{Mode: mode, Pos: b.callPos(c), InLoop: b.fn.loops > 0}
	b.blindCall(c, &t)
	if b.looksInContext(c, &t) {
		b.fn.f.Flags |= ReadsContext
	}
	wanted := b.target(c, &t, &rec)
	args := b.arguments(c, &t, &rec)
	b.catalogued(c, &t, &rec, args)
	b.routes(c, &t, args)
	b.foreignHandler(c, &t, &rec, args)
	if t.fn != nil && t.fn.Pkg() != nil {
		b.invokesContainer(&t, &rec)
	}
	res := b.results(&t, &rec)
	if !wanted {
		for _, n := range res {
			if n != 0 {
				b.source(n, UnknownValue, "") // Have: ctx.Value(key{})
			}
		}
	}
	b.uses(c, &t, &rec)
	if b.rowsOf(t.sig) != nil {
		b.decl.rows = append(b.decl.rows, callRef{fs: b.fn, call: c})
	}
	if wanted && b.worthKeeping(&t, &rec) {
		b.keep(c, &t, rec)
	}
	return res
}

func (b *builder) builtin(c *ast.CallExpr) (*types.Builtin, bool) {
	id, ok := ast.Unparen(c.Fun).(*ast.Ident)
	if !ok {
		return nil, false
	}
	bi, ok := b.in.Info.Uses[id].(*types.Builtin)
	return bi, ok
}

func (b *builder) builtinCall(c *ast.CallExpr, bi *types.Builtin) []Node {
	var elem types.Type
	if s, ok := b.typeOf(c).Underlying().(*types.Slice); ok && bi.Name() == "append" && !c.Ellipsis.IsValid() {
		elem = s.Elem()
	}
	var ns []Node
	for i, a := range c.Args {
		if b.isType(a) {
			continue // make, new
		}
		if i == 0 {
			ns = append(ns, b.expr(a))
		} else {
			ns = append(ns, b.convert(a, elem))
		}
	}
	switch bi.Name() {
	case "append":
		if b.classOf(b.typeOf(c)) == nothing {
			return nil
		}
		n := b.local()
		for i, m := range ns {
			b.flow(m, n)
			if i == 0 {
				b.flow(n, m)
			}
		}
		return []Node{n}
	case "copy":
		if len(ns) == 2 {
			b.flow(ns[1], ns[0])
		}
	case "new", "make":
		if b.classOf(b.typeOf(c)) != nothing {
			return []Node{b.local()}
		}
	}
	return nil
}

// callPos is where a reader looks for the call: the name of the method when
// the chain before it spans lines, else the beginning of the expression.
func (b *builder) callPos(c *ast.CallExpr) Pos {
	fun := ast.Unparen(c.Fun)
	start := b.pos(fun.Pos())
	if sel, ok := fun.(*ast.SelectorExpr); ok {
		if p := b.pos(sel.Sel.Pos()); p.Line != start.Line {
			return p
		}
	}
	return start
}

// callee resolves what a call names, without walking anything.
func (b *builder) callee(c *ast.CallExpr) callee {
	var t callee
	t.sig, _ = b.typeOf(c.Fun).Underlying().(*types.Signature)
	fun := ast.Unparen(c.Fun)
	switch f := fun.(type) { // f[T](…)
	case *ast.IndexExpr:
		if b.isType(f.Index) {
			fun = ast.Unparen(f.X)
		}
	case *ast.IndexListExpr:
		fun = ast.Unparen(f.X)
	}
	var id *ast.Ident
	switch f := fun.(type) {
	case *ast.Ident:
		id = f
	case *ast.SelectorExpr:
		id, t.x, t.sel = f.Sel, f, b.in.Info.Selections[f]
	}
	if id == nil {
		return t
	}
	if fn, ok := b.in.Info.Uses[id].(*types.Func); ok {
		t.fn, t.id = fn, id
		t.sym = b.in.Catalog.Func(fn)
		t.known = b.analysedPkg(fn.Pkg())
	}
	return t
}

// target fills in who is called. It reports whether the call can matter.
func (b *builder) target(c *ast.CallExpr, t *callee, rec *Call) bool {
	switch {
	case t.fn == nil:
		rec.Kind = Dynamic
		rec.Recv = b.expr(c.Fun)
		rec.RecvParam = b.paramOf(c.Fun)
		if rec.Recv != 0 && (b.isParam(c.Fun) || b.handlerShape(b.typeOf(c.Fun))) {
			b.fn.f.Flags |= CallsNext // Have: next(c), or fn(tx) with a parameter fn
		}
		return rec.Recv != 0
	case t.sel != nil && t.sel.Kind() == types.MethodVal && b.interfaceMethod(t.fn):
		rec.Kind = Invoke
		rec.Symbol = b.str(methodKey(t.fn))
		rec.Recv = b.receiver(t.x, t.sel)
		if rec.Recv == 0 {
			return false // error, context.Context
		}
		rec.RecvParam = b.paramOf(t.x.X)
		rec.Iface = b.iface(t.fn.Signature().Recv().Type())
		if b.in.Catalog.Signature(t.fn.Signature()) != nil {
			b.fn.f.Flags |= CallsNext // Have: next.ServeHTTP(w, r)
		}
		return true
	}
	rec.Kind = Static
	rec.Symbol = b.str(b.symbolAt(t.id, t.fn, c))
	if t.sym != nil && t.sym.Cheap && t.fn.Pkg() != b.in.Pkg {
		// The catalog vouches for it: what it does inside is its own business.
		rec.Symbol, t.known = b.str("cheap "+t.fn.FullName()), false
	}
	if t.x != nil && t.sel != nil {
		n := b.expr(t.x.X)
		if n != 0 && t.sel.Kind() == types.MethodVal && b.classOf(b.typeOf(t.x.X)) == value {
			rec.Args = append(rec.Args, Arg{Index: 0, Node: n}) // a method of a func type
			if named := namedOf(t.sel.Recv()); named != nil && t.known {
				b.flow(n, b.node(payloadNode(b.typeName(named))))
			}
		}
	}
	return true
}

func (b *builder) isParam(e ast.Expr) bool {
	id, ok := ast.Unparen(e).(*ast.Ident)
	if !ok {
		return false
	}
	_, ok = b.params[b.in.Info.Uses[id]]
	return ok
}

func (b *builder) interfaceMethod(fn *types.Func) bool {
	r := fn.Signature().Recv()
	return r != nil && types.IsInterface(r.Type())
}

func (b *builder) handlerShape(t types.Type) bool {
	sig, ok := t.Underlying().(*types.Signature)
	if !ok {
		return false
	}
	s := b.in.Catalog.Signature(sig)
	return s != nil && s.Role == catalog.Handler
}

// arguments walks the arguments and records those that carry something.
func (b *builder) arguments(c *ast.CallExpr, t *callee, rec *Call) []Node {
	base := 0
	if rec.Kind == Invoke || t.sel != nil && t.sel.Kind() == types.MethodVal {
		base = 1
	}
	nodes := make([]Node, len(c.Args))
	if len(c.Args) == 1 && t.sig != nil && t.sig.Params().Len() > 1 {
		b.forwarded(c.Args[0], t, rec, base) // Have: f(g()) with a multi-valued g
		return nodes
	}
	for i, a := range c.Args {
		idx, pt := paramAt(t.sig, i, c.Ellipsis.IsValid())
		n := b.convert(a, pt)
		nodes[i] = n
		if n == 0 || !t.known && rec.Kind == Static && pt != nil && emptyInterface(pt) && !b.carriesFunc(b.typeOf(a)) {
			continue // fmt.Println(x): nobody calls back
		}
		arg := Arg{Index: uint8(min(idx+base, 255)), Node: n, Param: b.paramOf(a)}
		if pt != nil && types.IsInterface(pt) && !isTypeParam(pt) {
			arg.Iface = b.iface(pt)
		}
		rec.Args = append(rec.Args, arg)
	}
	return nodes
}

func (b *builder) forwarded(a ast.Expr, t *callee, rec *Call, base int) {
	ns := b.values(a, t.sig.Params().Len())
	for i, n := range ns {
		idx, pt := paramAt(t.sig, i, false)
		if n = b.converted(n, b.resultType(a, i), pt); n != 0 {
			rec.Args = append(rec.Args, Arg{Index: uint8(min(idx+base, 255)), Node: n})
		}
	}
}

// carriesFunc reports whether a value handed to an unanalysed function as
// "any" could be called back by it: functions, alone or in a container.
func (b *builder) carriesFunc(t types.Type) bool {
	switch u := t.Underlying().(type) {
	case *types.Signature:
		return true
	case *types.Interface:
		return u.NumMethods() > 0 || b.classOf(t) != nothing
	}
	return b.classOf(t) == container
}

// paramAt is the index and type of the parameter that takes argument i.
func paramAt(sig *types.Signature, i int, spread bool) (int, types.Type) {
	if sig == nil {
		return i, nil
	}
	last := sig.Params().Len() - 1
	if sig.Variadic() && i >= last {
		t := sig.Params().At(last).Type()
		if s, ok := t.(*types.Slice); ok && !spread {
			t = s.Elem()
		}
		return last, t
	}
	if i > last {
		return i, nil
	}
	return i, sig.Params().At(i).Type()
}

// paramOf says whether an expression is exactly a parameter that is never
// reassigned, of this function or of one around it that is still running.
func (b *builder) paramOf(e ast.Expr) Param {
	id, ok := ast.Unparen(e).(*ast.Ident)
	if !ok {
		return Param{}
	}
	o := b.in.Info.Uses[id]
	p, ok := b.params[o]
	if !ok || b.mutated[o] || p.index == 0 && p.fn.sig.Recv() != nil {
		return Param{} // a receiver of a func type is whatever was converted to it
	}
	for f := b.fn; f != p.fn; f = f.parent {
		if f == nil || !f.bound {
			return Param{}
		}
	}
	return Param{Func: b.str(p.fn.id), Index: uint8(min(p.index, 255))}
}

func (b *builder) results(t *callee, rec *Call) []Node {
	if t.sig == nil {
		return nil
	}
	out := make([]Node, t.sig.Results().Len())
	for i := range out {
		rt := t.sig.Results().At(i).Type()
		if b.classOf(rt) == nothing {
			continue
		}
		out[i] = b.local()
		a := Arg{Index: uint8(i), Node: out[i]}
		if types.IsInterface(rt) && !isTypeParam(rt) {
			a.Iface = b.iface(rt)
		}
		rec.Results = append(rec.Results, a)
	}
	return out
}

// worthKeeping drops the calls that no link can use: of unanalysed functions
// to which nothing is passed and from which nothing comes.
func (b *builder) worthKeeping(t *callee, rec *Call) bool {
	if rec.Kind != Static || t.known {
		return true
	}
	return len(rec.Args) > 0 || len(rec.Results) > 0
}

// keep appends the call to the current function.
func (b *builder) keep(c *ast.CallExpr, t *callee, rec Call) {
	fs := b.fn
	rec.After, rec.Plain = uint32(fs.last), fs.nested == 0 && !fs.left
	rec.When, rec.Given = b.when(), b.given()
	fs.f.Calls = append(fs.f.Calls, rec)
	idx := len(fs.f.Calls)
	fs.last = idx
	b.decl.callIndex[c] = idx
	if rec.Mode == Sync && (rec.Kind != Static || t.known) {
		b.decl.kept = append(b.decl.kept, callRef{fs: fs, call: c, index: idx})
	}
	if rec.Kind == Static && !t.known {
		return
	}
	if !b.mayReturnResource(t.sig) {
		b.decl.guardOnly(b, fs, idx)
		return
	}
	b.decl.record(b, c, t, resRecord{fs: fs, call: idx})
}

// mayReturnResource reports whether a result could be, or hold, a session.
func (b *builder) mayReturnResource(sig *types.Signature) bool {
	if sig == nil {
		return false
	}
	for i := range sig.Results().Len() {
		if resourceLike(sig.Results().At(i).Type()) {
			return true
		}
	}
	return false
}

func resourceLike(t types.Type) bool {
	if ignoredInterface(t) {
		return false
	}
	switch u := t.Underlying().(type) {
	case *types.Pointer:
		_, ok := u.Elem().Underlying().(*types.Struct)
		return ok
	case *types.Struct:
		return u.NumFields() > 0
	case *types.Interface:
		return true
	case *types.Slice:
		return resourceLike(u.Elem())
	}
	return false
}
