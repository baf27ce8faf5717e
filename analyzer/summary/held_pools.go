package summary

import (
	"go/ast"
	"go/types"
)

// ofOtherPool are the sessions that were taken from another pool than the one
// that an expression names. A function that is given two pools, or a value that
// has two, has a reason to tell them apart: what is asked of the one waits for
// no connection of the other.
//
// Have: func copyAll(src, dst *sql.DB) { tx, err := dst.Begin(); …; src.Query(q) }
func (f *flowFunc) ofOtherPool(c *ast.CallExpr) Slots {
	x, ok := ast.Unparen(c.Fun).(*ast.SelectorExpr)
	if !ok || f.pool(x.X) == nil {
		return 0
	}
	var s Slots
	for taken, bits := range f.calls {
		if sel, ok := ast.Unparen(taken.Fun).(*ast.SelectorExpr); ok && f.twoPools(sel.X, x.X) {
			s |= bits
		}
	}
	return s
}

func (f *flowFunc) twoPools(a, b ast.Expr) bool {
	v, w := f.pool(a), f.pool(b)
	if v == nil || w == nil || v == w {
		return false
	}
	x, isField := ast.Unparen(a).(*ast.SelectorExpr)
	y, both := ast.Unparen(b).(*ast.SelectorExpr)
	if isField || both { // of one value
		return isField && both && types.ExprString(x.X) == types.ExprString(y.X)
	}
	return f.isParam(v) && f.isParam(w) || f.packageVar(v) && f.packageVar(w)
}

// pool is the variable or field that an expression names, if it is a pool by its type.
func (f *flowFunc) pool(e ast.Expr) *types.Var {
	var o types.Object
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		o = f.b.in.Info.Uses[e]
	case *ast.SelectorExpr:
		o = f.b.in.Info.Uses[e.Sel]
	}
	v, ok := o.(*types.Var)
	if !ok || !f.poolType(v.Type()) {
		return nil
	}
	return v
}
