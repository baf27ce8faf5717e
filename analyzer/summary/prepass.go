package summary

import (
	"go/ast"
	"go/token"
	"go/types"
)

// prepass notes what must be known before a body is walked: which variables
// change, and which closures stay inside the call that receives them.
func (b *builder) prepass() {
	named := namedClosures{}
	for _, f := range b.in.Files {
		ast.Inspect(f, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.Ident:
				named.use(b.in.Info.Uses[n], 1)
			case *ast.AssignStmt:
				if n.Tok == token.DEFINE {
					named.define(b, n)
					break
				}
				for _, l := range n.Lhs {
					if id, ok := l.(*ast.Ident); ok {
						if o := b.in.Info.Uses[id]; o != nil {
							b.mutated[o] = true
						}
					}
				}
			case *ast.UnaryExpr:
				if id, ok := n.X.(*ast.Ident); ok && n.Op == token.AND {
					if o := b.in.Info.Uses[id]; o != nil {
						b.mutated[o] = true
					}
				}
			case *ast.CallExpr:
				if b.isType(n.Fun) {
					break
				}
				for _, a := range n.Args {
					b.binds(a, named)
				}
				b.binds(n.Fun, named)
			}
			return true
		})
	}
	for o, c := range named {
		if c.elsewhere == 0 && !b.mutated[o] {
			b.bound[c.lit] = true
		}
	}
}

func (b *builder) binds(e ast.Expr, named namedClosures) {
	switch e := ast.Unparen(e).(type) {
	case *ast.FuncLit:
		b.bound[e] = true
	case *ast.Ident:
		named.use(b.in.Info.Uses[e], -1)
	}
}

// namedClosures are closures that a variable stands for. If it is only ever
// called or passed to a call, they are bound as if they stood there.
//
// Have: fc := func(tx *gorm.DB) error { return fn(ctx) }; return db.Transaction(fc)
type namedClosures map[types.Object]*namedClosure

type namedClosure struct {
	lit       *ast.FuncLit
	elsewhere int // uses that are neither calls of it nor arguments
}

func (m namedClosures) define(b *builder, a *ast.AssignStmt) {
	if len(a.Lhs) != len(a.Rhs) {
		return
	}
	for i, l := range a.Lhs {
		id, isName := l.(*ast.Ident)
		lit, isLit := ast.Unparen(a.Rhs[i]).(*ast.FuncLit)
		if o := b.in.Info.Defs[id]; isName && isLit && o != nil {
			m[o] = &namedClosure{lit: lit}
		}
	}
}

func (m namedClosures) use(o types.Object, n int) {
	if c := m[o]; c != nil {
		c.elsewhere += n
	}
}

// readMaps notes which maps each function looks up, so that a cache that is
// read by a helper is seen as one.
func (b *builder) readMaps() {
	for _, f := range b.in.Files {
		for _, d := range f.Decls {
			fd, ok := d.(*ast.FuncDecl)
			if !ok || fd.Body == nil {
				continue
			}
			fn, _ := b.in.Info.Defs[fd.Name].(*types.Func)
			written := map[ast.Expr]bool{}
			ast.Inspect(fd.Body, func(n ast.Node) bool {
				switch n := n.(type) {
				case *ast.AssignStmt:
					for _, l := range n.Lhs {
						written[l] = true
					}
				case *ast.IndexExpr:
					if _, ok := b.typeOf(n.X).Underlying().(*types.Map); ok && !written[n] && b.place(n.X) != "" {
						if b.mapReads[fn] == nil {
							b.mapReads[fn] = map[string]bool{}
						}
						b.mapReads[fn][b.place(n.X)] = true
					}
				}
				return true
			})
		}
	}
}
