package summary

import (
	"go/ast"
	"go/token"
	"go/types"
)

// block walks statements in order. A condition that leaves the block early
// holds, negated, for what follows it.
func (b *builder) block(list []ast.Stmt) {
	mark := len(b.fn.known)
	for _, s := range list {
		b.stmt(s)
		if is, ok := s.(*ast.IfStmt); ok && is.Else == nil && leaves(is.Body) {
			b.assume(is.Cond, false, is.End(), list[len(list)-1].End())
		}
	}
	b.fn.known = b.fn.known[:mark]
}

// leaves reports whether control cannot continue after a block.
func leaves(s *ast.BlockStmt) bool {
	if len(s.List) == 0 {
		return false
	}
	switch s := s.List[len(s.List)-1].(type) {
	case *ast.ReturnStmt, *ast.BranchStmt:
		return true
	case *ast.ExprStmt:
		if c, ok := s.X.(*ast.CallExpr); ok {
			id, ok := c.Fun.(*ast.Ident)
			return ok && id.Name == "panic"
		}
	}
	return false
}

func (b *builder) stmt(s ast.Stmt) {
	switch s := s.(type) {
	case nil:
	case *ast.BlockStmt:
		b.block(s.List)
	case *ast.LabeledStmt:
		b.stmt(s.Stmt)
	case *ast.ExprStmt:
		b.expr(s.X)
	case *ast.SendStmt:
		b.sendStmt(s)
	case *ast.IncDecStmt:
		b.expr(s.X)
	case *ast.AssignStmt:
		b.assignStmt(s)
	case *ast.GoStmt:
		b.decl.points = true
		b.call(s.Call, Go)
	case *ast.DeferStmt:
		b.deferStmt(s)
	case *ast.ReturnStmt:
		b.returnStmt(s)
	case *ast.IfStmt:
		b.ifStmt(s)
	case *ast.DeclStmt:
		b.declStmt(s)
	case *ast.ForStmt:
		b.stmt(s.Init)
		mark := len(b.fn.known)
		b.fn.loops++
		if s.Cond != nil {
			b.expr(s.Cond)
			b.assume(s.Cond, true, s.Body.Pos(), s.Body.End()) // Have: for s.db == nil { … }
		}
		b.sometimes(func() {
			b.stmt(s.Post)
			b.block(s.Body.List)
		})
		b.fn.loops--
		b.fn.known = b.fn.known[:mark]
	case *ast.RangeStmt:
		b.rangeStmt(s)
	case *ast.SwitchStmt:
		b.stmt(s.Init)
		if s.Tag != nil {
			b.expr(s.Tag)
		}
		b.clauses(s.Body)
	case *ast.TypeSwitchStmt:
		b.typeSwitch(s)
	case *ast.SelectStmt:
		b.clauses(s.Body)
	}
}

func (b *builder) deferStmt(s *ast.DeferStmt) {
	b.fn.defers++
	b.call(s.Call, Defer)
	b.fn.defers--
}

func (b *builder) declStmt(s *ast.DeclStmt) {
	d, ok := s.Decl.(*ast.GenDecl)
	if !ok || d.Tok != token.VAR {
		return
	}
	for _, spec := range d.Specs {
		if vs, ok := spec.(*ast.ValueSpec); ok {
			b.valueSpec(vs)
		}
	}
}

func (b *builder) assignStmt(s *ast.AssignStmt) {
	if len(s.Lhs) > 1 && len(s.Rhs) == 1 {
		ns := b.values(s.Rhs[0], len(s.Lhs))
		for i, l := range s.Lhs {
			b.assign(l, ns[i], b.resultType(s.Rhs[0], i))
		}
		b.decl.assignMulti(b, s.Lhs, s.Rhs[0])
		return
	}
	for i, l := range s.Lhs {
		if i < len(s.Rhs) {
			b.assign(l, b.expr(s.Rhs[i]), b.typeOf(s.Rhs[i]))
			b.decl.assign(b, l, s.Rhs[i])
		}
	}
}

func (b *builder) returnStmt(s *ast.ReturnStmt) {
	fs := b.fn
	if fs.nested > 0 && fs.failing == 0 {
		defer func() { fs.left = true }()
	}
	rs := fs.sig.Results()
	if len(s.Results) == 1 && rs.Len() > 1 {
		ns := b.values(s.Results[0], rs.Len())
		for i, n := range ns {
			if b.classOf(rs.At(i).Type()) != nothing {
				b.flow(b.converted(n, b.resultType(s.Results[0], i), rs.At(i).Type()), b.node(resultNode(fs.id, i)))
			}
		}
		b.decl.returnMulti(b, s.Results[0], fs)
		return
	}
	for i, e := range s.Results {
		if i >= rs.Len() {
			b.expr(e)
			continue
		}
		n := b.convert(e, rs.At(i).Type())
		if n != 0 && b.classOf(rs.At(i).Type()) != nothing {
			b.share(n, b.node(resultNode(fs.id, i)), rs.At(i).Type())
		}
		b.decl.returned(b.decl.res(b, e), fs, i)
	}
	b.decl.returnedEnds(b, s.Results)
}

