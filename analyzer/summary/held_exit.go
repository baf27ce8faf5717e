package summary

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"github.com/sessionlint/sessionlint/analyzer/catalog"
)

// spawned: a goroutine takes over what it is given.
func (f *flowFunc) spawned(c *ast.CallExpr, st *heldState) {
	for _, a := range c.Args {
		f.nested(a, st)
	}
	t := f.b.callee(c)
	gives := f.gives(c, &t)
	s := union(gives)
	carried := s
	if lit, ok := ast.Unparen(c.Fun).(*ast.FuncLit); ok {
		s |= f.captured(lit)
		carried = s &^ (f.litReleases(lit) & f.own[f.fs]) // what is taken for the goroutine, which ends it
	}
	if f.record {
		f.note(c, &t, gives, st)
		if carried&st.held != 0 && !f.joined {
			f.point(Point{Kind: Outlive, Mode: Go, Pos: f.b.callPos(c), Symbol: f.b.str("go"), Handle: carried}, st)
		}
	}
	st.moved(s)
}

// exit looks at what is still open where the function returns.
func (f *flowFunc) exit(r *ast.ReturnStmt, st *heldState) {
	var returned Slots
	for _, e := range r.Results {
		if carries(f.b.typeOf(e)) || isTuple(f.b.typeOf(e)) {
			returned |= f.eval(e)
		}
	}
	for i := range f.sig.Results().Len() {
		if v := f.sig.Results().At(i); v.Name() != "" {
			returned |= f.vars[v] // Have: defer func() { … }() with named results
		}
	}
	if !f.record {
		return
	}
	own := f.own[f.fs] &^ f.pools
	at := f.b.pos(r.Return)
	if len(r.Results) == 0 && r.Return.IsValid() {
		at = f.b.pos(r.Pos())
	}
	abandoned := f.abandoned(r) & f.rows
	open := st.open &^ f.endedOnExit(st) &^ f.cancels
	for i := range f.bits {
		bit := Slots(1) << i
		if own&bit == 0 || f.rows&bit != 0 && f.ofSession(bit, abandoned&bit != 0) || f.ofOwnPool(bit) || f.keptOutside(bit) {
			continue
		}
		if open&bit != 0 && (returned&bit == 0 || abandoned&bit != 0) && !f.correlated(bit, r) {
			f.leaks = append(f.leaks, Leak{Bit: uint8(i), OnError: f.deferredOnError(st)&bit != 0, Exit: at, Calls: f.onTheWay(st)})
		}
		if f.rows&bit == 0 && returned&bit == 0 && st.held&bit == 0 && st.wrote&bit == 0 {
			continue
		}
		if f.rows&bit == 0 && returned&bit == 0 && f.succeeds(r, st) && f.uncommitted(bit, st) {
			f.leaks = append(f.leaks, Leak{Bit: uint8(i), Commit: true, Wrote: st.wrote&bit != 0, Exit: at, Calls: f.onTheWay(st)})
		}
	}
}

// keptOutside reports whether a closure puts what it takes into a variable of
// the function around it, which may end it after the call.
//
// Have: err := retry(3, func() error { var err error; rows, err = db.Query(q); return err })
func (f *flowFunc) keptOutside(bit Slots) bool {
	if f.fs.f.Flags&IsClosure == 0 {
		return false
	}
	for o, s := range f.vars {
		v, ok := o.(*types.Var)
		if ok && s&bit != 0 && !v.IsField() && !f.inSignature(v) && (v.Pos() < f.around.Pos() || v.Pos() > f.around.End()) {
			return true
		}
	}
	return false
}

// inSignature reports whether a variable is a parameter or a result of the function itself.
func (f *flowFunc) inSignature(v *types.Var) bool {
	is := func(t *types.Tuple) bool {
		for x := range t.Variables() {
			if x == v {
				return true
			}
		}
		return false
	}
	return is(f.sig.Params()) || is(f.sig.Results())
}

// ofSession reports whether rows were read with a session that is taken here, or
// given: they end with it at the latest, and a session that does not end is a
// finding of its own. An iterator that is handed out keeps them open while the
// caller goes on with the session that it gave.
func (f *flowFunc) ofSession(bit Slots, abandoned bool) bool {
	sessions := f.sure &^ f.rows &^ f.pools
	if abandoned {
		sessions &= f.own[f.fs]
	}
	for c, s := range f.calls {
		if sel, ok := ast.Unparen(c.Fun).(*ast.SelectorExpr); ok && s&bit != 0 && f.eval(sel.X)&sessions != 0 {
			return true
		}
	}
	return false
}

// ofOwnPool reports whether something is taken from a pool or connection that is
// made here, and is the finding itself: its channels and transactions end with it.
func (f *flowFunc) ofOwnPool(bit Slots) bool {
	var made Slots
	for _, sl := range f.b.out.Funcs[f.fs.slot].Slots {
		if sl.Kind == catalog.Pool || sl.Kind == catalog.Conn {
			made |= 1 << sl.Bit
		}
	}
	if made &^= bit; made == 0 {
		return false
	}
	for c, s := range f.calls {
		if sel, ok := ast.Unparen(c.Fun).(*ast.SelectorExpr); ok && s&bit != 0 && f.eval(sel.X)&made != 0 {
			return true
		}
	}
	return false
}

func isTuple(t types.Type) bool { _, ok := t.(*types.Tuple); return ok }

// uncommitted: still held, though a deferred call will end it.
func (f *flowFunc) uncommitted(bit Slots, st *heldState) bool {
	return st.held&bit != 0 && st.commits&bit == 0
}

