package summary

import (
	"go/ast"
	"slices"
)

// looksInContext reports whether a call may find a session in a context: it asks the
// context itself, or code that is not analysed does and hands something out.
//
// Have: tx, ok := ctx.Value(key{}).(*sql.Tx), and: tx := getter.DefaultTrOrDB(ctx, db)
func (b *builder) looksInContext(c *ast.CallExpr, t *callee) bool {
	if t.x != nil && t.sel != nil && t.x.Sel.Name == "Value" && has(b.typeOf(t.x.X), "Deadline") {
		return b.takesOut(b.decl.body)
	}
	if t.fn == nil || t.known || t.sym != nil || t.fn.Pkg() == nil || t.sig == nil {
		return false
	}
	if path := t.fn.Pkg().Path(); path == "context" || b.in.Catalog.Names(path) {
		return false // Have: tx.ExecContext(ctx, query)
	}
	for r := range t.sig.Results().Variables() {
		if carries(r.Type()) {
			return slices.ContainsFunc(c.Args, func(a ast.Expr) bool { return isContext(b.typeOf(a)) })
		}
	}
	return false
}

// takesOut reports whether a body that asks a context may get a session from it.
// What it asserts to be a string or a duration is none.
func (b *builder) takesOut(body ast.Node) bool {
	asserts, session := false, false
	ast.Inspect(body, func(n ast.Node) bool {
		if e, ok := n.(*ast.TypeAssertExpr); ok {
			asserts = true
			session = session || e.Type == nil || resourceLike(b.typeOf(e.Type))
		}
		return !session
	})
	return session || !asserts
}
