package summary

import (
	"go/ast"
	"go/types"
)

// owners maps a call to the flags that are raised exactly where it stands: what it
// takes is there if the flag is, and nothing is where it is not.
//
//	var owner bool
//	if tx == nil {
//		owner = true
//		tx, err = db.Begin()
//	}
//	…
//	if owner { tx.Commit() }
func (f *flowFunc) owners(body *ast.BlockStmt) map[*ast.CallExpr][]*types.Var {
	raised := map[*types.Var]int{} // how often
	ast.Inspect(body, func(n ast.Node) bool {
		if a, ok := n.(*ast.AssignStmt); ok {
			for i := range a.Lhs {
				if v := f.flag(a, i); v != nil {
					raised[v]++
				}
			}
		}
		return true
	})
	if len(raised) == 0 {
		return nil
	}
	out := map[*ast.CallExpr][]*types.Var{}
	ast.Inspect(body, func(n ast.Node) bool {
		block, ok := n.(*ast.BlockStmt)
		if !ok || block == body {
			return true
		}
		var flags []*types.Var
		for _, s := range block.List {
			if a, ok := s.(*ast.AssignStmt); ok && f.raises(a) != nil && raised[f.raises(a)] == 1 {
				flags = append(flags, f.raises(a))
			}
		}
		for c := range f.calls {
			if len(flags) > 0 && block.Pos() < c.Pos() && c.Pos() < block.End() {
				out[c] = append(out[c], flags...)
			}
		}
		return true
	})
	return out
}

// raises is owner of owner = true, or nil.
func (f *flowFunc) raises(a *ast.AssignStmt) *types.Var {
	if len(a.Lhs) != 1 || len(a.Rhs) != 1 || types.ExprString(a.Rhs[0]) != "true" {
		return nil
	}
	return f.flag(a, 0)
}

// flag is a local boolean variable that a statement assigns to.
func (f *flowFunc) flag(a *ast.AssignStmt, i int) *types.Var {
	id, ok := ast.Unparen(a.Lhs[i]).(*ast.Ident)
	if !ok {
		return nil
	}
	v, ok := f.b.in.Info.Uses[id].(*types.Var)
	if !ok || v.IsField() || f.packageVar(v) || !types.Identical(v.Type(), types.Typ[types.Bool]) {
		return nil
	}
	return v
}

// ownerOf reports whether a flag that is being raised says so of something that
// was taken before.
//
// Have: tx, err = db.Begin(); …; owner = true
func (f *flowFunc) ownerOf(v *types.Var, st *heldState) bool {
	t, ok := st.ties[v]
	if !ok || !t.ok || t.when {
		return false
	}
	for _, flags := range f.flags {
		for _, x := range flags {
			if x == v {
				return true
			}
		}
	}
	return false
}
