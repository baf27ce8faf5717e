package summary

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
)

// put adds slots to a variable.
func (h *holder) put(o types.Object, s Slots) {
	if o == nil || s&^h.vars[o] == 0 {
		return
	}
	h.vars[o] |= s
	h.more = true
}

// bind spreads slots over the variables of the declaration. It goes by
// assignments, not by order: a variable holds what it holds somewhere.
func (h *holder) bind() {
	ast.Inspect(h.body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			h.bindAssign(n.Lhs, n.Rhs)
		case *ast.ValueSpec:
			h.bindAssign(identExprs(n.Names), n.Values)
		case *ast.TypeSwitchStmt:
			h.bindSwitch(n)
		case *ast.CallExpr:
			h.bindSetter(n)
			h.bindLiteral(n)
		case *ast.RangeStmt:
			for _, l := range []ast.Expr{n.Key, n.Value} {
				if l != nil && carries(h.b.typeOf(l)) {
					h.bindTo(l, h.eval(n.X))
				}
			}
		}
		return true
	})
}

// bindSwitch: switch db := dao.DB().(type) { case *sql.Tx: … }
func (h *holder) bindSwitch(s *ast.TypeSwitchStmt) {
	a, ok := s.Assign.(*ast.AssignStmt)
	if !ok || len(a.Rhs) != 1 {
		return
	}
	held := h.eval(a.Rhs[0])
	for _, c := range s.Body.List {
		h.put(h.b.in.Info.Implicits[c], held)
	}
}

func (h *holder) bindAssign(ls, rs []ast.Expr) {
	if len(ls) > 1 && len(rs) == 1 {
		s := h.eval(rs[0])
		for _, l := range ls {
			if s != 0 && carries(h.b.typeOf(l)) {
				h.bindTo(l, s)
			}
			if c, ok := ast.Unparen(rs[0]).(*ast.CallExpr); ok && isFunc(h.b.typeOf(l)) {
				h.done[h.object(l)] |= h.calls[c] // Have: tx, done, err := begin()
			}
		}
		return
	}
	for i, l := range ls {
		if i >= len(rs) {
			break
		}
		if lit, ok := ast.Unparen(rs[i]).(*ast.FuncLit); ok {
			if o := h.object(l); o != nil && !slices.Contains(h.inner[o], lit) {
				h.inner[o] = append(h.inner[o], lit)
			}
		}
		if isFunc(h.b.typeOf(l)) {
			h.bindMethod(h.object(l), rs[i])
		}
		if carries(h.b.typeOf(l)) {
			h.bindTo(l, h.eval(rs[i]))
		}
	}
}

// bindLiteral: defer func(rows *sql.Rows) { rows.Close() }(rows)
func (h *holder) bindLiteral(c *ast.CallExpr) {
	lit, ok := ast.Unparen(c.Fun).(*ast.FuncLit)
	if !ok || lit.Type.Params == nil {
		return
	}
	i := 0
	for _, field := range lit.Type.Params.List {
		for _, name := range field.Names {
			if i < len(c.Args) && carries(h.b.typeOf(name)) {
				h.put(h.b.in.Info.Defs[name], h.eval(c.Args[i]))
			}
			i++
		}
		if len(field.Names) == 0 {
			i++
		}
	}
}

// bindMethod: send := stream.Send
func (h *holder) bindMethod(o types.Object, r ast.Expr) {
	sel, ok := ast.Unparen(r).(*ast.SelectorExpr)
	if o == nil || ok && h.meths[o] == sel {
		return
	}
	if _, again := h.meths[o]; again || !ok || h.b.in.Info.Selections[sel] == nil {
		sel = nil
	}
	h.meths[o] = sel
}

func (h *holder) object(e ast.Expr) types.Object {
	if id, ok := ast.Unparen(e).(*ast.Ident); ok {
		return h.b.in.Info.ObjectOf(id)
	}
	return nil
}

// bindTo stores slots in a variable, or in the variable of which l is a part.
func (h *holder) bindTo(l ast.Expr, s Slots) {
	if s == 0 {
		return
	}
	if o := h.root(l); o != nil {
		h.put(o, s)
	}
}

