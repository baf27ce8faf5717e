package summary

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
)

// correlated reports whether a slot is taken under a condition under which it is
// also ended, at a return that does not stand under it. The flow does not
// evaluate conditions, so it sees a way that takes and does not end:
//
//	if opts.Atomic {
//		tx, err = db.BeginTx(ctx, nil)
//	}
//	…
//	if opts.Atomic {
//		err = tx.Commit()
//	}
//	return err
func (f *flowFunc) correlated(bit Slots, r *ast.ReturnStmt) bool {
	var taken []string
	for c, s := range f.calls {
		if s&bit != 0 {
			taken = append(taken, f.conditions(c.Pos())...)
		}
	}
	taken = slices.DeleteFunc(taken, func(cond string) bool { return slices.Contains(f.conditions(r.Pos()), cond) })
	if len(taken) == 0 {
		return false
	}
	found := false
	ast.Inspect(f.body, func(n ast.Node) bool {
		c, ok := n.(*ast.CallExpr)
		if !ok || found {
			return !found
		}
		if t := f.b.callee(c); f.released(c, &t)&bit != 0 {
			found = slices.ContainsFunc(f.conditions(c.Pos()), func(cond string) bool { return slices.Contains(taken, cond) })
		}
		return !found
	})
	return found
}

// conditions are those under which a place stands and which do not change.
func (f *flowFunc) conditions(at token.Pos) []string {
	var all []string
	ast.Inspect(f.body, func(n ast.Node) bool {
		s, ok := n.(*ast.IfStmt)
		if ok && s.Body.Pos() <= at && at < s.Body.End() {
			for _, c := range conjuncts(s.Cond) {
				if f.constant(c) {
					all = append(all, types.ExprString(c))
				}
			}
		}
		return n == nil || n.Pos() <= at && at < n.End()
	})
	return all
}

func conjuncts(e ast.Expr) []ast.Expr {
	if b, ok := ast.Unparen(e).(*ast.BinaryExpr); ok && b.Op == token.LAND {
		return append(conjuncts(b.X), conjuncts(b.Y)...)
	}
	return []ast.Expr{ast.Unparen(e)}
}

// constant reports whether a condition gives the same answer wherever it is asked:
// it calls nothing, and its variables are assigned once. Errors are asked again
// and again.
func (f *flowFunc) constant(e ast.Expr) bool {
	ok := true
	ast.Inspect(e, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr, *ast.IndexExpr:
			ok = false
		case *ast.Ident:
			o := f.b.in.Info.Uses[n]
			if v, is := o.(*types.Var); is && (f.b.mutated[o] || isErrorType(v.Type())) {
				ok = false
			}
		}
		return ok
	})
	return ok
}
