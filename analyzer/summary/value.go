package summary

import (
	"go/ast"
	"go/token"
	"go/types"
)

func (b *builder) typeOf(e ast.Expr) types.Type {
	if t := b.in.Info.TypeOf(e); t != nil {
		return t
	}
	return types.Typ[types.Invalid]
}

// expr walks an expression and returns the node of its value, 0 when the value
// is of no interest.
func (b *builder) expr(e ast.Expr) Node {
	switch e := e.(type) {
	case *ast.Ident:
		return b.ident(e)
	case *ast.ParenExpr:
		return b.expr(e.X)
	case *ast.FuncLit:
		return b.closure(e)
	case *ast.SelectorExpr:
		return b.selector(e)
	case *ast.CallExpr:
		if r := b.call(e, Sync); len(r) > 0 {
			return r[0]
		}
	case *ast.CompositeLit:
		return b.composite(e)
	case *ast.IndexExpr:
		if b.isType(e.Index) { // f[int]: an instantiation
			return b.expr(e.X)
		}
		b.expr(e.Index)
		return b.expr(e.X) // a container and its elements share one node
	case *ast.IndexListExpr:
		return b.expr(e.X)
	case *ast.StarExpr:
		return b.expr(e.X)
	case *ast.UnaryExpr:
		return b.expr(e.X)
	case *ast.SliceExpr:
		for _, i := range []ast.Expr{e.Low, e.High, e.Max} {
			if i != nil {
				b.expr(i)
			}
		}
		return b.expr(e.X)
	case *ast.BinaryExpr:
		b.expr(e.X)
		if e.Op == token.LAND || e.Op == token.LOR {
			b.sometimes(func() { b.expr(e.Y) })
		} else {
			b.expr(e.Y)
		}
	case *ast.TypeAssertExpr:
		return b.typeAssert(e)
	case *ast.KeyValueExpr:
		b.expr(e.Key)
		return b.expr(e.Value)
	}
	return 0
}

func (b *builder) ident(e *ast.Ident) Node {
	switch o := b.in.Info.ObjectOf(e).(type) {
	case *types.Var:
		return b.varNode(o)
	case *types.Func:
		n := b.local()
		b.funcValue(n, FuncValue, e, o)
		return n
	}
	return 0
}

func (b *builder) typeAssert(e *ast.TypeAssertExpr) Node {
	n := b.expr(e.X)
	if e.Type == nil {
		return n
	}
	t := b.typeOf(e.Type)
	if b.streamAssertion(t) {
		b.fn.f.Flags |= IsStream
	}
	if n == 0 && b.classOf(t) != nothing {
		n = b.local()
		b.source(n, UnknownValue, "")
	}
	return n
}

func (b *builder) selector(e *ast.SelectorExpr) Node {
	sel := b.in.Info.Selections[e]
	if sel == nil {
		return b.expr(e.Sel) // a qualified identifier
	}
	switch sel.Kind() {
	case types.FieldVal:
		b.expr(e.X)
		name, t := b.fieldPath(sel.Recv(), sel.Index())
		if name == "" || b.classOf(t) == nothing {
			return 0
		}
		return b.node(name)
	case types.MethodVal:
		return b.methodValue(e, sel)
	case types.MethodExpr:
		// Have: (*Server).Handle used as a function whose first parameter is the receiver
		n := b.local()
		b.funcValue(n, FuncValue, e.Sel, sel.Obj().(*types.Func))
		return n
	}
	return 0
}

// methodValue is s.Handle without a call. Of a concrete type it is a bound
// method; of an interface it becomes a small function that makes the call.
func (b *builder) methodValue(e *ast.SelectorExpr, sel *types.Selection) Node {
	recv := b.receiver(e, sel)
	m := sel.Obj().(*types.Func)
	n := b.local()
	r := m.Signature().Recv()
	if r == nil || !types.IsInterface(r.Type()) {
		b.funcValue(n, BoundMethod, e.Sel, m)
		return n
	}
	b.fn.lits++
	id := b.fn.id + "$" + itoa(b.fn.lits)
	b.source(n, FuncValue, id)
	if s := b.in.Catalog.Func(m); s != nil && s.Sends {
		b.source(n, StreamValue, s.Name)
	} else if t := b.typeOf(e.X); StreamMethod(m.Name()) && b.in.Catalog.StreamValue(t) {
		b.source(n, StreamValue, "("+types.TypeString(t, nil)+")."+m.Name())
	}
	fs := b.openFunc(id, e.Sel.Pos(), m.Signature())
	fs.f.Flags |= IsClosure | IsMethodValue
	fs.f.Parent = b.str(fs.parent.id)
	c := Call{Kind: Invoke, Pos: fs.f.Pos, Symbol: b.str(methodKey(m)), Iface: b.iface(r.Type()), Recv: recv}
	for i := range m.Signature().Params().Len() {
		if b.classOf(m.Signature().Params().At(i).Type()) != nothing {
			c.Args = append(c.Args, Arg{Index: uint8(i + 1), Node: b.node(paramNode(id, i))})
		}
	}
	for i := range m.Signature().Results().Len() {
		if t := m.Signature().Results().At(i).Type(); b.classOf(t) != nothing {
			c.Results = append(c.Results, Arg{Index: uint8(i), Node: b.node(resultNode(id, i)), Iface: b.iface(t)})
		}
	}
	fs.f.Calls = append(fs.f.Calls, c)
	b.closeFunc(fs)
	return n
}

