package summary

import (
	"go/ast"
	"strings"
)

// nextOfRows is rows of rows.Next(), which closes them when it is false.
func (f *flowFunc) nextOfRows(c *ast.CallExpr) Slots {
	if sel, ok := c.Fun.(*ast.SelectorExpr); ok && sel.Sel.Name == "Next" {
		return f.eval(sel.X) & f.rows
	}
	return 0
}

// scanOfRows is rows of rows.Scan(&x) with rows of pgx, which are closed when that
// fails: github.com/jackc/pgx, rows.go, baseRows.Scan and fatal.
func (f *flowFunc) scanOfRows(c *ast.CallExpr) Slots {
	sel, ok := c.Fun.(*ast.SelectorExpr)
	if !ok || sel.Sel.Name != "Scan" || f.b.in.Info.Selections[sel] == nil {
		return 0
	}
	n := namedOf(f.b.typeOf(sel.X))
	if n == nil || n.Obj().Name() != "Rows" || n.Obj().Pkg() == nil || !strings.HasPrefix(n.Obj().Pkg().Path(), "github.com/jackc/pgx/") {
		return 0
	}
	return f.eval(sel.X) & f.rows
}
