package summary

import (
	"go/ast"
	"go/token"
	"go/types"
)

// prepass notes what must be known before a body is walked: which variables
// change, and which closures stay inside the call that receives them.
func (b *builder) prepass() {
	for _, f := range b.in.Files {
		ast.Inspect(f, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.AssignStmt:
				if n.Tok == token.DEFINE {
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
					if fl, ok := ast.Unparen(a).(*ast.FuncLit); ok {
						b.bound[fl] = true
					}
				}
				if fl, ok := ast.Unparen(n.Fun).(*ast.FuncLit); ok {
					b.bound[fl] = true
				}
			}
			return true
		})
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
