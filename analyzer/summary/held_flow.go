package summary

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/cfg"
)

// heldState is what is known at one point of a function.
type heldState struct {
	held    Slots // on every path
	open    Slots // on some path, and nobody else owns it
	wrote   Slots // on some path, since the last commit
	ended   Slots // a deferred call ends them, on every path
	commits Slots // a deferred call may commit them, on every path
	absent  Slots // known to be nil or not there, on every path
	taken   Slots // on some path
	gone    Slots // on some path: ended, or passed on, since it was taken
	calls   uint64
	failing bool                   // every path comes from a failed check of an error
	ties    ties                   // errors and flags that say whether slots were filled
	known   errorsKnown            // to be nil, on every path
	onError map[types.Object]Slots // a deferred call ends them if the error is set
}

func (s *heldState) join(o *heldState) bool {
	next := heldState{
		held: s.held & o.held, open: s.open | o.open, wrote: s.wrote | o.wrote, absent: s.absent & o.absent,
		taken: s.taken | o.taken, gone: s.gone | o.gone,
		ended: s.ended & o.ended, commits: s.commits & o.commits, calls: s.calls | o.calls, failing: s.failing && o.failing,
	}
	var same bool
	next.ties, same = joinTies(s, o)
	var sameDefers bool
	next.onError, sameDefers = joinOnError(s.onError, o.onError)
	next.known = s.known & o.known
	same = same && sameDefers && next.known == s.known && next.held == s.held && next.open == s.open && next.wrote == s.wrote && next.absent == s.absent &&
		next.taken == s.taken && next.gone == s.gone && next.ended == s.ended && next.commits == s.commits && next.calls == s.calls && next.failing == s.failing
	*s = next
	return !same
}

// flowFunc is the analysis of one function body.
type flowFunc struct {
	*holder
	fs      *funcState
	sig     *types.Signature
	around  *ast.BlockStmt // the body of the function itself
	record  bool           // the last pass writes what it finds
	polling map[ast.Node]bool
	numbers map[*ast.CallExpr]int // calls that receive a slot, numbered for heldState.calls
	indexes []uint32              // their indexes in the summary
	leaks   []Leak
	joined  bool                           // the function waits for goroutines
	spawns  bool                           // the declaration starts goroutines: its channels are for them
	watched []types.Object                 // errors on which deferred closures depend
	cancels Slots                          // what a deferred cancel ends on every way out
	flags   map[*ast.CallExpr][]*types.Var // see owners
}

// flow computes what is held at each point of a function and writes it down.
func (h *holder) flow(body *ast.BlockStmt, fs *funcState) {
	f := &flowFunc{holder: h, fs: fs, sig: fs.sig, around: body, polling: map[ast.Node]bool{}, numbers: map[*ast.CallExpr]int{}}
	f.scan(body)
	f.watch(body)
	f.cancels = f.endedByCancel(body)
	f.flags = f.owners(body)
	ast.Inspect(h.body, func(n ast.Node) bool {
		_, is := n.(*ast.GoStmt)
		f.spawns = f.spawns || is
		return !f.spawns
	})
	g := cfg.New(body, h.mayReturn)
	in := make([]*heldState, len(g.Blocks))
	in[0] = f.start()
	work := []*cfg.Block{g.Blocks[0]}
	for len(work) > 0 {
		bl := work[len(work)-1]
		work = work[:len(work)-1]
		out := *in[bl.Index]
		f.blockNodes(bl, &out)
		for i, succ := range bl.Succs {
			next := out
			f.edge(bl, i, &next)
			f.entersCase(succ, &next)
			if in[succ.Index] == nil {
				in[succ.Index] = &next
				work = append(work, succ)
			} else if in[succ.Index].join(&next) {
				work = append(work, succ)
			}
		}
	}
	f.record = true
	for _, bl := range g.Blocks {
		if in[bl.Index] != nil {
			st := *in[bl.Index]
			f.blockNodes(bl, &st)
		}
	}
	h.b.out.Funcs[fs.slot].Leaks = f.leaks
	f.fixLeaks(body)
}

// start: parameters and what a closure captures may be held by whoever calls;
// what is taken here is not held yet.
func (f *flowFunc) start() *heldState {
	all := Slots(1)<<f.bits - 1
	if f.bits >= maxSlots {
		all = ^Slots(0)
	}
	s := &heldState{held: all &^ f.own[f.fs]}
	for _, sl := range f.b.out.Funcs[f.fs.slot].Slots {
		if sl.Flags&SlotEntered != 0 {
			s.held |= 1 << sl.Bit
		}
	}
	return s
}

// scan notes what the flow cannot see by itself: channel operations that do
// not wait, and whether the function waits for goroutines.
func (f *flowFunc) scan(body *ast.BlockStmt) {
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.SelectStmt:
			for _, c := range n.Body.List {
				if cc, ok := c.(*ast.CommClause); ok {
					f.clause(n, cc)
				}
			}
		case *ast.UnaryExpr:
			f.joined = f.joined || n.Op == token.ARROW
		case *ast.CallExpr:
			if sel, ok := n.Fun.(*ast.SelectorExpr); ok && sel.Sel.Name == "Wait" {
				f.joined = true
			}
		case *ast.RangeStmt:
			if _, ok := f.b.typeOf(n.X).Underlying().(*types.Chan); ok {
				f.joined = true
			}
		}
		return true
	})
}

