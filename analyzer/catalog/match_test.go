package catalog

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// A case is a text file of Go files, each below "-- import/path/name.go --". The
// packages are stubs that have the names and types of the real ones, but for p,
// which is under test. A comment of p says what the catalog answers:
//
//	// call: of the function that the line calls, see describe
//	// sig:  of the signature of the function declared there
//	// type: of the type declared there: interface, embedded, handler, literal
//	// field: of the field that the line sets in a composite literal
//
// and "-" that it has no answer.
type world struct {
	t     *testing.T
	fset  *token.FileSet
	files map[string]map[string]string // import path → file → text
	pkgs  map[string]*types.Package
	info  *types.Info
	p     []*ast.File
}

func readWorld(t *testing.T, names ...string) *world {
	t.Helper()
	w := &world{
		t: t, fset: token.NewFileSet(), files: map[string]map[string]string{}, pkgs: map[string]*types.Package{},
		info: &types.Info{Uses: map[*ast.Ident]types.Object{}, Defs: map[*ast.Ident]types.Object{}, Types: map[ast.Expr]types.TypeAndValue{}},
	}
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		w.split(string(text))
	}
	if _, err := w.Import("p"); err != nil {
		t.Fatal(err)
	}
	return w
}

func (w *world) split(text string) {
	var file map[string]string
	var name string
	for line := range strings.Lines(text) {
		if head, ok := strings.CutPrefix(line, "-- "); ok {
			full := strings.TrimSuffix(strings.TrimSpace(head), " --")
			dir := path.Dir(full)
			if file, name = w.files[dir], path.Base(full); file == nil {
				file = map[string]string{}
				w.files[dir] = file
			}
			continue
		}
		if file != nil {
			file[name] += line
		}
	}
}

// Import type-checks a stub, and the stubs that it imports before it.
func (w *world) Import(importPath string) (*types.Package, error) {
	if pkg := w.pkgs[importPath]; pkg != nil {
		return pkg, nil
	}
	var files []*ast.File
	for name, text := range w.files[importPath] {
		f, err := parser.ParseFile(w.fset, importPath+"/"+name, text, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			return nil, err
		}
		files = append(files, f)
	}
	if len(files) == 0 {
		return nil, fmt.Errorf("no stub of %s", importPath)
	}
	info := &types.Info{}
	if importPath == "p" {
		info, w.p = w.info, files
	}
	conf := types.Config{Importer: w}
	pkg, err := conf.Check(importPath, w.fset, files, info)
	w.pkgs[importPath] = pkg
	return pkg, err
}

func TestCases(t *testing.T) {
	c, err := Load(Options{Families: "extended"})
	if err != nil {
		t.Fatal(err)
	}
	cases, err := filepath.Glob("testdata/cases/*.txt")
	if err != nil || len(cases) == 0 {
		t.Fatal("no cases", err)
	}
	for _, name := range cases {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txt"), func(t *testing.T) {
			readWorld(t, "testdata/std.txt", name).check(c)
		})
	}
}

var wantComment = regexp.MustCompile(`// (call|sig|type|field): (.*)`)

// check compares the comments of p with the catalog's answers.
func (w *world) check(c *Catalog) {
	checked := 0
	for _, f := range w.p {
		wants := map[int][]string{}
		for _, group := range f.Comments {
			for _, comment := range group.List {
				if m := wantComment.FindStringSubmatch(comment.Text); m != nil {
					wants[w.fset.Position(comment.Pos()).Line] = m[1:]
				}
			}
		}
		ast.Inspect(f, func(n ast.Node) bool {
			if n == nil {
				return true
			}
			line := w.fset.Position(n.Pos()).Line
			want := wants[line]
			if want == nil {
				return true
			}
			got, ok := w.answer(c, want[0], n)
			if !ok {
				return true
			}
			delete(wants, line)
			checked++
			if got != want[1] {
				w.t.Errorf("%s: %s\ngot  %s\nwant %s", w.fset.Position(n.Pos()), want[0], got, want[1])
			}
			return true
		})
		for line, want := range wants {
			w.t.Errorf("line %d: nothing there to compare with %s: %s", line, want[0], want[1])
		}
	}
	if checked == 0 {
		w.t.Error("nothing was checked")
	}
}

