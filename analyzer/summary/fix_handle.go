package summary

import (
	"go/ast"
	"go/types"
	"slices"
)

// fixHandle notes that a query on the pool could go to the session in scope.
//
// Have: s.db.ExecContext(ctx, q), s.db.WithContext(ctx).Create(&o), and
// sqlx.GetContext(ctx, s.db, &n, q).
func (f *flowFunc) fixHandle(c *ast.CallExpr, t *callee, at Pos, st *heldState) {
	if st.held == 0 || st.held&f.rows != 0 || !f.fixable() {
		return // a connection whose rows are open takes no other query
	}
	x, fits := f.fromReceiver(c)
	if x == nil {
		x, fits = f.fromArgument(c, t)
	}
	if x == nil || !f.pure(x) {
		return
	}
	if v := f.pick(c, st, fits); v != nil && f.replaces(v, x) {
		f.replace(FixHandle, at, x, v)
	}
}

// replaces reports whether a variable stands for the session where x does not.
func (f *flowFunc) replaces(v *types.Var, x ast.Expr) bool {
	return f.root(x) != types.Object(v) && f.eval(x)&f.vars[v]&f.sure == 0 && f.missed(x, v)
}

func (f *flowFunc) replace(k FixKind, at Pos, x ast.Expr, v *types.Var) {
	f.fix(Fix{
		Kind: k, At: at, Slots: f.vars[v], What: f.b.str("use " + v.Name() + " in the place of " + types.ExprString(x)),
		Edits: []Edit{f.edit(x.Pos(), x.End(), v.Name())},
	})
}

// pick chooses the variable for the pool: the one that received the session,
// else the one that was made from it.
func (f *flowFunc) pick(c *ast.CallExpr, st *heldState, fits func(*types.Var) bool) *types.Var {
	received, made := f.handleVars(c.Pos(), st)
	no := func(v *types.Var) bool { return !fits(v) }
	if received = slices.DeleteFunc(received, no); len(received) > 0 {
		return only(received)
	}
	return only(slices.DeleteFunc(made, no))
}

// fromReceiver is the handle at the beginning of a chain of methods, and says
// which variables have the first of them.
func (f *flowFunc) fromReceiver(c *ast.CallExpr) (ast.Expr, func(*types.Var) bool) {
	var first *ast.SelectorExpr
	for c != nil {
		sel, ok := ast.Unparen(c.Fun).(*ast.SelectorExpr)
		if s := f.b.in.Info.Selections[sel]; !ok || s == nil || s.Kind() != types.MethodVal {
			break
		}
		first = sel
		c, _ = ast.Unparen(sel.X).(*ast.CallExpr)
	}
	if first == nil || c != nil {
		return nil, nil
	}
	sig := f.b.typeOf(first)
	return first.X, func(v *types.Var) bool {
		o, _, _ := types.LookupFieldOrMethod(v.Type(), true, f.b.in.Pkg, first.Sel.Name)
		m, ok := o.(*types.Func)
		return ok && types.Identical(m.Signature(), sig)
	}
}

// fromArgument is the one argument that is a pool and could be a session.
func (f *flowFunc) fromArgument(c *ast.CallExpr, t *callee) (ast.Expr, func(*types.Var) bool) {
	var handle ast.Expr
	var want types.Type
	if t.sig == nil || t.sig.Variadic() && len(c.Args) < t.sig.Params().Len()-1 {
		return nil, nil
	}
	for i, a := range c.Args {
		_, p := paramAt(t.sig, i, c.Ellipsis.IsValid())
		if p == nil || !f.poolFor(a, p) {
			continue
		}
		if handle != nil {
			return nil, nil
		}
		handle, want = a, p
	}
	if handle == nil {
		return nil, nil
	}
	return handle, func(v *types.Var) bool { return f.handleType(v.Type()) && types.AssignableTo(v.Type(), want) }
}

// poolFor: a is a pool that is passed as an interface.
func (f *flowFunc) poolFor(a ast.Expr, p types.Type) bool {
	t := f.b.typeOf(a)
	return !f.b.isType(a) && types.IsInterface(p) && !isContext(p) && !isContext(t) && !isRequest(t) && !isFunc(t) &&
		!f.b.sessionType(t) && f.handleType(t)
}
