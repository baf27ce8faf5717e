package summary

import (
	"go/ast"
	"go/token"
	"go/types"
)

// kept notes what is taken again while that of an earlier turn of a loop is
// held: on every way back to the call nothing ended it.
//
// Have: for … { tx, err := db.Begin(); defer tx.Rollback() }
func (f *flowFunc) kept(c *ast.CallExpr, s Slots, st *heldState) {
	if again := s & st.taken &^ st.gone; again != 0 && f.record && f.sameEachTurn(c) {
		slots := f.b.out.Funcs[f.fs.slot].Slots
		for i := range slots {
			if again&(1<<slots[i].Bit) != 0 {
				slots[i].Flags |= SlotKept
			}
		}
	}
	st.taken |= s
	st.gone &^= s
}

// sameEachTurn reports whether a call takes from the same pool on each turn of
// the loops around it: no handle that it names is declared in one.
func (f *flowFunc) sameEachTurn(c *ast.CallExpr) bool {
	from, to := token.NoPos, token.NoPos // of the outermost loop
	ast.Inspect(f.body, func(n ast.Node) bool {
		switch n.(type) {
		case *ast.ForStmt, *ast.RangeStmt:
			if !from.IsValid() && n.Pos() < c.Pos() && c.Pos() < n.End() {
				from, to = n.Pos(), n.End()
			}
		}
		return !from.IsValid()
	})
	same := true
	ast.Inspect(c, func(n ast.Node) bool {
		id, ok := n.(*ast.Ident)
		if !ok {
			return same
		}
		o, ok := f.b.in.Info.Uses[id].(*types.Var)
		if ok && !o.IsField() && from <= o.Pos() && o.Pos() < to && (id.Pos() < c.Lparen || carries(o.Type()) && !isContext(o.Type())) {
			same = false
		}
		return same
	})
	return same
}
