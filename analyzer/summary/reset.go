package summary

import (
	"go/ast"
	"go/token"
	"go/types"
)

// noteResets notes what every call of the function sets back: such a place
// holds nothing from one call to the next.
//
//	if db == nil { db = open() }
//	defer func() { db.Close(); db = nil }()
//
// Of a map it is the entry that goes, as in a hand-written singleflight:
//
//	p.busy[key] = c
//	defer p.done(key) // delete(p.busy, key)
func (d *declState) noteResets(b *builder, block *ast.BlockStmt) {
	for _, s := range block.List {
		switch s := s.(type) {
		case *ast.AssignStmt:
			for i, l := range s.Lhs {
				if s.Tok == token.ASSIGN && i < len(s.Rhs) && types.ExprString(s.Rhs[i]) == "nil" {
					d.reset[types.ExprString(l)] = true
				}
			}
		case *ast.ExprStmt:
			if c, ok := s.X.(*ast.CallExpr); ok {
				d.noteDelete(b, c)
			}
		case *ast.DeferStmt:
			if fl, ok := s.Call.Fun.(*ast.FuncLit); ok {
				d.noteResets(b, fl.Body)
			} else {
				d.noteDelete(b, s.Call)
			}
		}
	}
}

func (d *declState) noteDelete(b *builder, c *ast.CallExpr) {
	if m := b.deletedFrom(c); m != nil {
		d.reset[types.ExprString(m)] = true
		return
	}
	for _, place := range b.mapDeletes[b.callee(c).fn] {
		d.reset[place] = true
	}
}

// deletedFrom is m of delete(m, k).
func (b *builder) deletedFrom(c *ast.CallExpr) ast.Expr {
	if bi, ok := b.builtin(c); ok && bi.Name() == "delete" && len(c.Args) == 2 {
		return c.Args[0]
	}
	return nil
}

// readDeletes notes from which maps each function deletes whenever it is called.
func (b *builder) readDeletes() {
	for _, f := range b.in.Files {
		for _, decl := range f.Decls {
			fd, ok := decl.(*ast.FuncDecl)
			if !ok || fd.Body == nil {
				continue
			}
			fn, _ := b.in.Info.Defs[fd.Name].(*types.Func)
			for _, s := range fd.Body.List {
				es, ok := s.(*ast.ExprStmt)
				if !ok {
					continue
				}
				if c, ok := es.X.(*ast.CallExpr); ok {
					if m := b.deletedFrom(c); m != nil && b.place(m) != "" {
						b.mapDeletes[fn] = append(b.mapDeletes[fn], b.place(m))
					}
				}
			}
		}
	}
}
