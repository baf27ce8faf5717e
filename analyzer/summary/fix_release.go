package summary

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"
)

// fixLeaks notes where the release of what leaks can be deferred.
//
// Have: tx, err := db.Begin()
//
//	if err != nil { return err }
//	// here
func (f *flowFunc) fixLeaks(body *ast.BlockStmt) {
	if !f.fixable() {
		return
	}
	done := Slots(0)
	for _, l := range f.leaks {
		bit := Slots(1) << l.Bit
		if l.Commit || done&bit != 0 {
			continue
		}
		done |= bit
		for c, s := range f.calls {
			if s&bit != 0 {
				f.fixRelease(body, c, bit)
			}
		}
	}
}

func (f *flowFunc) fixRelease(body *ast.BlockStmt, c *ast.CallExpr, bit Slots) {
	list, i, loop := standing(body, c)
	if list == nil || loop || f.escapes(body, bit) {
		return // a loop would hold all of them until the function returns
	}
	a, ok := list[i].(*ast.AssignStmt)
	if !ok || len(a.Rhs) != 1 || ast.Unparen(a.Rhs[0]) != ast.Expr(c) {
		return
	}
	v := f.takenVar(a, bit)
	if v == nil || f.b.mutated[v] {
		return
	}
	end := f.releaseCall(v, c)
	after := f.checked(list, i, a, v)
	if end == "" || after == nil {
		return
	}
	edits := []Edit{f.edit(after.End(), after.End(), "\n"+strings.Repeat("\t", int(f.b.pos(after.Pos()).Col)-1)+"defer "+end)}
	switch d := f.deferral(body, bit); {
	case d == nil:
	case types.ExprString(d.Call) == end && slices.Contains(list[i:], ast.Stmt(d)): // it comes too late
		edits = append(edits, f.edit(d.Pos(), d.End(), ""))
	default:
		return
	}
	f.fix(Fix{Kind: FixRelease, At: f.b.callPos(c), Slots: bit, What: f.b.str("defer " + end), Edits: edits})
}

// takenVar is the variable that receives what a slot holds.
func (f *flowFunc) takenVar(a *ast.AssignStmt, bit Slots) *types.Var {
	for _, l := range a.Lhs {
		if v, ok := f.object(l).(*types.Var); ok && f.vars[v]&bit != 0 && !f.packageVar(v) {
			return v
		}
	}
	return nil
}

// releaseCall is the call that ends v, whether or not it has ended already.
func (f *flowFunc) releaseCall(v *types.Var, c *ast.CallExpr) string {
	t := v.Type()
	if _, ok := t.Underlying().(*types.Struct); ok {
		t = types.NewPointer(t)
	}
	ms := types.NewMethodSet(t)
	for i := range ms.Len() {
		m, ok := ms.At(i).Obj().(*types.Func)
		if !ok || !f.b.in.Catalog.Idempotent(m) {
			continue
		}
		switch params := m.Signature().Params(); {
		case params.Len() == 0:
			return v.Name() + "." + m.Name() + "()"
		case params.Len() == 1 && isContext(params.At(0).Type()):
			for _, a := range c.Args {
				if isContext(f.b.typeOf(a)) && f.pure(a) {
					return v.Name() + "." + m.Name() + "(" + types.ExprString(a) + ")"
				}
			}
		}
	}
	return ""
}

// checked is the statement behind which v is there: the assignment, or the
// check of its error.
func (f *flowFunc) checked(list []ast.Stmt, i int, a *ast.AssignStmt, v *types.Var) ast.Stmt {
	last := a.Lhs[len(a.Lhs)-1]
	if !isErrorType(f.b.typeOf(a.Rhs[0])) && !f.lastIsError(a.Rhs[0]) {
		if check := f.check(list, i); check != nil {
			if sel, ok := check.X.(*ast.SelectorExpr); ok && f.object(sel.X) == v { // Have: if tx.Error != nil { return }
				return list[i+1]
			}
		}
		return a
	}
	o := f.object(last)
	if check := f.check(list, i); check != nil && o != nil && o.Name() != "_" && f.object(check.X) == o {
		return list[i+1]
	}
	return nil
}

func (f *flowFunc) lastIsError(e ast.Expr) bool {
	t, ok := f.b.typeOf(e).(*types.Tuple)
	return ok && t.Len() > 0 && isErrorType(t.At(t.Len()-1).Type())
}

// check is the condition of the statement behind list[i] when that is an early
// way out: if err != nil { return err }
func (f *flowFunc) check(list []ast.Stmt, i int) *ast.BinaryExpr {
	if i+1 == len(list) {
		return nil
	}
	s, ok := list[i+1].(*ast.IfStmt)
	if !ok || s.Init != nil || s.Else != nil || len(s.Body.List) == 0 {
		return nil
	}
	switch last := s.Body.List[len(s.Body.List)-1].(type) {
	case *ast.ReturnStmt, *ast.BranchStmt:
	case *ast.ExprStmt:
		if c, ok := last.X.(*ast.CallExpr); !ok || f.mayReturn(c) {
			return nil
		}
	default:
		return nil
	}
	b, ok := s.Cond.(*ast.BinaryExpr)
	if !ok || b.Op != token.NEQ || !f.isNil(b.Y) {
		return nil
	}
	return b
}

// escapes reports whether what a slot holds may be wanted after the function:
// it is returned, kept, sent or given to a goroutine.
func (f *flowFunc) escapes(body *ast.BlockStmt, bit Slots) bool {
	found := false
	holds := func(e ast.Expr) bool { return carries(f.b.typeOf(e)) && f.eval(e)&bit != 0 }
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.ReturnStmt:
			for _, e := range n.Results {
				found = found || holds(e) || isTuple(f.b.typeOf(e)) && f.eval(e)&bit != 0
			}
		case *ast.AssignStmt:
			for i, r := range n.Rhs {
				if !holds(r) {
					continue
				}
				o := f.root(n.Lhs[min(i, len(n.Lhs)-1)])
				found = found || (o == nil || f.isParam(o)) && !isBlank(n.Lhs[min(i, len(n.Lhs)-1)])
			}
		case *ast.SendStmt:
			found = found || f.eval(n.Value)&bit != 0
		case *ast.GoStmt:
			t := f.b.callee(n.Call)
			found = found || (union(f.gives(n.Call, &t))|f.eval(n.Call.Fun))&bit != 0
		}
		return !found
	})
	for i := range f.sig.Results().Len() {
		found = found || f.vars[f.sig.Results().At(i)]&bit != 0
	}
	return found
}

// deferral is the defer statement that ends a slot already, too late or on
// some path only.
func (f *flowFunc) deferral(body *ast.BlockStmt, bit Slots) *ast.DeferStmt {
	var found *ast.DeferStmt
	ast.Inspect(body, func(n ast.Node) bool {
		if d, ok := n.(*ast.DeferStmt); ok && found == nil {
			t := f.b.callee(d.Call)
			if (f.released(d.Call, &t)|union(f.gives(d.Call, &t)))&bit != 0 {
				found = d
			}
		}
		return found == nil
	})
	return found
}
