package summary

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/cfg"
)

// A handle that is a pool by its dynamic type is no session, whatever its interface
// may hold elsewhere:
//
//	switch db := db.(type) {
//	case *sql.Tx:
//		return fn(db)
//	case *sql.DB:
//		tx, err := db.Begin() // the function was given none
//	}

// entersCase notes in the body of a case for pools that its switch found no session.
func (f *flowFunc) entersCase(bl *cfg.Block, st *heldState) {
	cc, ok := bl.Stmt.(*ast.CaseClause)
	if !ok || bl.Kind != cfg.KindSwitchCaseBody || len(cc.List) == 0 {
		return
	}
	for _, e := range cc.List {
		if !f.b.isType(e) || !f.poolOnly(f.b.typeOf(e)) {
			return
		}
	}
	if x := f.switched(cc); x != nil {
		f.empty(f.eval(x), st)
	}
}

// switched is what the type switch of a case looks at.
func (f *flowFunc) switched(cc *ast.CaseClause) ast.Expr {
	var found ast.Expr
	ast.Inspect(f.around, func(n ast.Node) bool {
		s, ok := n.(*ast.TypeSwitchStmt)
		if !ok || cc.Pos() < s.Pos() || s.End() < cc.End() {
			return n == nil || n.Pos() <= cc.Pos() && cc.End() <= n.End()
		}
		for _, c := range s.Body.List {
			if c == ast.Stmt(cc) {
				found = asserted(s.Assign)
			}
		}
		return found == nil
	})
	return found
}

// asserted is x of x.(type).
func asserted(s ast.Stmt) ast.Expr {
	var e ast.Expr
	switch s := s.(type) {
	case *ast.AssignStmt:
		e = s.Rhs[0]
	case *ast.ExprStmt:
		e = s.X
	}
	if t, ok := ast.Unparen(e).(*ast.TypeAssertExpr); ok {
		return t.X
	}
	return nil
}

// assertsPool: pool, ok := db.(*sql.DB)
func (f *flowFunc) assertsPool(e ast.Expr) bool {
	t, ok := ast.Unparen(e).(*ast.TypeAssertExpr)
	return ok && t.Type != nil && f.poolOnly(f.b.typeOf(t.Type))
}

// poolOnly reports whether a library's type is that of a pool and of nothing else.
func (f *flowFunc) poolOnly(t types.Type) bool { return !types.IsInterface(t) && f.poolType(t) }