// receiver walks the operand of a method selection and returns the node of
// the interface or function value on which the method is called.
func (b *builder) receiver(e *ast.SelectorExpr, sel *types.Selection) Node {
	n := b.expr(e.X)
	if f := b.promotedFrom(sel); f != "" {
		return b.node(f) // Have: struct{ Repo }, call of Repo's method
	}
	if tp, ok := types.Unalias(sel.Recv()).(*types.TypeParam); ok {
		u := b.local()
		b.flow(n, u)
		if v, ok := b.typeParamValue(tp); ok {
			b.flow(v, u)
		}
		return u
	}
	return n
}

func (b *builder) composite(e *ast.CompositeLit) Node {
	t := b.typeOf(e)
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem() // Have: []*T{{…}}
	}
	b.literalAcquisition(e, t)
	b.ownLiteral(e, t)
	if st, ok := t.Underlying().(*types.Struct); ok {
		b.structLiteral(e, t, st)
		return 0
	}
	var elem, key types.Type
	switch u := t.Underlying().(type) {
	case *types.Slice:
		elem = u.Elem()
	case *types.Array:
		elem = u.Elem()
	case *types.Map:
		key, elem = u.Key(), u.Elem()
	}
	n := b.local()
	for _, el := range e.Elts {
		if kv, ok := el.(*ast.KeyValueExpr); ok {
			if key != nil {
				b.expr(kv.Key)
			}
			el = kv.Value
		}
		b.share(b.convert(el, elem), n, elem)
	}
	return n
}

// ownLiteral follows a new value of a struct type of the program: whether it is
// kept decides whether a guard in it is worth anything.
func (b *builder) ownLiteral(e *ast.CompositeLit, t types.Type) {
	n := namedOf(t)
	if n == nil || !b.analysedPkg(n.Obj().Pkg()) || b.decl.literals[e] != nil {
		return
	}
	if _, ok := n.Underlying().(*types.Struct); ok {
		b.decl.recordLiteral(b, e, resRecord{fs: b.fn, makes: b.typeName(n)})
	}
}

func (b *builder) structLiteral(e *ast.CompositeLit, t types.Type, st *types.Struct) {
	for i, el := range e.Elts {
		field, v := i, el
		if kv, ok := el.(*ast.KeyValueExpr); ok {
			v, field = kv.Value, fieldIndex(st, kv.Key)
		}
		if field < 0 || field >= st.NumFields() {
			b.expr(v)
			continue
		}
		ft := st.Field(field).Type()
		n := b.convert(v, ft)
		if n == 0 || b.classOf(ft) == nothing {
			continue
		}
		b.share(n, b.node(b.structField(t, st, field)), ft)
		b.fieldEntry(t, st.Field(field).Name(), n, v, e)
	}
}

func fieldIndex(st *types.Struct, key ast.Expr) int {
	id, ok := key.(*ast.Ident)
	if !ok {
		return -1
	}
	for i := range st.NumFields() {
		if st.Field(i).Name() == id.Name {
			return i
		}
	}
	return -1
}

// convert walks e, which is assigned to a place of type dst.
func (b *builder) convert(e ast.Expr, dst types.Type) Node {
	return b.converted(b.expr(e), b.typeOf(e), dst)
}

// converted is the node of a value of type src in a place of type dst. A
// concrete value put into an interface becomes a source of its type.
func (b *builder) converted(n Node, src, dst types.Type) Node {
	if dst == nil || src == nil {
		return n
	}
	if bt, ok := src.(*types.Basic); ok && (bt.Kind() == types.UntypedNil || bt.Kind() == types.Invalid) {
		return 0
	}
	if named := namedOf(dst); named != nil && b.classOf(src) == value {
		if _, ok := named.Underlying().(*types.Signature); ok && (named.NumMethods() > 0 || b.analysedPkg(named.Obj().Pkg())) && typeName(named) != typeName(src) {
			b.flow(n, b.node(payloadNode(b.typeName(named)))) // Have: Adapter(f)
		}
		b.handlerEntry(named, n)
	}
	if !types.IsInterface(dst) || isTypeParam(dst) || types.IsInterface(src) && !isTypeParam(src) {
		if types.IsInterface(dst) && types.IsInterface(src) && !isTypeParam(dst) {
			b.interfaceEntry(dst, n, src)
		}
		return n
	}
	if b.classOf(dst) == nothing {
		return 0
	}
	return b.boxed(n, src, dst)
}

