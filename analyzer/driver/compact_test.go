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
	got, err := declarations(compact(src))
	if err != nil {
		t.Errorf("%s: the compact form does not parse: %v", name, err)
	} else if got != want {
		t.Errorf("%s: the compact form declares\n%s\nwant\n%s", name, got, want)
	}
}

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
