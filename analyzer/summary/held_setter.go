package summary

import (
	"go/ast"
	"go/types"
)

// storesIn reports whether a method keeps a parameter in its receiver. A method
// of another package may if it is given nothing else.
//
// Have: func (f *Form) SetDao(d *Dao) { f.dao = d }, and not:
// func (r *Repo) write(tx *gorm.DB, o Order) error { return tx.Create(&o).Error }
func (b *builder) storesIn(fn *types.Func, param types.Object) bool {
	if b.setters == nil {
		b.findSetters()
	}
	kept, isHere := b.setters[fn.Origin()]
	if !isHere {
		return fn.Signature().Params().Len() == 1
	}
	return kept[param]
}

func (b *builder) findSetters() {
	b.setters = map[*types.Func]map[types.Object]bool{}
	for _, file := range b.in.Files {
		for _, d := range file.Decls {
			fd, ok := d.(*ast.FuncDecl)
			if !ok || fd.Body == nil || fd.Recv == nil {
				continue
			}
			if fn, ok := b.in.Info.Defs[fd.Name].(*types.Func); ok {
				b.setters[fn] = b.keptInReceiver(fn, fd.Body)
			}
		}
	}
}

func (b *builder) keptInReceiver(fn *types.Func, body *ast.BlockStmt) map[types.Object]bool {
	kept := map[types.Object]bool{}
	ast.Inspect(body, func(n ast.Node) bool {
		a, ok := n.(*ast.AssignStmt)
		if !ok {
			return true
		}
		for i, l := range a.Lhs {
			if _, isName := ast.Unparen(l).(*ast.Ident); isName || b.rootObject(l) != types.Object(fn.Signature().Recv()) {
				continue
			}
			ast.Inspect(a.Rhs[min(i, len(a.Rhs)-1)], func(n ast.Node) bool {
				if id, ok := n.(*ast.Ident); ok {
					kept[b.in.Info.Uses[id]] = true
				}
				return true
			})
		}
		return true
	})
	return kept
}

// rootObject is what the first name of an expression means, or nil: of a package's
// variable the package.
func (b *builder) rootObject(e ast.Expr) types.Object {
	for {
		switch x := ast.Unparen(e).(type) {
		case *ast.SelectorExpr:
			e = x.X
		case *ast.IndexExpr:
			e = x.X
		case *ast.StarExpr:
			e = x.X
		case *ast.Ident:
			return b.in.Info.ObjectOf(x)
		default:
			return nil
		}
	}
}