// root is the local variable or parameter of which an expression is a part.
func (h *holder) root(e ast.Expr) types.Object {
	v, ok := h.b.rootObject(e).(*types.Var)
	if !ok || v.IsField() || v.Pkg() != nil && v.Parent() == v.Pkg().Scope() {
		return nil
	}
	return v
}

func isFunc(t types.Type) bool {
	_, ok := t.Underlying().(*types.Signature)
	return ok
}

// carries reports whether a value of type t can hold a session.
func carries(t types.Type) bool {
	switch u := t.Underlying().(type) {
	case *types.Basic:
		return false
	case *types.Slice:
		return carries(u.Elem())
	case *types.Interface:
		return !isErrorType(t)
	}
	return true
}

func isErrorType(t types.Type) bool {
	return types.Identical(t, types.Universe.Lookup("error").Type())
}

// eval is what an expression holds.
func (h *holder) eval(e ast.Expr) Slots {
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		return h.ident(e)
	case *ast.SelectorExpr:
		if s := h.b.in.Info.Selections[e]; s != nil {
			return h.eval(e.X)
		}
	case *ast.CallExpr:
		return h.evalCall(e)
	case *ast.UnaryExpr:
		if e.Op == token.AND {
			return h.eval(e.X)
		}
	case *ast.StarExpr:
		return h.eval(e.X)
	case *ast.TypeAssertExpr:
		return h.eval(e.X) | h.inContext(e) | h.eval(h.b.unwraps(e))
	case *ast.SliceExpr:
		return h.eval(e.X)
	case *ast.IndexExpr:
		return h.eval(e.X)
	case *ast.FuncLit:
		return h.captured(e)
	case *ast.CompositeLit:
		var s Slots
		for _, el := range e.Elts {
			if kv, ok := el.(*ast.KeyValueExpr); ok {
				el = kv.Value
			}
			s |= h.eval(el)
		}
		return s
	}
	return 0
}

// entity reports whether a query of ent loads an entity, which is on the client that
// loaded it: so are doc.QueryOwner() and doc.Update().
func (h *holder) entity(t callee) bool {
	if t.sig == nil || t.sig.Results().Len() == 0 {
		return false
	}
	n := namedOf(t.sig.Results().At(0).Type())
	return n != nil && n.Obj().Pkg() != nil && has(types.NewPointer(n), "Unwrap") && h.b.in.Catalog.Opaque(n.Obj().Pkg())
}

// unwraps is the value out of which a method takes a session, or nil: what is done
// with the one is done with the other.
//
// Have: tx := unit.Delegate().(*sql.Tx)
func (b *builder) unwraps(e *ast.TypeAssertExpr) ast.Expr {
	c, ok := ast.Unparen(e.X).(*ast.CallExpr)
	if !ok || e.Type == nil || len(c.Args) > 0 || !b.sessionType(b.typeOf(e.Type)) {
		return nil
	}
	t := b.callee(c)
	if t.x == nil || t.sel == nil {
		return nil
	}
	if x := b.typeOf(t.x.X); !has(x, "Commit") && !has(x, "Rollback") {
		return nil
	}
	return t.x.X
}

// inContext: tx, ok := ctx.Value(key{}).(*sql.Tx)
func (h *holder) inContext(e *ast.TypeAssertExpr) Slots {
	c, ok := ast.Unparen(e.X).(*ast.CallExpr)
	if !ok || e.Type == nil || !h.handleType(h.b.typeOf(e.Type)) {
		return 0
	}
	if t := h.b.callee(c); t.x != nil && t.sel != nil && t.x.Sel.Name == "Value" && isContext(h.b.typeOf(t.x.X)) {
		return h.eval(t.x.X)
	}
	return 0
}

// captured is what a closure can reach.
func (h *holder) captured(l *ast.FuncLit) Slots {
	var s Slots
	for _, id := range h.facts(l).idents {
		if o := h.b.in.Info.Uses[id]; o != nil && (o.Pos() < l.Pos() || o.Pos() > l.End()) {
			s |= h.ident(id)
		}
	}
	return s
}

