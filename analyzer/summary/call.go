package summary

import (
	"go/ast"

	"go/types"
	"strings"

	"github.com/sessionlint/sessionlint/analyzer/catalog"
)

// callee is what is known of the function that a call expression names.
type callee struct {
	fn    *types.Func      // nil for a function value
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
	t := b.callee(c)
	rec := Call{Mode: mode, Pos: b.callPos(c)}
	wanted := b.target(c, &t, &rec)
	args := b.arguments(c, &t, &rec)
	b.catalogued(c, &t, &rec, args)
	b.routes(c, &t, args)
	res := b.results(&t, &rec)
	b.uses(c, &t, &rec)
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
		t.fn = fn
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
		rec.Iface = b.iface(t.fn.Signature().Recv().Type())
		if b.in.Catalog.Signature(t.fn.Signature()) != nil {
			b.fn.f.Flags |= CallsNext // Have: next.ServeHTTP(w, r)
		}
		return true
	}
	rec.Kind = Static
	rec.Symbol = b.str(b.symbolOf(t.fn))
	if t.x != nil && t.sel != nil {
		n := b.expr(t.x.X)
		if n != 0 && t.sel.Kind() == types.MethodVal && b.classOf(b.typeOf(t.x.X)) == value {
			rec.Args = append(rec.Args, Arg{Index: 0, Node: n}) // a method of a func type
			if named := namedOf(t.sel.Recv()); named != nil && t.known {
				b.flow(n, b.node(payloadNode(typeName(named))))
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
	fs.f.Calls = append(fs.f.Calls, rec)
	idx := len(fs.f.Calls)
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

// catalogued does what the catalog says of the callee.
func (b *builder) catalogued(c *ast.CallExpr, t *callee, rec *Call, args []Node) {
	s := t.sym
	if s == nil {
		return
	}
	if s.Stream || b.streamArgument(c, s.StreamIf) {
		b.fn.f.Flags |= IsStream
	}
	if s.Loop && b.fn.f.Shape == catalog.NoEntry {
		b.fn.f.Shape, b.fn.f.Framework = catalog.Background, b.str("consumer loop")
	}
	if s.Next {
		b.fn.f.Flags |= CallsNext
	}
	if s.Acquire != nil {
		b.acquisition(c, t, s.Acquire, rec)
	}
	for i := range s.Register {
		b.register(c, t, &s.Register[i], rec, args)
	}
}

func (b *builder) acquisition(c *ast.CallExpr, t *callee, a *catalog.Acquisition, rec *Call) {
	fs := b.fn
	fs.f.Acqs = append(fs.f.Acqs, Acq{
		Symbol: b.str(a.Symbol), Kind: a.Kind, Auto: a.Auto, Nested: a.Nested, Mode: rec.Mode, Pos: rec.Pos,
	})
	b.decl.record(b, c, t, resRecord{fs: fs, acq: len(fs.f.Acqs), receiver: a.Origin == catalog.Receiver})
}

// literalAcquisition records redis.Pool{…}, kafka.Writer{…} and their like.
func (b *builder) literalAcquisition(e *ast.CompositeLit, t types.Type) {
	a := b.in.Catalog.Literal(t)
	if a == nil {
		return
	}
	fs := b.fn
	fs.f.Acqs = append(fs.f.Acqs, Acq{Symbol: b.str(a.Symbol), Kind: a.Kind, Pos: b.pos(e.Pos())})
	b.decl.recordLiteral(b, e, resRecord{fs: fs, acq: len(fs.f.Acqs)})
}

// register turns the arguments of a registration into entry points.
func (b *builder) register(c *ast.CallExpr, t *callee, r *catalog.Registration, rec *Call, args []Node) {
	if r.Trap {
		return
	}
	if r.Role == catalog.Once {
		b.onceGuard(c, t, rec)
		return
	}
	if r.Role == catalog.Inherit {
		return // the boundary model's callback is exactly that
	}
	method, path := b.route(c, t, r.Method)
	base := 0
	if t.sel != nil && t.sel.Kind() == types.MethodVal {
		base = 1
	}
	for i, n := range args {
		idx, pt := paramAt(t.sig, i, c.Ellipsis.IsValid())
		if r.Arg >= 0 && idx != r.Arg || n == 0 {
			continue
		}
		e := Entry{
			Node: n, Kind: r.Kind, Role: r.Role, Framework: b.str(r.Framework),
			Route: b.str(joinRoute(method, path)), Pos: rec.Pos, In: b.str(b.fn.id),
		}
		b.entryMethods(&e, r.Covers, r.Methods, b.typeOf(c.Args[i]), pt)
		b.out.Entries = append(b.out.Entries, e)
		if r.Role == catalog.Handler && !t.known {
			rec.Args = dropArg(rec.Args, uint8(min(idx+base, 255)), n) // it runs later, not here
		}
	}
}

func dropArg(args []Arg, idx uint8, n Node) []Arg {
	out := args[:0]
	for _, a := range args {
		if a.Index != idx || a.Node != n {
			out = append(out, a)
		}
	}
	return out
}

// entryMethods says which methods of an object become entry points. covers is
// the catalog's word on a method; names are what it names literally, for an
// object whose type is not known here; param is the type of the place into
// which the object goes, which narrows the choice when it is an interface.
func (b *builder) entryMethods(e *Entry, covers func(*types.Func) (catalog.EntryKind, bool), names []string, object, param types.Type) {
	narrow, _ := param.(*types.Named)
	var allowed *types.Interface
	if narrow != nil {
		allowed, _ = narrow.Underlying().(*types.Interface)
	}
	add := func(name string, kind catalog.EntryKind) {
		e.Methods = append(e.Methods, b.str(name))
		e.Kinds = append(e.Kinds, kind)
	}
	if object != nil && !types.IsInterface(object) && hasMethods(object) {
		for _, m := range methodsOf(object) {
			if len(names) == 0 && allowed != nil && allowed.NumMethods() > 0 && !hasMethod(allowed, m.Name()) {
				continue
			}
			if kind, ok := covers(m); ok {
				add(m.Name(), kind)
			}
		}
		return
	}
	if len(names) > 0 {
		for _, n := range names {
			add(n, e.Kind)
		}
		return
	}
	if allowed != nil {
		for m := range allowed.Methods() {
			if kind, ok := covers(m); ok {
				add(m.Name(), kind)
			}
		}
	}
}

// methodsOf lists the methods of T and *T, by name.
func methodsOf(t types.Type) []*types.Func {
	if _, ok := types.Unalias(t).(*types.Pointer); !ok {
		t = types.NewPointer(t)
	}
	ms := types.NewMethodSet(t)
	out := make([]*types.Func, 0, ms.Len())
	for i := range ms.Len() {
		if fn, ok := ms.At(i).Obj().(*types.Func); ok {
			out = append(out, fn)
		}
	}
	return out
}

func hasMethod(i *types.Interface, name string) bool {
	for m := range i.Methods() {
		if m.Name() == name {
			return true
		}
	}
	return false
}

// onceGuard marks a call of sync.Once and its relatives, unless the guard
// itself is made anew by the function: a local Once guards nothing.
func (b *builder) onceGuard(c *ast.CallExpr, t *callee, rec *Call) {
	if t.fn.Signature().Recv() == nil {
		if !b.fn.entry {
			rec.Once = MakesOnce
		}
		return
	}
	if b.persistent(t.x.X) {
		rec.Once = RunsOnce
	}
}

// streamArgument looks for w.Header().Set("Content-Type", "text/event-stream").
func (b *builder) streamArgument(c *ast.CallExpr, prefixes []string) bool {
	for _, a := range c.Args {
		v := b.constString(a)
		for _, p := range prefixes {
			if strings.HasPrefix(v, p) {
				return true
			}
		}
	}
	return false
}

// streamAssertion reports whether asserting to t shows a streaming handler.
func (b *builder) streamAssertion(t types.Type) bool {
	n := namedOf(t)
	if n == nil || n.Obj().Pkg() == nil || n.Obj().Pkg().Path() != "net/http" {
		return false
	}
	return n.Obj().Name() == "Flusher" || n.Obj().Name() == "Hijacker"
}