// clause: a select with a default does not wait, and of one without the wait
// is noted once, at its first clause.
func (f *flowFunc) clause(s *ast.SelectStmt, c *ast.CommClause) {
	waits := true
	for _, other := range s.Body.List {
		if cc, ok := other.(*ast.CommClause); ok && cc.Comm == nil {
			waits = false
		}
	}
	if c.Comm != nil && (!waits || s.Body.List[0] != ast.Stmt(c)) {
		f.polling[c.Comm] = true
	}
}

// mayReturn knows the functions that end the process or the goroutine.
func (h *holder) mayReturn(c *ast.CallExpr) bool {
	if id, ok := ast.Unparen(c.Fun).(*ast.Ident); ok {
		if bi, ok := h.b.in.Info.Uses[id].(*types.Builtin); ok {
			return bi.Name() != "panic"
		}
	}
	t := h.b.callee(c)
	return t.sym == nil || !t.sym.Ends
}

func (f *flowFunc) blockNodes(bl *cfg.Block, st *heldState) {
	for _, n := range bl.Nodes {
		f.node(n, st)
	}
}

func (f *flowFunc) node(n ast.Node, st *heldState) {
	switch n := n.(type) {
	case *ast.DeferStmt:
		f.deferred(n.Call, st)
		return
	case *ast.GoStmt:
		f.spawned(n.Call, st)
		return
	case *ast.ReturnStmt:
		f.nested(n, st)
		f.exit(n, st)
		return
	}
	f.nested(n, st)
	switch n := n.(type) {
	case *ast.AssignStmt:
		f.assigned(n.Lhs, n.Rhs, st)
	case *ast.ValueSpec:
		f.assigned(identExprs(n.Names), n.Values, st)
	case *ast.SendStmt:
		st.moved(f.eval(n.Value))
		f.channel(n, n.Chan, n.Arrow, st)
	}
}

// nested walks the calls in a node, the innermost first.
func (f *flowFunc) nested(n ast.Node, st *heldState) {
	var calls []*ast.CallExpr
	ast.Inspect(n, func(x ast.Node) bool {
		switch x := x.(type) {
		case *ast.FuncLit:
			return false
		case *ast.CallExpr:
			calls = append(calls, x)
		case *ast.UnaryExpr:
			if x.Op == token.ARROW {
				f.channel(n, x.X, x.OpPos, st)
			}
		}
		return true
	})
	for i := len(calls) - 1; i >= 0; i-- {
		f.call(calls[i], st)
	}
}

func (f *flowFunc) channel(n ast.Node, ch ast.Expr, at token.Pos, st *heldState) {
	if f.polling[n] || !f.record || f.spawns || f.waitsForContext(n) || f.isLock(ch) {
		return
	}
	f.point(Point{Kind: Wait, Symbol: f.b.str("channel operation"), Pos: f.b.pos(at)}, st)
}

// isLock reports whether a function takes a token out of a channel and puts it
// back: a lock, which is waited for as a mutex is.
//
// Have: m := <-s.users; …; s.users <- m
func (f *flowFunc) isLock(ch ast.Expr) bool {
	name := types.ExprString(ch)
	var takes, puts bool
	ast.Inspect(f.body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.SendStmt:
			puts = puts || types.ExprString(n.Chan) == name
		case *ast.UnaryExpr:
			takes = takes || n.Op == token.ARROW && types.ExprString(n.X) == name
		}
		return !takes || !puts
	})
	return takes && puts
}

// waitsForContext: <-ctx.Done() alone is how code waits for its own end.
func (f *flowFunc) waitsForContext(n ast.Node) bool {
	found := false
	ast.Inspect(n, func(x ast.Node) bool {
		if sel, ok := x.(*ast.SelectorExpr); ok && sel.Sel.Name == "Done" {
			found = true
		}
		return !found
	})
	return found
}

// assigned follows ownership and what an error or flag says.
func (f *flowFunc) assigned(ls, rs []ast.Expr, st *heldState) {
	told, tells := f.translated(ls, rs, st)
	for _, l := range ls {
		if o := f.object(l); o != nil {
			if v, ok := o.(*types.Var); !ok || !f.ownerOf(v, st) {
				st.untie(o)
			}
			st.known &^= f.errorBit(o)
		}
	}
	if len(rs) == 1 {
		f.tieResults(ls, rs[0], st)
	}
	if tells {
		st.tie(f.object(ls[0]), told)
	}
	for i, l := range ls {
		if len(rs) == 0 || !carries(f.b.typeOf(l)) {
			continue
		}
		o := f.object(l)
		if s := f.eval(rs[min(i, len(rs)-1)]); s != 0 && (o == nil || f.packageVar(o)) && !isBlank(l) {
			if root := f.root(l); root == nil || f.isParam(root) {
				st.moved(s) // kept by something that outlives the call
			}
		}
	}
}

func (f *flowFunc) packageVar(o types.Object) bool {
	return o.Pkg() != nil && o.Parent() == o.Pkg().Scope()
}

func (f *flowFunc) isNil(e ast.Expr) bool {
	tv, ok := f.b.in.Info.Types[e]
	return ok && tv.IsNil()
}

func (f *flowFunc) isLen(c *ast.CallExpr) bool {
	id, ok := c.Fun.(*ast.Ident)
	return ok && id.Name == "len" && len(c.Args) == 1
}

func (f *flowFunc) isZero(e ast.Expr) bool {
	lit, ok := e.(*ast.BasicLit)
	return ok && lit.Value == "0"
}

func (f *flowFunc) release(s Slots, st *heldState) {
	st.held &^= s
	st.moved(s)
	st.wrote &^= s
}
