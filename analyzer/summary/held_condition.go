package summary

import (
	"go/ast"
	"go/token"
	"go/types"
	"maps"
	"slices"
)

// What a deferred closure ends only when an error is set:
//
//	defer func() {
//		if err != nil {
//			tx.Rollback()
//		}
//	}()
//
// It does not run for errors in other variables: after
//
//	if err := step(tx); err != nil {
//		return err
//	}
//
// the err of the closure is nil, unless it is a result of the function, which
// the return sets.

// watch finds the errors on which deferred closures of a body depend.
func (f *flowFunc) watch(body *ast.BlockStmt) {
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.DeferStmt:
			if lit, ok := n.Call.Fun.(*ast.FuncLit); ok {
				for v := range f.endsOnError(lit) {
					f.watched = append(f.watched, v)
				}
				return false
			}
		}
		return true
	})
	slices.SortFunc(f.watched, func(a, b types.Object) int { return int(a.Pos() - b.Pos()) })
	f.watched = slices.Compact(f.watched)
	f.watched = slices.DeleteFunc(f.watched, func(v types.Object) bool { return f.isResult(v) || f.setInClosure(body, v) })
}

func (f *flowFunc) isResult(v types.Object) bool {
	for r := range f.sig.Results().Variables() {
		if r == v {
			return true
		}
	}
	return false
}

// setInClosure: what a closure assigns cannot be followed.
func (f *flowFunc) setInClosure(body *ast.BlockStmt, v types.Object) bool {
	found := false
	ast.Inspect(body, func(n ast.Node) bool {
		lit, ok := n.(*ast.FuncLit)
		if !ok {
			return !found
		}
		ast.Inspect(lit.Body, func(n ast.Node) bool {
			if a, ok := n.(*ast.AssignStmt); ok {
				found = found || slices.ContainsFunc(a.Lhs, func(l ast.Expr) bool { return f.object(l) == v })
			}
			return !found
		})
		return false
	})
	return found
}

// endsOnError is what a deferred closure ends only if an error is set.
func (f *flowFunc) endsOnError(lit *ast.FuncLit) map[types.Object]Slots {
	onError := map[types.Object]Slots{}
	var always Slots
	var visit func(list []ast.Stmt)
	visit = func(list []ast.Stmt) {
		for _, s := range list {
			cond, ok := s.(*ast.IfStmt)
			if !ok {
				always |= f.endsIn(s)
				continue
			}
			v := f.setError(cond.Cond)
			switch {
			case f.recovers(lit, cond): // of a panic, which is no way out that is looked at
			case v == nil:
				always |= f.endsIn(cond.Body)
			default:
				onError[v] |= f.endsIn(cond.Body)
			}
			switch e := cond.Else.(type) {
			case *ast.BlockStmt:
				visit(e.List)
			case *ast.IfStmt:
				visit([]ast.Stmt{e})
			}
		}
	}
	visit(lit.Body.List)
	for v := range onError {
		if onError[v] &^= always; onError[v] == 0 {
			delete(onError, v)
		}
	}
	return onError
}

// setError is v of the condition v != nil, an error.
func (f *flowFunc) setError(cond ast.Expr) types.Object {
	c, ok := ast.Unparen(cond).(*ast.BinaryExpr)
	if !ok || c.Op != token.NEQ || !f.isNil(c.Y) || !isErrorType(f.b.typeOf(c.X)) {
		return nil
	}
	return f.object(c.X)
}

func (f *flowFunc) endsIn(n ast.Node) Slots {
	var s Slots
	ast.Inspect(n, func(n ast.Node) bool {
		if c, ok := n.(*ast.CallExpr); ok {
			t := f.b.callee(c)
			s |= f.released(c, &t)
		}
		return true
	})
	return s
}

// errorsKnown are watched errors that are known to be nil, by their index.
type errorsKnown uint8

func (f *flowFunc) errorBit(o types.Object) errorsKnown {
	if i := slices.Index(f.watched, o); o != nil && i >= 0 && i < 8 {
		return 1 << i
	}
	return 0
}

// deferOnError notes what a deferred closure ends only if a watched error is
// set, and returns it: it is still open.
func (f *flowFunc) deferOnError(c *ast.CallExpr, st *heldState) Slots {
	lit, ok := c.Fun.(*ast.FuncLit)
	if !ok || len(f.watched) == 0 {
		return 0
	}
	var all Slots
	for v, s := range f.endsOnError(lit) {
		if f.errorBit(v) == 0 {
			continue
		}
		st.onError = maps.Clone(st.onError)
		if st.onError == nil {
			st.onError = map[types.Object]Slots{}
		}
		st.onError[v] |= s
		all |= s
	}
	return all
}

// joinOnError keeps what every path defers.
func joinOnError(a, b map[types.Object]Slots) (joined map[types.Object]Slots, same bool) {
	joined, same = a, true
	for v, s := range a {
		if b[v] != s {
			if same {
				joined, same = maps.Clone(a), false
			}
			if joined[v] = s & b[v]; joined[v] == 0 {
				delete(joined, v)
			}
		}
	}
	return joined, same
}

// endedOnExit is what deferred closures may end at a return: what depends on an
// error that is known to be nil stays.
func (f *flowFunc) endedOnExit(st *heldState) Slots {
	var s Slots
	for v, ended := range st.onError {
		if st.known&f.errorBit(v) == 0 {
			s |= ended
		}
	}
	return s
}

func (f *flowFunc) deferredOnError(st *heldState) Slots {
	var s Slots
	for _, ended := range st.onError {
		s |= ended
	}
	return s
}
