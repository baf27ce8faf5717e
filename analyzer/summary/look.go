package summary

import "go/ast"

// lookedAt is a value of which a call of package reflect wants to know the type or
// the name only: nothing is called by that.
//
// Have: runtime.FuncForPC(reflect.ValueOf(job).Pointer()).Name(), reflect.TypeOf(job)
func (b *builder) lookedAt(c *ast.CallExpr) ast.Expr {
	if x := b.reflected(c, "TypeOf"); x != nil {
		return x
	}
	sel, ok := ast.Unparen(c.Fun).(*ast.SelectorExpr)
	if !ok || sel.Sel.Name != "Pointer" && sel.Sel.Name != "Type" && sel.Sel.Name != "Kind" {
		return nil
	}
	v, ok := ast.Unparen(sel.X).(*ast.CallExpr)
	if !ok {
		return nil
	}
	return b.reflected(v, "ValueOf")
}

// reflected is x of reflect.ValueOf(x), or nil.
func (b *builder) reflected(c *ast.CallExpr, name string) ast.Expr {
	fn := b.callee(c).fn
	if fn == nil || fn.Pkg() == nil || fn.Pkg().Path() != "reflect" || fn.Name() != name || len(c.Args) != 1 {
		return nil
	}
	return c.Args[0]
}
