package summary

import "go/ast"

// endsOnPanic is what a deferred closure ends only when there was a panic: on
// other ways out it is as open as without.
//
//	defer func() {
//		if r := recover(); r != nil {
//			tx.Rollback()
//		}
//	}()
func (f *flowFunc) endsOnPanic(c *ast.CallExpr) Slots {
	lit, ok := c.Fun.(*ast.FuncLit)
	if !ok {
		return 0
	}
	var panicking, always Slots
	for _, s := range lit.Body.List {
		cond, ok := s.(*ast.IfStmt)
		if !ok || !f.recovers(lit, cond) {
			always |= f.endsIn(s)
			continue
		}
		panicking |= f.endsIn(cond.Body)
		if cond.Else != nil {
			always |= f.endsIn(cond.Else)
		}
	}
	return panicking &^ always
}

// recovers reports whether the body of a condition is for panics.
//
// Have: if r := recover(); r != nil, and: r := recover(); if r != nil
func (f *flowFunc) recovers(lit *ast.FuncLit, cond *ast.IfStmt) bool {
	if a, ok := cond.Init.(*ast.AssignStmt); ok && len(a.Rhs) == 1 && f.isRecover(lit, a.Rhs[0]) {
		return true
	}
	c, ok := ast.Unparen(cond.Cond).(*ast.BinaryExpr)
	return ok && f.isNil(c.Y) && f.isRecover(lit, c.X)
}

// isRecover reports whether an expression is what recover() returned.
func (f *flowFunc) isRecover(lit *ast.FuncLit, e ast.Expr) bool {
	switch e := ast.Unparen(e).(type) {
	case *ast.CallExpr:
		b, ok := f.b.builtin(e)
		return ok && b.Name() == "recover"
	case *ast.Ident:
		for _, s := range lit.Body.List {
			a, ok := s.(*ast.AssignStmt)
			if ok && len(a.Lhs) == 1 && len(a.Rhs) == 1 && f.object(a.Lhs[0]) == f.object(e) {
				_, call := ast.Unparen(a.Rhs[0]).(*ast.CallExpr)
				return call && f.isRecover(lit, a.Rhs[0])
			}
		}
	}
	return false
}
