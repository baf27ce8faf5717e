package summary

import (
	"go/ast"
	"go/types"
	"strings"
)

// declFlags describes a declared function.
func (b *builder) declFlags(o *types.Func, d *ast.FuncDecl) FuncFlag {
	var fl FuncFlag
	file := b.in.Fset.File(d.Pos())
	test := strings.HasSuffix(file.Name(), "_test.go")
	if test {
		fl |= IsTest
		if d.Recv == nil && strings.HasPrefix(d.Name.Name, "Example") {
			fl |= IsExample
		}
	}
	if b.gen[file] || b.decl.queries { // Have: func (q *Queries) Owner(…), as sqlc writes it
		fl |= IsGenerated
	}
	switch {
	case d.Recv == nil && d.Name.Name == "init":
		fl |= IsInit
	case d.Recv == nil && d.Name.Name == "main" && b.in.Pkg.Name() == "main":
		fl |= IsMain
	case d.Name.IsExported() && (d.Recv == nil || exportedReceiver(o)):
		fl |= IsExported
	}
	if isDecoder(o) {
		fl |= IsDecoder
	}
	if d.Recv != nil && b.embedsPool(o.Signature().Recv().Type()) {
		fl |= IsOfPool
	}
	if always, ok := b.constant[o]; ok {
		fl |= map[bool]FuncFlag{true: IsTrue, false: IsFalse}[always]
	}
	return fl
}

// isDecoder reports whether a method is one that decoders find by reflection:
// nothing in the source calls it, and what it puts into its receiver arrives all
// the same.
//
// Have: func (s *Storage) UnmarshalJSON(data []byte) error
// Have: func (s *Storage) GobDecode(data []byte) error
func isDecoder(o *types.Func) bool {
	sig := o.Signature()
	if sig.Recv() == nil || sig.Params().Len() == 0 || sig.Results().Len() != 1 ||
		!isErrorType(sig.Results().At(0).Type()) {
		return false
	}
	return strings.HasPrefix(o.Name(), "Unmarshal") || o.Name() == "GobDecode"
}

func exportedReceiver(o *types.Func) bool {
	tn := namedOf(o.Signature().Recv().Type())
	return tn != nil && tn.Obj().Exported()
}
