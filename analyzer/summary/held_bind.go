package summary

import (
	"go/ast"
	"go/types"
)

// What is bound to a session is told by types, not by names: a value that is
// made from one or given one, and that has a place to keep it in.

// bindSetter: form.SetDao(txDao) binds the form to the transaction. Such a
// method returns nothing, or an error, and its receiver has a field of the
// parameter's type, in which it keeps the parameter as far as that is seen.
func (h *holder) bindSetter(c *ast.CallExpr) {
	sel, ok := c.Fun.(*ast.SelectorExpr)
	if !ok || len(c.Args) == 0 {
		return
	}
	if s := h.b.in.Info.Selections[sel]; s == nil || s.Kind() == types.MethodExpr {
		return // Have: Store.InTx(s, ctx, fn), with the receiver among the arguments
	}
	t := h.b.callee(c)
	if t.sig == nil || t.sig.Results().Len() > 1 || t.sig.Results().Len() == 1 && !isErrorType(t.sig.Results().At(0).Type()) {
		return // Have: q.WithTx(tx), a copy
	}
	for i, a := range c.Args {
		idx, p := paramAt(t.sig, i, c.Ellipsis.IsValid())
		if p == nil || !carries(p) || isContext(p) || t.fn != nil && !h.b.storesIn(t.fn, t.fn.Origin().Signature().Params().At(idx)) {
			continue
		}
		if s := h.eval(a); s != 0 && h.keeps(h.b.typeOf(sel.X), p, len(c.Args)) {
			h.bindTo(sel.X, s)
		}
	}
}

// keeps reports whether a value of type t has a place for one of type p: a field
// of that type, or, of an interface, a method that is there for it alone.
func (h *holder) keeps(t, p types.Type, args int) bool {
	if types.IsInterface(t) {
		return args == 1 && h.reachesDatabase(p)
	}
	st, ok := deref(t).Underlying().(*types.Struct)
	if !ok {
		return false
	}
	for f := range st.Fields() {
		if types.Identical(f.Type(), p) || types.IsInterface(f.Type()) && types.IsInterface(p) && types.AssignableTo(p, f.Type()) {
			return true
		}
		if f.Embedded() && h.keeps(f.Type(), p, args) {
			return true
		}
	}
	return false
}

// binds reports whether the result of a call is bound to what the call is given:
// a builder's next step, a repository, a context, a handle. Data that was read
// with a session is not.
//
// Have: NewRepo(tx), q.WithTx(tx), context.WithValue(ctx, key, tx), inTx(tx), and
// s.newRepo(tx) with a field newRepo func(conn) R: what cannot fail reads nothing.
func (h *holder) binds(c *ast.CallExpr, t callee) bool {
	if t.sig == nil || t.sig.Results().Len() == 0 {
		return false
	}
	if t.x != nil && t.sel != nil && h.sameType(c, t) {
		return true
	}
	if t.fn == nil && t.sig.Results().Len() == 1 && isTypeParam(t.sig.Results().At(0).Type()) {
		return true
	}
	for i := range t.sig.Results().Len() {
		r := t.sig.Results().At(i).Type()
		if h.handleType(r) || h.keepsHandle(r) {
			return true
		}
	}
	return false
}

// keepsHandle reports whether values of a type have a field, also within fields,
// in which they keep a handle or something that may have one: a repository
// has, a record has not.
func (h *holder) keepsHandle(t types.Type) bool {
	is, ok := h.b.keepers[t]
	if !ok {
		is = h.keepsWithin(t, 3)
		h.b.keepers[t] = is
	}
	return is
}

func (h *holder) keepsWithin(t types.Type, depth int) bool {
	if h.reachesDatabase(t) {
		return true
	}
	switch u := deref(t).Underlying().(type) {
	case *types.Interface:
		return u.NumMethods() > 0 && !isErrorType(t) && !isContext(t) && declaredBy(t, func(pkg *types.Package) bool {
			return h.b.analysedPkg(pkg) || h.b.in.Catalog.Catalogued(pkg.Path()) // Have: dbx.Builder, which a pool and a transaction are
		})
	case *types.Struct:
		if depth == 0 {
			return false
		}
		for f := range u.Fields() {
			if h.keepsWithin(f.Type(), depth-1) {
				return true
			}
		}
	}
	return false
}

// declaredBy reports whether a type is declared in a package that is analysed:
// what io.Reader or fmt.Stringer hold is no handle.
func declaredBy(t types.Type, analysed func(*types.Package) bool) bool {
	n := namedOf(t)
	return n == nil || n.Obj().Pkg() != nil && analysed(n.Obj().Pkg())
}

// handleType reports whether values of a type are there to reach a database with.
func (h *holder) handleType(t types.Type) bool {
	is, ok := h.b.handles[t]
	if !ok {
		is = h.reaches(t)
		h.b.handles[t] = is
	}
	return is
}

func (h *holder) reaches(t types.Type) bool {
	if isRequest(t) || has(t, "Deadline") { // a context, or what is one: mongo.SessionContext
		return true
	}
	if _, ok := t.Underlying().(*types.Signature); ok {
		return true
	}
	return h.reachesDatabase(t)
}

func (h *holder) reachesDatabase(t types.Type) bool {
	if h.sessionLike(t) {
		return true
	}
	for _, name := range [...]string{"ExecContext", "QueryContext", "Exec", "BeginTx", "Begin"} {
		if has(t, name) {
			return true
		}
	}
	return false
}
