package summary

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
)

// nilFact is an expression known to be nil, false or empty where a call
// stands. If the same function also fills it, the call runs once per holder.
type nilFact struct {
	expr  string
	place string // node name of a package variable or field, which a callee may fill
	flag  bool   // a boolean: what is acquired must be kept, too

	from, to token.Pos // where it is known

	fn    *funcState // of what follows: the function that it speaks of
	when  When       // what a call returned
	given uint8      // index + 1 of a parameter that is nil
}

// assume notes what a condition says of a stretch of code.
func (b *builder) assume(cond ast.Expr, want bool, from, to token.Pos) {
	for _, f := range b.nilFacts(cond, want) {
		f.from, f.to = from, to
		b.fn.known = append(b.fn.known, f)
	}
	b.fn.known = append(b.fn.known, b.answers(cond, want)...)
}

// nilFacts collects what a condition says is unset when it is true (want) or
// false. Both halves of && and || count: the other half only narrows further
// (`db == nil || db.closed`), and the holder is filled all the same.
func (b *builder) nilFacts(cond ast.Expr, want bool) []nilFact {
	switch c := ast.Unparen(cond).(type) {
	case *ast.BinaryExpr:
		switch c.Op {
		case token.LAND, token.LOR:
			return append(b.nilFacts(c.X, want), b.nilFacts(c.Y, want)...)
		case token.EQL, token.NEQ:
			return b.comparison(c, want)
		}
	case *ast.UnaryExpr:
		if c.Op == token.NOT {
			return b.nilFacts(c.X, !want)
		}
	case *ast.Ident, *ast.SelectorExpr:
		// Have: if !ready { … }, if ready { return }
		if bt, ok := b.typeOf(c).Underlying().(*types.Basic); ok && bt.Info()&types.IsBoolean != 0 && !want {
			return b.flagOf(c)
		}
	case *ast.CallExpr:
		// Have: if !ready.Load() { … }
		if x := loaded(c); x != nil && !want {
			return b.flagOf(x)
		}
		// Have: if b.conn.IsClosed() { b.conn, err = amqp.Dial(…) }
		if sel, ok := c.Fun.(*ast.SelectorExpr); ok && want && sel.Sel.Name == "IsClosed" {
			return b.factOf(sel.X)
		}
	}
	return nil
}

func (b *builder) comparison(c *ast.BinaryExpr, want bool) []nilFact {
	if (c.Op == token.EQL) != want {
		return nil
	}
	x, y := ast.Unparen(c.X), ast.Unparen(c.Y)
	if b.isZero(x) {
		x, y = y, x
	}
	if !b.isZero(y) {
		return nil
	}
	if call, ok := x.(*ast.CallExpr); ok {
		if id, ok := call.Fun.(*ast.Ident); ok && id.Name == "len" && len(call.Args) == 1 {
			return b.factOf(call.Args[0])
		}
		if l := loaded(call); l != nil {
			return b.factOf(l) // Have: if p.Load() == nil
		}
		return nil
	}
	if ignoredInterface(b.typeOf(x)) {
		return nil // err == nil says nothing of a holder
	}
	return b.factOf(x)
}

func (b *builder) isZero(e ast.Expr) bool {
	switch e := e.(type) {
	case *ast.Ident:
		return e.Name == "nil" || e.Name == "false"
	case *ast.BasicLit:
		return e.Value == "0"
	}
	return false
}

// loaded is p of p.Load().
func loaded(c *ast.CallExpr) ast.Expr {
	sel, ok := c.Fun.(*ast.SelectorExpr)
	if !ok || sel.Sel.Name != "Load" || len(c.Args) != 0 {
		return nil
	}
	return sel.X
}

func (b *builder) factOf(e ast.Expr) []nilFact {
	id, isIdent := ast.Unparen(e).(*ast.Ident)
	if isIdent {
		if alias := b.decl.loadedFrom[b.in.Info.ObjectOf(id)]; alias != "" {
			return []nilFact{{expr: alias}} // Have: p := ptr.Load(); if p == nil
		}
	}
	if p, ok := b.params[b.in.Info.ObjectOf(id)]; isIdent && ok && p.fn == b.fn {
		return []nilFact{{fn: b.fn, given: uint8(min(p.index+1, 255))}}
	}
	if !b.persistent(e) {
		return nil
	}
	return []nilFact{{expr: types.ExprString(ast.Unparen(e)), place: b.place(e)}}
}

