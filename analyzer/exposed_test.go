package analyzer

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"testing"
)

// An importer of a package can call methods of the types that its exported
// names give it, and no others, unless it imports more.
func TestExposed(t *testing.T) {
	dep := checkText(t, "example.com/dep", nil, `
		type T struct{ next *Next; Public Field; inner }
		type Next struct{}
		type Field struct{}
		type inner struct{}
		func (T) Chain() []Chained { return nil }
		func (T) secret() Hidden { return Hidden{} }
		type Chained struct{}
		type Hidden struct{}
		type Handler func(Handed)
		type Handed struct{}
		type Box[E any] struct{ elem E }
		type Loop struct{ Again *Loop; F func(func(Loop)) }`)
	for _, c := range []struct {
		text string
		want []string
	}{
		{"func F() *dep.T { return nil }", []string{"T", "Field", "inner", "Chained"}},
		{"func f() *dep.T { return nil }", nil},
		{"func F(*dep.T, ...dep.T) {}", nil},
		{"func F(func(dep.Next)) {}", []string{"Next"}},
		{"func F(func() dep.Next) {}", nil},
		{"func F(dep.Handler) {}", []string{"Handed"}},
		{"func F() dep.Handler { return nil }", []string{"Handler"}},
		{"var V map[dep.Next]chan [3]dep.Field", []string{"Next", "Field"}},
		{"var v dep.Next", nil},
		{"type A = dep.Next", []string{"Next"}},
		{"type S struct { a dep.Next; B dep.Field }", []string{"Field"}},
		{"type b struct { *dep.Next }; type S struct { b }", []string{"Next"}},
		{"type s struct { dep.Next }", nil},
		{"type s struct{}; func (s) M() dep.Next { panic(0) }; var V s", []string{"Next"}},
		{"type I interface { M(dep.Field) dep.Next }", []string{"Next"}},
		{"var V dep.Box[dep.Next]", []string{"Box", "Next"}},
		{"var V struct { X interface{ M() dep.Loop } }", []string{"Loop"}},
	} {
		pkg := checkText(t, "example.com/p", dep, c.text)
		got := exposed(pkg, func(path string) bool { return path == "example.com/dep" || path == "example.com/p" })
		want := map[string]bool{}
		for _, name := range c.want {
			want["example.com/dep."+name] = true
		}
		for name := range got {
			if own := pkg.Path() + "."; len(name) > len(own) && name[:len(own)] == own {
				delete(got, name)
			}
		}
		if fmt.Sprint(got) != fmt.Sprint(want) {
			t.Errorf("%s\ngives  %v\nwant %v", c.text, got, want)
		}
	}
}

func checkText(t *testing.T, path string, dep *types.Package, text string) *types.Package {
	t.Helper()
	if dep != nil {
		text = "import " + fmt.Sprintf("%q", dep.Path()) + "\n" + text
	}
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, "x.go", "package "+path[len("example.com/"):]+"\n"+text, 0)
	if err != nil {
		t.Fatal(err)
	}
	conf := types.Config{Importer: importerFunc(func(string) (*types.Package, error) { return dep, nil })}
	pkg, err := conf.Check(path, fset, []*ast.File{f}, nil)
	if err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	return pkg
}

type importerFunc func(path string) (*types.Package, error)

func (f importerFunc) Import(path string) (*types.Package, error) { return f(path) }