func (b *builder) ifStmt(s *ast.IfStmt) {
	b.stmt(s.Init)
	b.expr(s.Cond)
	mark := len(b.fn.known)
	b.assume(s.Cond, true, s.Body.Pos(), s.Body.End())
	fails := 0
	if b.failure(s.Cond) {
		fails = 1
	}
	b.fn.failing += fails
	b.sometimes(func() { b.block(s.Body.List) })
	b.fn.failing -= fails
	b.fn.known = b.fn.known[:mark]
	if s.Else != nil {
		b.assume(s.Cond, false, s.Else.Pos(), s.Else.End())
		b.sometimes(func() { b.stmt(s.Else) })
		b.fn.known = b.fn.known[:mark]
	}
}

// failure reports whether a condition holds when something has failed:
// err != nil, also with more to it.
func (b *builder) failure(cond ast.Expr) bool {
	e, ok := ast.Unparen(cond).(*ast.BinaryExpr)
	switch {
	case !ok:
		return false
	case e.Op == token.LAND || e.Op == token.LOR:
		return b.failure(e.X) || b.failure(e.Y)
	}
	return e.Op == token.NEQ && b.isZero(ast.Unparen(e.Y)) && types.Identical(b.typeOf(e.X), types.Universe.Lookup("error").Type())
}

func (b *builder) rangeStmt(s *ast.RangeStmt) {
	t := b.typeOf(s.X)
	if _, ok := t.Underlying().(*types.Signature); ok {
		// Have: for x := range seq { … }: the iterator is called here.
		b.call(&ast.CallExpr{Fun: s.X, Lparen: s.X.End(), Rparen: s.X.End()}, Sync)
		b.loopBody(s.Body)
		return
	}
	c := b.expr(s.X)
	for _, l := range []ast.Expr{s.Key, s.Value} {
		// A channel's elements come as the key. Other keys are not followed.
		_, isChan := t.Underlying().(*types.Chan)
		if l == nil || l == s.Key && !isChan {
			continue
		}
		if !isBlank(l) && c != 0 {
			b.assign(l, c, nil)
		}
		b.decl.assign(b, l, s.X)
	}
	b.loopBody(s.Body)
}

func (b *builder) loopBody(s *ast.BlockStmt) {
	b.fn.loops++
	b.sometimes(func() { b.block(s.List) })
	b.fn.loops--
}

// sometimes walks what does not run whenever the statement around it runs.
func (b *builder) sometimes(walk func()) {
	fs := b.fn
	last := fs.last
	fs.nested++
	walk()
	fs.nested--
	fs.last = last
}

func (b *builder) clauses(body *ast.BlockStmt) {
	for _, c := range body.List {
		b.sometimes(func() { b.clause(c) })
	}
}

func (b *builder) clause(c ast.Stmt) {
	switch c := c.(type) {
	case *ast.CaseClause:
		mark := len(b.fn.known)
		for _, e := range c.List {
			b.expr(e)
			b.assume(e, true, c.Pos(), c.End())
		}
		b.block(c.Body)
		b.fn.known = b.fn.known[:mark]
	case *ast.CommClause:
		b.stmt(c.Comm)
		b.block(c.Body)
	}
}

func (b *builder) typeSwitch(s *ast.TypeSwitchStmt) {
	b.stmt(s.Init)
	var x ast.Expr
	switch a := s.Assign.(type) {
	case *ast.AssignStmt:
		x = a.Rhs[0]
	case *ast.ExprStmt:
		x = a.X
	}
	ta, ok := ast.Unparen(x).(*ast.TypeAssertExpr)
	if !ok {
		return
	}
	src := b.expr(ta.X)
	for _, cl := range s.Body.List {
		cc, ok := cl.(*ast.CaseClause)
		if !ok {
			continue
		}
		if o := b.in.Info.Implicits[cc]; o != nil {
			if v := b.varNode(o); v != 0 && src != 0 {
				b.flow(src, v)
			} else {
				b.source(v, UnknownValue, "")
			}
			b.decl.flowObj(o, b.decl.res(b, ta.X))
		}
		for _, e := range cc.List {
			if b.isType(e) && b.streamAssertion(b.typeOf(e)) {
				b.fn.f.Flags |= IsStream
			}
		}
		b.sometimes(func() { b.block(cc.Body) })
	}
}
