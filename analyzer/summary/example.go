package summary

import (
	"go/ast"
	"strings"
)

// examples records the acquisitions in Example functions of test files. They
// are documentation, so they are matched by name as those in comments are:
// what a test file imports need not be there to be read.
//
//	func ExampleNew() {
//		db, err := sql.Open("pgx", dsn)
func (b *builder) examples() {
	for _, f := range b.in.Examples {
		tf := b.in.Fset.File(f.Package)
		b.fileIdx[tf] = uint32(len(b.out.Files))
		b.out.Files = append(b.out.Files, b.fileName(f))
		names := b.importNames(f)
		for _, d := range f.Decls {
			if fd, ok := d.(*ast.FuncDecl); ok && fd.Recv == nil && fd.Body != nil && strings.HasPrefix(fd.Name.Name, "Example") {
				b.example(fd, names)
			}
		}
	}
}

func (b *builder) example(fd *ast.FuncDecl, imports map[string]string) {
	in := b.str(b.in.Path + "." + fd.Name.Name)
	ast.Inspect(fd.Body, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok {
			return true
		}
		if sel, ok := call.Fun.(*ast.SelectorExpr); ok {
			if x, ok := sel.X.(*ast.Ident); ok {
				b.mention(Doc{Example: true, Pos: b.pos(x.Pos()), In: in}, x.Name, sel.Sel.Name, imports)
			}
		}
		return true
	})
}
