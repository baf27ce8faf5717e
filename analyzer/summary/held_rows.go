package summary

import "go/ast"

// nextOfRows is rows of rows.Next(), which closes them when it is false.
func (f *flowFunc) nextOfRows(c *ast.CallExpr) Slots {
	if sel, ok := c.Fun.(*ast.SelectorExpr); ok && sel.Sel.Name == "Next" {
		return f.eval(sel.X) & f.rows
	}
	return 0
}

// scanOfRows is rows of rows.Scan(&x) where a failure closes them.
func (f *flowFunc) scanOfRows(c *ast.CallExpr) Slots {
	if t := f.b.callee(c); t.sym != nil && t.sym.Failing && t.x != nil {
		return f.eval(t.x.X) & f.rows
	}
	return 0
}
