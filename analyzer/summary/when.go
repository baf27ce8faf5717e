package summary

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
)

// Some conditions are decided before the program runs: a function that is asked
// always says the same.
//
//	func (s *store) closed() bool { return false }
//
//	if s.closed() {
//		s.open() // never runs
//	}
//
// Which function is asked is often known to the linker only, so the summary says
// on which calls it depends that something runs.

// answers is what the calls in a condition have returned if it is true (want), or
// false. Of two halves of which one decides neither is known.
func (b *builder) answers(cond ast.Expr, want bool) []nilFact {
	switch c := ast.Unparen(cond).(type) {
	case *ast.BinaryExpr:
		if c.Op == token.LAND && want || c.Op == token.LOR && !want {
			return append(b.answers(c.X, want), b.answers(c.Y, want)...)
		}
	case *ast.UnaryExpr:
		if c.Op == token.NOT {
			return b.answers(c.X, !want)
		}
	case *ast.CallExpr:
		t := b.callee(c)
		if i := b.decl.callIndex[c]; i > 0 && t.known && b.maybeConstant(t.fn) {
			return []nilFact{{fn: b.fn, when: When{uint32(i), want}}}
		}
	}
	return nil
}

// maybeConstant reports whether a function can be one that always says the same: of
// this package it is known.
func (b *builder) maybeConstant(fn *types.Func) bool {
	if fn.Pkg() != b.in.Pkg || b.interfaceMethod(fn) {
		return true
	}
	_, ok := b.constant[fn.Origin()]
	return ok
}

// when is on which calls of the current function it depends that what stands here runs.
func (b *builder) when() []When {
	var out []When
	for _, f := range b.fn.known {
		if f.when.Call > 0 && f.fn == b.fn {
			out = append(out, f.when)
		}
	}
	return out
}

// readConstants finds the functions that do nothing but return true, or false.
func (b *builder) readConstants() {
	for _, f := range b.in.Files {
		for _, d := range f.Decls {
			fd, ok := d.(*ast.FuncDecl)
			if !ok || fd.Body == nil || len(fd.Body.List) != 1 {
				continue
			}
			r, ok := fd.Body.List[0].(*ast.ReturnStmt)
			if !ok || len(r.Results) != 1 {
				continue
			}
			fn, ok := b.in.Info.Defs[fd.Name].(*types.Func)
			if v := b.in.Info.Types[r.Results[0]].Value; ok && v != nil && v.Kind() == constant.Bool {
				b.constant[fn] = constant.BoolVal(v)
			}
		}
	}
}

// given is the parameter that is known to be nil where something stands.
func (b *builder) given() uint8 {
	for _, f := range b.fn.known {
		if f.given > 0 && !f.flag && f.fn == b.fn {
			return f.given
		}
	}
	return 0
}

// renews is the argument of a call that is a package variable, or a field of the
// receiver, in which the result is kept: the callee can tell whether it is set.
//
// Have: db = connected(db), and: s.db, err = s.connected(s.db)
func (d *declState) renews(b *builder, r *resRecord, kept bool) uint8 {
	if r.expr == nil || !kept {
		return 0
	}
	t := b.callee(r.expr)
	base := 1
	if t.sel != nil && t.sel.Kind() == types.MethodVal {
		base = 2
	}
	for i, a := range r.expr.Args {
		root, isVar := b.rootObject(a).(*types.Var)
		name := types.ExprString(ast.Unparen(a))
		if b.place(a) == "" || !d.filled[name] || d.reset[name] || isVar && b.place(a) != globalNode(root) && r.fs.sig.Recv() != root {
			continue
		}
		return uint8(min(i+base, 255))
	}
	return 0
}