func (b *builder) flagOf(e ast.Expr) []nilFact {
	fs := b.factOf(e)
	for i := range fs {
		fs[i].flag = true
	}
	return fs
}

// place is the node name of a package variable or of a field, or "".
func (b *builder) place(e ast.Expr) string {
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		return b.globalPlace(e)
	case *ast.SelectorExpr:
		s := b.in.Info.Selections[e]
		if s == nil {
			return b.globalPlace(e.Sel)
		}
		if s.Kind() == types.FieldVal {
			name, _ := b.fieldPath(s.Recv(), s.Index())
			return name
		}
	}
	return ""
}

func (b *builder) globalPlace(id *ast.Ident) string {
	v, ok := b.in.Info.ObjectOf(id).(*types.Var)
	if !ok || v.Pkg() == nil || v.Parent() != v.Pkg().Scope() {
		return ""
	}
	return globalNode(v)
}

// fills notes that the current function assigns a place that may hold a
// resource: if x == nil { connect() } is guarded when connect assigns x.
func (b *builder) fills(l ast.Expr) {
	name := b.place(l)
	if name == "" || !mayHold(b.typeOf(l)) {
		return
	}
	s := b.str(name)
	for _, old := range b.fn.f.Fills {
		if old == s {
			return
		}
	}
	b.fn.f.Fills = append(b.fn.f.Fills, s)
}

// persistent reports whether a place outlives the function that is walked: a
// package variable, a field reached through a pointer, a variable of the
// function around a closure.
func (b *builder) persistent(e ast.Expr) bool {
	e = ast.Unparen(e)
	switch e := e.(type) {
	case *ast.Ident:
		return b.persistentIdent(e)
	case *ast.SelectorExpr:
		if b.in.Info.Selections[e] == nil {
			return true // a variable of another package
		}
		t := b.typeOf(e.X)
		if _, ok := t.Underlying().(*types.Pointer); ok {
			return true
		}
		if _, ok := b.typeOf(e).Underlying().(*types.Map); ok && b.isParam(e.X) {
			return true // a copy of a struct shares its maps
		}
		return b.persistent(e.X)
	case *ast.IndexExpr:
		return b.persistent(e.X)
	case *ast.StarExpr:
		return true
	case *ast.UnaryExpr:
		return b.persistent(e.X)
	case *ast.CallExpr:
		return true // what a function returns by reference is not ours
	}
	return false
}

func (b *builder) persistentIdent(id *ast.Ident) bool {
	v, ok := b.in.Info.ObjectOf(id).(*types.Var)
	if !ok {
		return false
	}
	if v.Pkg() != nil && v.Parent() == v.Pkg().Scope() {
		return true
	}
	if p, ok := b.params[v]; ok && p.fn == b.fn {
		_, ptr := v.Type().Underlying().(*types.Pointer)
		return ptr && b.fn.sig.Recv() == v // a parameter is the caller's own value
	}
	return b.decl.captured(b, v)
}

// confirmed reports whether one of the facts that hold at a call is filled in
// the same declaration, so that the call does not run again. What is acquired
// behind a mere flag must be kept as well: a reader that is done once is not a
// pool that is made once.
func (d *declState) confirmed(facts []nilFact, kept bool) bool {
	for _, f := range facts {
		if d.reset[f.expr] {
			continue
		}
		if f.flag && kept && d.raisedWithin(f) || !f.flag && d.filled[f.expr] {
			return true
		}
	}
	return false
}

// raisedWithin reports whether a flag is set where it is known to be unset: one
// that is set elsewhere is no sign that what stands here has been done.
func (d *declState) raisedWithin(f nilFact) bool {
	return slices.ContainsFunc(d.raised[f.expr], func(at token.Pos) bool { return f.from <= at && at < f.to })
}

// unset is the place among the facts that a callee may fill.
func (d *declState) unset(facts []nilFact) string {
	for _, f := range facts {
		if f.place != "" && !f.flag && !d.reset[f.expr] {
			return f.place
		}
	}
	return ""
}
