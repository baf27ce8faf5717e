package summary

import (
	"go/ast"
	"go/types"
	"reflect"

	"github.com/sessionlint/sessionlint/analyzer/catalog"
)

// taggedCommands finds the commands among the fields of an options struct that
// is handed to a command line parser, which finds them by reflection:
//
//	var opts struct { Serve Serve `command:"serve"` }
//	flags.NewParser(&opts, flags.Default).Parse()  // calls (*Serve).Execute
func (b *builder) taggedCommands(t types.Type, r *catalog.Registration, at Pos, depth int) {
	if p, ok := types.Unalias(t).(*types.Pointer); ok {
		t = p.Elem()
	}
	st, ok := t.Underlying().(*types.Struct)
	if !ok || depth == 0 {
		return
	}
	for i := range st.NumFields() {
		f := st.Field(i)
		tag := reflect.StructTag(st.Tag(i))
		_, command := tag.Lookup("command")
		_, group := tag.Lookup("group")
		if !command && !group && !f.Embedded() {
			continue
		}
		if command {
			b.commandEntry(f.Type(), r, at)
		}
		b.taggedCommands(f.Type(), r, at, depth-1)
	}
}

func (b *builder) commandEntry(t types.Type, r *catalog.Registration, at Pos) {
	if _, ok := types.Unalias(t).(*types.Pointer); !ok {
		t = types.NewPointer(t)
	}
	if namedOf(t) == nil || !hasMethods(t) {
		return
	}
	n := b.local()
	b.typeTable(t)
	b.source(n, ConcreteType, b.typeName(t))
	e := Entry{Node: n, Kind: r.Kind, Role: r.Role, Framework: b.str(r.Framework), Pos: at, In: b.str(b.fn.id)}
	for _, m := range r.Methods {
		e.Methods = append(e.Methods, b.str(m))
	}
	b.out.Entries = append(b.out.Entries, e)
}

// anotherMain reports whether a declaration without an object is a main beside
// the package's own: a folder of programs that are built file by file. Each is
// where one begins.
func (b *builder) anotherMain(d *ast.FuncDecl) bool {
	return d.Recv == nil && d.Name.Name == "main" && b.in.Pkg.Name() == "main" && b.in.Pkg.Scope().Lookup("main") != nil
}