func (h *holder) facts(l *ast.FuncLit) litFacts {
	f, ok := h.lits[l]
	if ok {
		return f
	}
	ast.Inspect(l.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Ident:
			if _, ok := h.b.in.Info.Uses[n].(*types.Var); ok {
				f.idents = append(f.idents, n)
			}
		case *ast.CallExpr:
			f.releases = append(f.releases, n)
		}
		return true
	})
	h.lits[l] = f
	return f
}

func (h *holder) evalCall(c *ast.CallExpr) Slots {
	if tv, ok := h.b.in.Info.Types[c.Fun]; ok && tv.IsType() {
		if len(c.Args) == 1 {
			return h.eval(c.Args[0])
		}
		return 0
	}
	s := h.calls[c]
	t := h.b.callee(c)
	switch {
	case t.sym != nil && t.sym.Acquire != nil:
		if t.sym.Acquire.Nested && t.x != nil && t.sel != nil {
			s |= h.eval(t.x.X)
		}
		return s
	case t.sym != nil && t.sym.Query:
		if t.x != nil && t.sel != nil && (h.sameType(c, t) || h.entity(t)) {
			s |= h.eval(t.x.X)
		}
		return s
	case t.sym != nil && t.sym.Cheap:
		if t.x != nil && t.sel != nil {
			return s | h.eval(t.x.X) | h.givenSessions(c.Args)
		}
	}
	if h.binds(c, t) {
		if t.x != nil && t.sel != nil {
			s |= h.eval(t.x.X)
		}
		for _, a := range c.Args {
			if !h.b.isType(a) {
				s |= h.eval(a)
			}
		}
		return s
	}
	return s | h.wrapped(c, t) | h.made(c, t)
}

// made is what a value of a type parameter's type is made from by a function that
// a field holds. A callback that returns one read it with what it was given.
//
// Have: repo := s.newRepo(tx), and not: v, err := fn(tx)
func (h *holder) made(c *ast.CallExpr, t callee) Slots {
	if t.fn != nil || t.sig == nil || t.sig.Results().Len() == 0 || !isTypeParam(t.sig.Results().At(0).Type()) {
		return 0
	}
	x, ok := ast.Unparen(c.Fun).(*ast.SelectorExpr)
	if s := h.b.in.Info.Selections[x]; !ok || s == nil || s.Kind() != types.FieldVal {
		return 0
	}
	return h.givenSessions(c.Args)
}

// wrapped is what is put into a value that has a field for it: a channel, rows.
//
// Have: return p.wrap(ch), with func (p *pool) wrap(ch *amqp.Channel) *pooled
func (h *holder) wrapped(c *ast.CallExpr, t callee) Slots {
	if t.sig == nil {
		return 0
	}
	var s Slots
	for r := range t.sig.Results().Variables() {
		if _, ok := deref(r.Type()).Underlying().(*types.Struct); !ok {
			continue
		}
		for _, a := range c.Args {
			if v := h.eval(a) & h.sure; v != 0 && h.keeps(r.Type(), h.b.typeOf(a), len(c.Args)) {
				s |= v
			}
		}
	}
	return s
}

// givenSessions is what those of the expressions hold that are sessions by their type.
//
// Have: db.New(pool).WithTx(tx)
func (h *holder) givenSessions(exprs []ast.Expr) Slots {
	var s Slots
	for _, e := range exprs {
		if h.b.sessionType(h.b.typeOf(e)) {
			s |= h.eval(e)
		}
	}
	return s
}

func (h *holder) sameType(c *ast.CallExpr, t callee) bool {
	return t.sig != nil && t.sig.Results().Len() > 0 && types.Identical(t.sig.Results().At(0).Type(), h.b.typeOf(t.x.X))
}

func isContext(t types.Type) bool { return namedIs(t, "context", "Context") }

func namedIs(t types.Type, path, name string) bool {
	n := namedOf(t)
	return n != nil && n.Obj().Pkg() != nil && n.Obj().Pkg().Path() == path && n.Obj().Name() == name
}
