package repo

import (
	"flag"
	"fmt"
	"go/types"
	"os"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/packages"
)

var updateAPI = flag.Bool("update", false, "write what is exported to testdata/api.txt")

// TestAPI: what programs that import sessionlint can use. A line that is new is
// added with -update; one that is gone breaks such programs.
func TestAPI(t *testing.T) {
	const golden = "testdata/api.txt"
	// Other packages are parts of the command, though they can be imported.
	got := exported(t, module+"/analyzer", module+"/plugin")
	if *updateAPI {
		if err := os.WriteFile(golden, []byte(strings.Join(got, "\n")+"\n"), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	data, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	want := strings.Split(strings.TrimSuffix(string(data), "\n"), "\n")
	for _, line := range want {
		if !slices.Contains(got, line) {
			t.Errorf("importers may depend on what is gone: %s", line)
		}
	}
	for _, line := range got {
		if !slices.Contains(want, line) {
			t.Errorf("new, and not in %s (-update adds it): %s", golden, line)
		}
	}
}

// exported describes what packages export, one line each, sorted.
func exported(t *testing.T, paths ...string) []string {
	t.Helper()
	pkgs, err := packages.Load(&packages.Config{Dir: root, Mode: packages.NeedName | packages.NeedTypes | packages.NeedImports | packages.NeedExportFile}, paths...)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, p := range pkgs {
		if len(p.Errors) > 0 {
			t.Fatal(p.Errors[0])
		}
		for _, name := range p.Types.Scope().Names() {
			if obj := p.Types.Scope().Lookup(name); obj.Exported() {
				out = append(out, describe(obj)...)
			}
		}
	}
	slices.Sort(out)
	return out
}

// describe is an object, and the exported fields and methods of a type. Names
// have the whole path of their package.
func describe(obj types.Object) []string {
	named, ok := obj.(*types.TypeName)
	if !ok {
		return []string{types.ObjectString(obj, nil)}
	}
	head := fmt.Sprintf("type %s.%s", obj.Pkg().Path(), obj.Name())
	under := named.Type().Underlying()
	s, ok := under.(*types.Struct)
	if !ok {
		return []string{head + " " + types.TypeString(under, nil)}
	}
	out := []string{head + " struct"}
	for f := range s.Fields() {
		if f.Exported() {
			out = append(out, fmt.Sprintf("%s: field %s %s", head, f.Name(), types.TypeString(f.Type(), nil)))
		}
	}
	methods := types.NewMethodSet(types.NewPointer(named.Type()))
	for m := range methods.Methods() {
		if m.Obj().Exported() {
			out = append(out, fmt.Sprintf("%s: method %s%s", head, m.Obj().Name(), strings.TrimPrefix(types.TypeString(m.Type(), nil), "func")))
		}
	}
	return out
}