func (f *flowFunc) onTheWay(st *heldState) []uint32 {
	var out []uint32
	for n, i := range f.indexes {
		if st.calls&(1<<n) != 0 {
			out = append(out, i)
		}
	}
	return out
}

// succeeds reports whether a return may tell the caller that all went well: no
// check of an error failed on the way, and what is returned can be nil.
func (f *flowFunc) succeeds(r *ast.ReturnStmt, st *heldState) bool {
	n := f.sig.Results().Len()
	if st.failing {
		return false
	}
	if n == 0 || !isErrorType(f.sig.Results().At(n-1).Type()) {
		return !f.refuses(r)
	}
	switch len(r.Results) {
	case n:
		return f.mayBeNil(r.Results[n-1], r)
	case 0: // Have: err = errors.New("no such order"); return
		set, made := f.madeBefore(f.sig.Results().At(n-1), r)
		return set == nil || f.mayBeNil(made, set)
	}
	return true
}

// refuses reports whether a function that returns no error, and commits elsewhere,
// returns from within a condition: nothing says whether all went well.
//
// Have: if !free { return NewConflict() }, and: if !free { http.Error(w, …); return }
func (f *flowFunc) refuses(r *ast.ReturnStmt) bool {
	if !r.Return.IsValid() || slices.Contains(f.around.List, ast.Stmt(r)) {
		return false
	}
	commits := false
	ast.Inspect(f.around, func(n ast.Node) bool {
		if c, ok := n.(*ast.CallExpr); ok {
			fn := f.b.callee(c).fn
			commits = commits || fn != nil && strings.Contains(fn.Name(), "Commit")
		}
		return !commits
	})
	return commits
}

// mayBeNil reports whether an error that is returned can be nil.
func (f *flowFunc) mayBeNil(x ast.Expr, at ast.Stmt) bool {
	switch e := ast.Unparen(x).(type) {
	case *ast.Ident:
		o := f.b.in.Info.ObjectOf(e)
		if f.isNil(e) || o == nil || f.packageVar(o) {
			return f.isNil(e)
		}
		set, made := f.madeBefore(o, at)
		return set == nil || f.mayBeNil(made, set)
	case *ast.CallExpr: // Have: return notify(u, s), and not: return fmt.Errorf(…)
		t := f.b.callee(e)
		return union(f.gives(e, &t))&f.own[f.fs] != 0
	}
	return false
}

// madeBefore is the last statement before another one, in the same block, that
// sets a variable, and what to.
//
// Have: err := errors.New("no such order"); return err
func (f *flowFunc) madeBefore(o types.Object, at ast.Stmt) (set ast.Stmt, made ast.Expr) {
	var block []ast.Stmt
	ast.Inspect(f.body, func(n ast.Node) bool {
		var list []ast.Stmt
		switch n := n.(type) {
		case *ast.BlockStmt:
			list = n.List
		case *ast.CaseClause:
			list = n.Body
		case *ast.CommClause:
			list = n.Body
		}
		if i := slices.Index(list, at); i >= 0 {
			block = list[:i]
		}
		return block == nil && (n == nil || n.Pos() <= at.Pos() && at.End() <= n.End())
	})
	for _, s := range slices.Backward(block) {
		if made := f.sets(s, o); made != nil {
			return s, made
		}
		if f.maySet(s, o) {
			return nil, nil
		}
	}
	return nil, nil
}

// sets is what a statement sets a variable to, if that is all it does.
func (f *flowFunc) sets(s ast.Stmt, o types.Object) ast.Expr {
	var ls, rs []ast.Expr
	switch s := s.(type) {
	case *ast.AssignStmt:
		ls, rs = s.Lhs, s.Rhs
	case *ast.DeclStmt:
		d, ok := s.Decl.(*ast.GenDecl)
		if !ok || len(d.Specs) != 1 {
			return nil
		}
		if v, ok := d.Specs[0].(*ast.ValueSpec); ok {
			ls, rs = identExprs(v.Names), v.Values
		}
	}
	for i, l := range ls {
		if id, ok := ast.Unparen(l).(*ast.Ident); ok && f.b.in.Info.ObjectOf(id) == o {
			if len(ls) == len(rs) {
				return rs[i]
			}
			if len(rs) == 1 {
				return rs[0]
			}
		}
	}
	return nil
}

func (f *flowFunc) maySet(n ast.Node, o types.Object) bool {
	found := false
	is := func(x ast.Expr) bool {
		id, ok := ast.Unparen(x).(*ast.Ident)
		return ok && f.b.in.Info.ObjectOf(id) == o
	}
	ast.Inspect(n, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			found = found || slices.ContainsFunc(n.Lhs, is)
		case *ast.UnaryExpr:
			found = found || n.Op == token.AND && is(n.X)
		}
		return !found
	})
	return found
}

// abandoned is what a returned iterator captures without a way to close it: the
// caller that stops early leaves it open. Have: return func() (T, bool) { rows.Next() … }
func (f *flowFunc) abandoned(r *ast.ReturnStmt) Slots {
	var s Slots
	for _, e := range r.Results {
		lit, ok := ast.Unparen(e).(*ast.FuncLit)
		if lits := f.inner[f.object(e)]; !ok && len(lits) == 1 {
			lit, ok = lits[0], true // Have: next := func() (T, bool) { … }; return next, nil
		}
		if !ok {
			if carries(f.b.typeOf(e)) && !f.isNil(e) && !isErrorType(f.b.typeOf(e)) {
				return 0 // something else may be there to close it
			}
			continue
		}
		if lit.Type.Results == nil || lit.Type.Results.NumFields() == 0 {
			return 0 // a closer, or an iterator that pushes and closes
		}
		s |= f.captured(lit)
	}
	return s
}
