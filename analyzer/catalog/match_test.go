package catalog

import (
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"testing"
)

// checkSource type-checks one file against the standard library.
func checkSource(t *testing.T, src string) (*types.Package, *types.Info) {
	t.Helper()
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, "x.go", src, 0)
	if err != nil {
		t.Fatal(err)
	}
	info := &types.Info{Uses: map[*ast.Ident]types.Object{}}
	conf := types.Config{Importer: importer.ForCompiler(fset, "source", nil)}
	pkg, err := conf.Check("example.com/p", fset, []*ast.File{f}, info)
	if err != nil {
		t.Fatal(err)
	}
	return pkg, info
}

func TestStandard(t *testing.T) {
	c, err := Load(Options{})
	if err != nil {
		t.Fatal(err)
	}
	_, info := checkSource(t, `package p
import ("database/sql"; "net/http")
func h(w http.ResponseWriter, r *http.Request) { w.(http.Flusher).Flush() }
func f(db *sql.DB) { db.Begin(); db.QueryRow(""); http.Handle("/", nil); http.HandleFunc("/", h); http.NewRequest("","",nil); sql.Open("", "") }
`)
	for id, obj := range info.Uses {
		if fn, ok := obj.(*types.Func); ok {
			s := c.Func(fn)
			t.Logf("%s %s %+v shape=%+v", id.Name, Canonical(fn), s, c.Signature(fn.Signature()))
			if s != nil && s.Name != Canonical(fn) {
				t.Errorf("name %s of %s", s.Name, Canonical(fn))
			}
		}
	}
}
