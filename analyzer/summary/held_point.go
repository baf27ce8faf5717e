package summary

import (
	"go/ast"
	"go/types"
	"strings"

	"github.com/sessionlint/sessionlint/analyzer/catalog"
)

// point adds a place at which it matters what is held.
func (f *flowFunc) point(p Point, st *heldState) {
	p.Held, p.Absent = st.held, st.absent
	fn := &f.b.out.Funcs[f.fs.slot]
	fn.Points = append(fn.Points, p)
}

// points notes queries, sends and waits.
func (f *flowFunc) points(c *ast.CallExpr, t *callee, st *heldState, mode Mode) {
	if t.fn == nil {
		sel := f.meths[f.object(c.Fun)]
		if sel == nil {
			return
		}
		m := f.b.callee(&ast.CallExpr{Fun: sel, Args: c.Args})
		if m.fn == nil {
			return
		}
		t = &m
	}
	p := Point{Mode: mode, Pos: f.b.callPos(c)}
	switch {
	case t.sym != nil && t.sym.Acquire != nil:
		return
	case takesCallOptions(f.sig): // a generated client itself: who calls it waits
		return
	case t.sym != nil && t.sym.Waits, takesCallOptions(t.sig):
		p.Kind, p.Symbol, p.Handle = Wait, f.b.str(catalog.Canonical(t.fn)), union(f.gives(c, t))
	case t.sym != nil && t.sym.Query:
		if f.d.queries { // a generated finisher itself: who calls it queries
			return
		}
		p.Kind, p.Symbol, p.Handle = PoolQuery, f.b.str(t.sym.Name), f.handle(c, t)
		p.Store = f.b.str(catalog.Store(t.sym.Name))
	case f.fs.f.Flags&IsGenerated != 0 && (t.sym != nil && t.sym.Sends || f.streamMethod(t)):
		return // the stream's own Send: who calls it sends
	case t.sym != nil && t.sym.Sends, f.streamMethod(t):
		p.Kind, p.Symbol = StreamSend, f.b.str(catalog.Canonical(t.fn))
	case f.queryMethod(t):
		p.Kind, p.Symbol, p.Handle = PoolQuery, f.b.str(catalog.Canonical(t.fn)), f.eval(t.x.X)
		p.Store = f.b.str("sql")
	default:
		return
	}
	if p.Kind == PoolQuery && mode == Sync {
		f.fixHandle(c, t, p.Pos, st)
	}
	f.point(p, st)
	if p.Kind == PoolQuery {
		points := f.b.out.Funcs[f.fs.slot].Points
		points[len(points)-1].Held &^= f.ofOtherPool(c)
	}
}

// takesCallOptions: the methods of generated gRPC clients, and of the interfaces
// that describe them, end in opts ...grpc.CallOption:
//
//	Check(ctx context.Context, in *HealthCheckRequest, opts ...grpc.CallOption) (*HealthCheckResponse, error)
func takesCallOptions(sig *types.Signature) bool {
	if sig == nil || !sig.Variadic() {
		return false
	}
	last, ok := sig.Params().At(sig.Params().Len() - 1).Type().(*types.Slice)
	return ok && namedIs(last.Elem(), "google.golang.org/grpc", "CallOption")
}

// streamMethod: Send or Recv of a stream that generated code declares.
func (f *flowFunc) streamMethod(t *callee) bool {
	if t.x == nil || t.sel == nil {
		return false
	}
	return StreamMethod(t.x.Sel.Name) && f.b.in.Catalog.StreamValue(f.b.typeOf(t.x.X))
}

// StreamMethod reports whether a method of an open stream sends or receives, by its name.
func StreamMethod(name string) bool {
	switch name {
	case "Send", "Recv", "SendMsg", "RecvMsg", "SendAndClose", "CloseAndRecv", "Receive":
		return true
	}
	return false
}

// queryMethod: the interface over pool and transaction that people write (DBTX,
// Querier), called directly.
func (f *flowFunc) queryMethod(t *callee) bool {
	if t.x == nil || t.sel == nil || !f.b.interfaceMethod(t.fn) {
		return false
	}
	name := t.x.Sel.Name
	if name != "QueryContext" && name != "QueryRowContext" && name != "ExecContext" && name != "Query" && name != "QueryRow" && name != "Exec" {
		return false
	}
	xt := f.b.typeOf(t.x.X)
	if f.b.sessionType(xt) || !strings.HasPrefix(name, "Query") && !hasQuery(xt) {
		return false
	}
	return methodOf(xt, "Exec") || methodOf(xt, "ExecContext")
}

func hasQuery(t types.Type) bool {
	return methodOf(t, "Query") || methodOf(t, "QueryContext") || methodOf(t, "QueryRow") || methodOf(t, "QueryRowContext")
}

func methodOf(t types.Type, name string) bool {
	o, _, _ := types.LookupFieldOrMethod(t, true, nil, name)
	_, ok := o.(*types.Func)
	return ok
}

// ender reports whether a function of this package ends a parameter (-1: its
// receiver), directly or through another. It is found out when first asked.
func (b *builder) ender(fn *types.Func, param int) bool {
	if fn.Pkg() != b.in.Pkg {
		return false
	}
	if b.enders == nil {
		b.findEnders()
	}
	return b.enders[fn][param]
}

func (b *builder) findEnders() {
	b.enders = map[*types.Func]map[int]bool{}
	for changed := true; changed; {
		changed = false
		for _, file := range b.in.Files {
			for _, d := range file.Decls {
				if fd, ok := d.(*ast.FuncDecl); ok && fd.Body != nil {
					changed = b.endersOf(fd) || changed
				}
			}
		}
	}
}

func (b *builder) endersOf(fd *ast.FuncDecl) bool {
	fn, ok := b.in.Info.Defs[fd.Name].(*types.Func)
	if !ok {
		return false
	}
	params := map[types.Object]int{}
	if r := fn.Signature().Recv(); r != nil {
		params[r] = -1
	}
	for i := range fn.Signature().Params().Len() {
		params[fn.Signature().Params().At(i)] = i
	}
	changed := false
	end := func(e ast.Expr) {
		id, ok := ast.Unparen(e).(*ast.Ident)
		if !ok {
			return
		}
		i, ok := params[b.in.Info.Uses[id]]
		if !ok || b.enders[fn][i] {
			return
		}
		if b.enders[fn] == nil {
			b.enders[fn] = map[int]bool{}
		}
		b.enders[fn][i] = true
		changed = true
	}
	ast.Inspect(fd.Body, func(n ast.Node) bool {
		c, ok := n.(*ast.CallExpr)
		if !ok {
			return true
		}
		if sel, ok := c.Fun.(*ast.SelectorExpr); ok && b.in.Info.Selections[sel] != nil && b.in.Catalog.ReleaseName(sel.Sel.Name) {
			end(sel.X)
		}
		callee := b.callee(c).fn
		if callee == nil || callee.Pkg() != b.in.Pkg {
			return true
		}
		for i, a := range c.Args {
			if b.enders[callee][i] {
				end(a)
			}
		}
		return true
	})
	return changed
}