// boxed is a concrete value (or one of a type parameter's type) in an interface.
func (b *builder) boxed(n Node, src, dst types.Type) Node {
	m := b.local()
	if tp, ok := types.Unalias(src).(*types.TypeParam); ok {
		if v, ok := b.typeParamValue(tp); ok {
			b.flow(v, m)
		}
		b.flow(n, m)
		return m
	}
	named := namedOf(src)
	_, isFunc := src.Underlying().(*types.Signature)
	switch {
	case isFunc && named != nil && named.NumMethods() > 0 && b.analysedPkg(named.Obj().Pkg()):
		// Its own methods find the function in their receiver.
		b.flow(n, b.node(payloadNode(b.typeName(named))))
	case b.classOf(src) != nothing:
		b.flow(n, m)
	}
	if hasMethods(src) {
		b.typeTable(src)
		b.source(m, ConcreteType, b.typeName(src))
		b.interfaceEntry(dst, m, src)
	}
	return m
}

// share lets values flow into a place; when both are containers they alias.
func (b *builder) share(from, to Node, t types.Type) {
	b.flow(from, to)
	if t != nil && b.classOf(t) == container {
		b.flow(to, from)
	}
}

// assign stores node n (of type src) into the place l.
func (b *builder) assign(l ast.Expr, n Node, src types.Type) {
	l = ast.Unparen(l)
	if id, ok := l.(*ast.Ident); ok {
		if id.Name == "_" {
			return
		}
		o := b.in.Info.ObjectOf(id)
		if o == nil {
			return
		}
		b.share(b.converted(n, src, o.Type()), b.varNode(o), o.Type())
		return
	}
	lt := b.typeOf(l)
	n = b.converted(n, src, lt)
	b.share(n, b.expr(l), lt)
	if sel, ok := l.(*ast.SelectorExpr); ok && n != 0 {
		if s := b.in.Info.Selections[sel]; s != nil && s.Kind() == types.FieldVal {
			b.fieldEntry(s.Recv(), sel.Sel.Name, n, sel, nil)
		}
	}
}

// values evaluates the one expression on the right of k places.
func (b *builder) values(e ast.Expr, k int) []Node {
	ns := make([]Node, k)
	if c, ok := ast.Unparen(e).(*ast.CallExpr); ok {
		copy(ns, b.call(c, Sync))
		return ns
	}
	ns[0] = b.expr(e) // v, ok := <-ch, m[k], x.(T)
	return ns
}

func (b *builder) valueSpec(s *ast.ValueSpec) {
	if len(s.Values) == 1 && len(s.Names) > 1 {
		ns := b.values(s.Values[0], len(s.Names))
		for i, id := range s.Names {
			b.assign(id, ns[i], b.resultType(s.Values[0], i))
		}
		b.decl.assignMulti(b, identExprs(s.Names), s.Values[0])
		return
	}
	for i, v := range s.Values {
		n := b.expr(v)
		if i < len(s.Names) {
			b.assign(s.Names[i], n, b.typeOf(v))
			b.decl.assign(b, s.Names[i], v)
		}
	}
}

func identExprs(ids []*ast.Ident) []ast.Expr {
	out := make([]ast.Expr, len(ids))
	for i, id := range ids {
		out[i] = id
	}
	return out
}

// resultType is the type of the i-th value of a multi-valued expression, or
// nil when it is not a tuple.
func (b *builder) resultType(e ast.Expr, i int) types.Type {
	if t, ok := b.typeOf(e).(*types.Tuple); ok && i < t.Len() {
		return t.At(i).Type()
	}
	return nil
}

func isBlank(e ast.Expr) bool {
	id, ok := e.(*ast.Ident)
	return ok && id.Name == "_"
}

func (b *builder) sendStmt(s *ast.SendStmt) {
	ch := b.expr(s.Chan)
	if t, ok := b.typeOf(s.Chan).Underlying().(*types.Chan); ok {
		b.flow(b.convert(s.Value, t.Elem()), ch)
	} else {
		b.expr(s.Value)
	}
	b.decl.stored(b.decl.res(b, s.Value))
}
