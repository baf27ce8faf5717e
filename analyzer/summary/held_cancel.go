package summary

import (
	"go/ast"
	"go/types"
	"strings"
)

// endedByCancel are the slots that a deferred cancel ends on every way out:
// database/sql rolls a transaction back, and closes rows, when the context is
// done that they were begun with.
//
//	ctx, cancel := context.WithTimeout(ctx, time.Second)
//	defer cancel()
//	tx, err := db.BeginTx(ctx, nil)
func (f *flowFunc) endedByCancel(body *ast.BlockStmt) Slots {
	var s Slots
	for _, st := range body.List {
		d, ok := st.(*ast.DeferStmt)
		if !ok {
			continue
		}
		ctx := f.contextOf(body, f.object(d.Call.Fun))
		if ctx == nil {
			continue
		}
		for c, bits := range f.calls {
			if len(c.Args) == 0 || c.Pos() < d.Pos() || f.object(c.Args[0]) != ctx {
				continue
			}
			if t := f.b.callee(c); t.sym != nil && t.sym.UntilDone {
				s |= bits
			}
		}
	}
	return s
}

// contextOf is the context that a function of type CancelFunc cancels.
func (f *flowFunc) contextOf(body *ast.BlockStmt, cancel types.Object) types.Object {
	if cancel == nil {
		return nil
	}
	for _, s := range body.List {
		a, ok := s.(*ast.AssignStmt)
		if !ok || len(a.Lhs) != 2 || len(a.Rhs) != 1 || f.object(a.Lhs[1]) != cancel {
			continue
		}
		if c, ok := ast.Unparen(a.Rhs[0]).(*ast.CallExpr); ok {
			if fn := f.b.callee(c).fn; fn != nil && fn.Pkg() != nil && fn.Pkg().Path() == "context" && strings.HasPrefix(fn.Name(), "With") {
				return f.object(a.Lhs[0])
			}
		}
	}
	return nil
}