// answer is what the catalog says of a node, if the question fits it.
func (w *world) answer(c *Catalog, question string, n ast.Node) (string, bool) {
	switch n := n.(type) {
	case *ast.CallExpr:
		if question != "call" {
			return "", false
		}
		if fn := w.callee(n.Fun); fn != nil {
			return describe(c.Func(fn)), true
		}
	case *ast.FuncDecl:
		if question == "sig" {
			fn := w.info.Defs[n.Name].(*types.Func)
			return describeShape(c.Signature(fn.Signature())), true
		}
	case *ast.TypeSpec:
		if question == "type" {
			return w.describeType(c, w.info.Defs[n.Name].Type()), true
		}
	case *ast.CompositeLit:
		if question == "type" {
			return w.describeType(c, w.info.Types[n].Type), true
		}
		if question == "field" {
			key := n.Elts[0].(*ast.KeyValueExpr).Key.(*ast.Ident)
			return describeRegistration(c.Field(w.info.Types[n].Type, key.Name)), true
		}
	}
	return "", false
}

func (w *world) callee(e ast.Expr) *types.Func {
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		fn, _ := w.info.Uses[e].(*types.Func)
		return fn
	case *ast.SelectorExpr:
		fn, _ := w.info.Uses[e.Sel].(*types.Func)
		return fn
	case *ast.IndexExpr:
		return w.callee(e.X)
	}
	return nil
}

func (w *world) describeType(c *Catalog, t types.Type) string {
	var parts []string
	if s := c.Interface(t); s != nil {
		parts = append(parts, "interface "+describeShape(s))
	}
	if s := c.Embedded(t); s != nil {
		parts = append(parts, "embedded "+describeShape(s))
	}
	if s := c.HandlerType(t); s != nil {
		parts = append(parts, "handler "+describeShape(s))
	}
	if a := c.Literal(t); a != nil {
		parts = append(parts, describeAcquisition(a))
	}
	return orNothing(parts)
}

func orNothing(parts []string) string {
	if len(parts) == 0 {
		return "-"
	}
	return strings.Join(parts, ", ")
}

func describe(s *Symbol) string {
	if s == nil {
		return "-"
	}
	var parts []string
	if s.Acquire != nil {
		parts = append(parts, describeAcquisition(s.Acquire))
	}
	marks := []struct {
		set  bool
		name string
	}{
		{s.Cheap, "cheap"}, {s.Query, "query"}, {s.Rows != nil, "rows"}, {s.Stream, "stream"}, {s.Sends, "sends"},
		{s.Next, "next"}, {s.Loop, "loop"}, {s.Detach, "detach"}, {s.Startup, "startup"},
	}
	for _, m := range marks {
		if m.set {
			parts = append(parts, m.name)
		}
	}
	if s.StreamIf != nil {
		parts = append(parts, "stream if "+strings.Join(s.StreamIf, "|"))
	}
	for i := range s.Register {
		r := &s.Register[i]
		arg := fmt.Sprintf("arg%d ", r.Arg)
		if r.Arg < 0 {
			arg = "args "
		}
		parts = append(parts, arg+describeRegistration(r))
	}
	return orNothing(parts)
}

func describeAcquisition(a *Acquisition) string {
	origin := [...]string{"result", "param", "receiver", "arg", "literal"}[a.Origin]
	if a.Origin == Result || a.Origin == Callback || a.Origin == Argument {
		origin += fmt.Sprint(a.Index)
	}
	parts := []string{[...]string{"rows", "pool", "conn", "session", "checkout", "tx"}[a.Kind], origin}
	if a.Func >= 0 {
		parts = append(parts, fmt.Sprintf("func%d", a.Func))
	}
	if a.Auto {
		parts = append(parts, "auto")
	}
	if a.Nested {
		parts = append(parts, "nested")
	}
	if a.Release != nil {
		parts = append(parts, "release="+strings.Join(a.Release, ","))
	}
	return strings.Join(parts, " ")
}

func describeRegistration(r *Registration) string {
	if r == nil {
		return "-"
	}
	s := describeShape(&Shape{Framework: r.Framework, Kind: r.Kind, Role: r.Role, Methods: r.Methods, Kinds: r.Kinds})
	if r.Method != "" {
		s += " " + r.Method
	}
	if r.Trap {
		s += " trap"
	}
	if r.Unless != nil {
		s += " unless " + strings.Join(r.Unless, "|")
	}
	return s
}

func describeShape(s *Shape) string {
	if s == nil {
		return "-"
	}
	text := [...]string{"", "wire ", "inherit ", "once "}[s.Role]
	if s.Kind != NoEntry {
		text += s.Kind.String() + " "
	}
	text += s.Framework
	if s.Methods == nil {
		return text
	}
	methods := slices.Clone(s.Methods)
	for i := range s.Kinds {
		if s.Kinds[i] != s.Kind {
			methods[i] += ":" + s.Kinds[i].String()
		}
	}
	return text + " " + strings.Join(methods, "|")
}
