package summary

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/cfg"
)

// edge refines the state by the condition that leads to a successor.
func (f *flowFunc) edge(bl *cfg.Block, i int, st *heldState) {
	if len(bl.Succs) != 2 || len(bl.Nodes) == 0 {
		return
	}
	cond, ok := bl.Nodes[len(bl.Nodes)-1].(ast.Expr)
	if !ok {
		return
	}
	f.refine(ast.Unparen(cond), i == 0, st)
}

func (f *flowFunc) refine(cond ast.Expr, holds bool, st *heldState) {
	switch c := cond.(type) {
	case *ast.UnaryExpr:
		if c.Op == token.NOT {
			f.refine(ast.Unparen(c.X), !holds, st)
		}
	case *ast.Ident:
		if t, ok := st.ties[f.b.in.Info.ObjectOf(c)]; ok && t.ok && holds == t.when {
			f.empty(t.slots, st)
		}
	case *ast.CallExpr: // Have: for rows.Next() { … }
		if !holds {
			f.release(f.nextOfRows(c), st)
		} else if f.tellsError(c) {
			f.isSet(c.Args[0], st)
		}
	case *ast.BinaryExpr:
		switch {
		case c.Op == token.LAND && holds, c.Op == token.LOR && !holds:
			f.refine(ast.Unparen(c.X), holds, st)
			f.refine(ast.Unparen(c.Y), holds, st)
		case c.Op == token.LAND, c.Op == token.LOR:
			// One of the two decides: what both say holds.
			other := *st
			f.refine(ast.Unparen(c.X), holds, st)
			f.refine(ast.Unparen(c.Y), holds, &other)
			failed := holds && (st.failing || other.failing) // Have: if err != nil || n == 0 { return err }
			st.join(&other)
			st.failing = st.failing || failed
		default:
			f.compare(c, holds, st)
		}
	}
}

// empty: slots hold nothing here. A parameter that was given is another path.
func (f *flowFunc) empty(s Slots, st *heldState) {
	st.absent |= s
	f.release(s&f.own[f.fs], st)
}

func (f *flowFunc) compare(c *ast.BinaryExpr, holds bool, st *heldState) {
	x, y := ast.Unparen(c.X), ast.Unparen(c.Y)
	if f.isNil(x) {
		x, y = y, x
	}
	if call, ok := x.(*ast.CallExpr); ok && f.isLen(call) {
		if (c.Op == token.GTR || c.Op == token.NEQ) && !holds || c.Op == token.EQL && holds && f.isZero(y) {
			f.empty(f.eval(call.Args[0]), st)
		}
		return
	}
	if c.Op != token.EQL && c.Op != token.NEQ {
		return
	}
	if !f.isNil(y) { // Have: if err == sql.ErrNoRows { return nil }
		if holds == (c.Op == token.EQL) && isErrorType(f.b.typeOf(x)) && f.namedError(y) {
			f.isSet(x, st)
		}
		return
	}
	isNil := holds == (c.Op == token.EQL)
	if isErrorType(f.b.typeOf(x)) {
		f.checkedError(x, isNil, st)
		return
	}
	if s := f.eval(x); isNil && s != 0 {
		f.empty(s, st)
	}
}

func (f *flowFunc) checkedError(x ast.Expr, isNil bool, st *heldState) {
	st.failing = !isNil
	if isNil {
		st.known |= f.errorBit(f.object(x))
		return
	}
	st.known &^= f.errorBit(f.object(x))
	f.isSet(x, st)
}

// isSet: an error is set, so that nothing came with it.
func (f *flowFunc) isSet(x ast.Expr, st *heldState) {
	if o := f.object(x); o != nil {
		if t, ok := st.ties[o]; ok && !t.ok {
			f.release(t.slots, st)
		}
		return
	}
	if sel, ok := x.(*ast.SelectorExpr); ok { // Have: if tx := db.Begin(); tx.Error != nil { return }
		f.release(f.eval(sel.X)&f.own[f.fs], st)
	}
}

// tellsError reports whether a call that says yes says that its first argument, an
// error, is set.
//
// Have: if errors.Is(err, sql.ErrNoRows) { return nil }, and: if db.IsNotFound(err)
func (f *flowFunc) tellsError(c *ast.CallExpr) bool {
	fn := f.b.callee(c).fn
	if fn == nil || len(c.Args) == 0 || !isErrorType(f.b.typeOf(c.Args[0])) {
		return false
	}
	name := fn.Name()
	return name == "As" || strings.HasPrefix(name, "Is") && !strings.Contains(name, "Nil")
}

// namedError reports whether an expression is an error that a package declares.
func (f *flowFunc) namedError(e ast.Expr) bool {
	if sel, ok := e.(*ast.SelectorExpr); ok {
		e = sel.Sel
	}
	v, ok := f.object(e).(*types.Var)
	return ok && !v.IsField() && f.packageVar(v)
}
