package driver

import (
	"fmt"
	"go/ast"
	"go/build"
	"go/parser"
	"go/printer"
	"go/token"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// declarations prints a file without comments and function bodies.
func declarations(src []byte) (string, error) {
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "x.go", src, parser.SkipObjectResolution)
	if err != nil {
		return "", err
	}
	var b strings.Builder
	fmt.Fprintf(&b, "package %s // %s\n", file.Name.Name, file.GoVersion)
	for _, decl := range file.Decls {
		if fn, ok := decl.(*ast.FuncDecl); ok {
			if fn.Body != nil {
				fn.Body = &ast.BlockStmt{}
			}
		}
		// A file set without the file keeps line breaks out of the comparison.
		if err := printer.Fprint(&b, token.NewFileSet(), decl); err != nil {
			return "", err
		}
		b.WriteByte('\n')
	}
	return b.String(), nil
}

func checkCompact(t *testing.T, name string, src []byte) {
	t.Helper()
	want, err := declarations(src)
	if err != nil {
		return // the parser has the word on broken source
	}
	got, err := declarations(compact(nil, src))
	if err != nil {
		t.Errorf("%s: the compact form does not parse: %v", name, err)
	} else if got != want {
		t.Errorf("%s: the compact form declares\n%s\nwant\n%s", name, got, want)
	}
}

func TestCompact(t *testing.T) {
	tests := []struct{ name, src, want string }{
		{"body", "package p\nfunc f() { a() }\nfunc g() int { return 1 }\n", "package p\nfunc f() {}\nfunc g() int {}\n"},
		{"comments", "/* a\nb */ package p // c\n// d\nfunc f(/* e */ x int) /* f */ { /* } */ }\n", "\n package p \n\nfunc f(  x int)   {}\n"},
		{"build constraint", "//go:build go1.21\n\npackage p\n", "//go:build go1.21\n\npackage p\n"},
		{"braces in text", "package p\nfunc f() { a(\"}\", '}', `}`, '\\'', \"\\\"}\") }\nvar x = `{`\n", "package p\nfunc f() {}\nvar x = `{`\n"},
		{"signature with braces", "package p\nfunc f(a struct{ b int }) (c interface{ d() }) { e }\n", "package p\nfunc f(a struct{ b int }) (c interface{ d() }) {}\n"},
		{"result with braces", "package p\nfunc f() struct{} { return struct{}{} }\n", "package p\nfunc f() struct{} {}\n"},
		{"function type as result", "package p\nfunc f() func(a interface{}) map[int]struct{ b int } { c }\n", "package p\nfunc f() func(a interface{}) map[int]struct{ b int } {}\n"},
		{"generics", "package p\nfunc (r *T[K, V]) f() { a }\nfunc g[K interface{ ~int }, V any](k K) V { b }\n", "package p\nfunc (r *T[K, V]) f() {}\nfunc g[K interface{ ~int }, V any](k K) V {}\n"},
		{"no body", "package p\nfunc f()\nfunc g() int\nfunc h() { a }", "package p\nfunc f()\nfunc g() int\nfunc h() {}"},
		{"one line", "package p; func f() { a }; func g(); func h() { b }\n", "package p; func f() {}; func g(); func h() {}\n"},
		{"literal", "package p\nvar f = func() { a }\nvar g =\nfunc() { b }\n", "package p\nvar f = func() { a }\nvar g =\nfunc() { b }\n"},
		{"group", "package p\nvar (\n\tf = 1\n\tg = func() { a }\n)\n", "package p\nvar (\n\tf = 1\n\tg = func() { a }\n)\n"},
		{"comment as newline", "package p /*\n*/ func f() { a }\n", "package p \n func f() {}\n"},
		{"unclosed body", "package p\nfunc f() { a\n", "package p\nfunc f() { a\n"},
		{"unclosed text", "package p\nfunc f() { \"a\n}\n", "package p\nfunc f() { \"a\n}\n"},
		{"unclosed comment", "package p\n/* a", "package p\n/* a"},
		{"empty", "", ""},
	}
	for _, test := range tests {
		src := []byte(test.src)
		if got := string(compact(nil, src)); got != test.want {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
		if string(src) != test.src {
			t.Errorf("%s: the source was changed to %q", test.name, src)
		}
		checkCompact(t, test.name, src)
	}
}

func FuzzCompact(f *testing.F) {
	for _, seed := range []string{
		"package p\nfunc f() { a(`}`) }\nvar x =\nfunc() {}\n",
		"//go:build go1.21\npackage p /*\n*/ func (T[K]) f() struct{ x int } { '\\'' }; func g()",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, src []byte) { checkCompact(t, "fuzzed", src) })
}

// TestCompactStd tries the files of the standard library and of the type
// checker's tests, which have every construct of the language.
func TestCompactStd(t *testing.T) {
	roots := []string{"go/parser/testdata", "fmt", "net/http", "reflect", "runtime", "slices", "sync/atomic", "internal/types/testdata"}
	if env := os.Getenv("COMPACT_ROOTS"); env != "" {
		roots = strings.Split(env, ":")
	}
	for _, root := range roots {
		if !filepath.IsAbs(root) {
			root = filepath.Join(build.Default.GOROOT, "src", root)
		}
		n := 0
		filepath.WalkDir(root, func(path string, d os.DirEntry, err error) error {
			if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") && !strings.HasSuffix(path, ".src") {
				return nil
			}
			src, err := os.ReadFile(path)
			if err != nil {
				return nil
			}
			n++
			checkCompact(t, path, src)
			return nil
		})
		if testing.Verbose() {
			t.Logf("%s: %d files", root, n)
		}
	}
}
