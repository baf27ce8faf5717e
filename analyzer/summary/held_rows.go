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

// rowsOn are the open rows that were read with sessions: they are closed when
// those end.
//
// Have: rows, err := tx.Query(q); …; tx.Rollback(); return err
func (f *flowFunc) rowsOn(sessions Slots) Slots {
	if sessions &= f.sure &^ (f.rows | f.pools); sessions == 0 {
		return 0
	}
	var s Slots
	for c, bits := range f.calls {
		if sel, ok := ast.Unparen(c.Fun).(*ast.SelectorExpr); ok && bits&f.rows != 0 && f.eval(sel.X)&sessions != 0 {
			s |= bits & f.rows
		}
	}
	return s
}

// readsOnly: u.scanFrom(rows.Scan) leaves the rows to the caller.
func readsOnly(e ast.Expr) bool {
	sel, ok := ast.Unparen(e).(*ast.SelectorExpr)
	return ok && (sel.Sel.Name == "Scan" || sel.Sel.Name == "Next")
}
