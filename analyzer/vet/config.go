package vet

import (
	"encoding/json"
	"errors"
	"fmt"
	"go/ast"
	"go/build"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/sessionlint/sessionlint/analyzer"
)

// vetConfig is the part of the go command's vet configuration that matters; see
// vetConfig in cmd/go/internal/work.
type vetConfig struct {
	ID            string
	Dir           string
	ImportPath    string
	GoFiles       []string
	ModulePath    string
	ModuleVersion string
	ImportMap     map[string]string
	PackageFile   map[string]string
	Standard      map[string]bool
	PackageVetx   map[string]string
	VetxOnly      bool
	VetxOutput    string
	Stdout        string
	GoVersion     string
	FixArchive    string // write fixed files to this zip archive, if non-empty
}

func readConfig(name string) (*vetConfig, error) {
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, fmt.Errorf("reading the configuration: %w", err)
	}
	c := &vetConfig{}
	if err := json.Unmarshal(data, c); err != nil {
		return nil, fmt.Errorf("reading the configuration %s: %w", name, err)
	}
	if len(c.GoFiles) == 0 {
		return nil, fmt.Errorf("package %s has no files", c.ImportPath)
	}
	return c, nil
}

// path is the import path without a test variant's suffix.
func (c *vetConfig) path() string {
	p, _, _ := strings.Cut(c.ImportPath, " ")
	return p
}

// standard reports whether the package is of the standard library: those have
// no module, and no dot in the first element of their path.
func (c *vetConfig) standard() bool {
	first, _, _ := strings.Cut(c.path(), "/")
	return c.ModulePath == "" && !strings.Contains(first, ".") && !strings.HasPrefix(c.path(), "command-line-arguments")
}

func (c *vetConfig) own() bool { return !c.standard() && c.ModuleVersion == "" }

// prints reports whether findings of this visit are shown. A visit for facts
// only shows them too, since there may be no other; but when the package has
// tests in it, its test variant is what the go command visits for findings.
func (c *vetConfig) prints() bool {
	if !c.own() {
		return false
	}
	if !c.VetxOnly {
		return true
	}
	return !strings.Contains(c.ID, " [") && !c.testsInside()
}

// testsInside reports whether the package has test files of its own package,
// and so a test variant.
func (c *vetConfig) testsInside() bool {
	names, err := filepath.Glob(filepath.Join(c.Dir, "*_test.go"))
	if err != nil {
		return false
	}
	for _, name := range names {
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.PackageClauseOnly)
		if err == nil && !strings.HasSuffix(f.Name.Name, "_test") {
			return true
		}
	}
	return false
}

// analyse runs the analysis and writes the package's fact.
func (c *vetConfig) analyse(s analyzer.Settings) ([]analyzer.Diagnostic, error) {
	if c.standard() {
		return nil, c.writeFact(nil)
	}
	facts, err := c.facts()
	if err != nil {
		return nil, err
	}
	u := analyzer.Unit{Path: c.path(), Own: c.own(), Module: c.ModulePath, Facts: facts}
	e, err := c.engine(s)
	if err != nil {
		return nil, err
	}
	imports := make([]string, 0, len(c.ImportMap))
	for _, p := range c.ImportMap {
		imports = append(imports, p)
	}
	if !e.Matters(u, imports) {
		return nil, c.writeFact(nil)
	}
	if err := c.load(&u); err != nil {
		return nil, err
	}
	fact, found, err := e.Analyse(u)
	if err != nil {
		return nil, fmt.Errorf("analysing %s: %w", c.ImportPath, err)
	}
	return found, c.writeFact(fact)
}

// facts reads those of the direct imports; packages without one are empty files.
func (c *vetConfig) facts() (map[string][]byte, error) {
	out := map[string][]byte{}
	for path, file := range c.PackageVetx {
		data, err := os.ReadFile(file)
		if err != nil {
			return nil, fmt.Errorf("reading the fact of %s: %w", path, err)
		}
		if len(data) > 0 {
			p, _, _ := strings.Cut(path, " ")
			out[p] = data
		}
	}
	return out, nil
}

func (c *vetConfig) writeFact(data []byte) error {
	if c.VetxOutput == "" {
		return nil
	}
	if err := os.WriteFile(c.VetxOutput, data, 0o666); err != nil {
		return fmt.Errorf("writing the fact: %w", err)
	}
	return nil
}

// load parses and type-checks the package against the compiled export data of
// its imports. Errors are left to the compiler, which the go command has run
// already; what type-checks is analysed.
func (c *vetConfig) load(u *analyzer.Unit) error {
	u.Fset = token.NewFileSet()
	for _, name := range c.GoFiles {
		f, err := parser.ParseFile(u.Fset, name, nil, parser.ParseComments|parser.SkipObjectResolution)
		if f == nil {
			return fmt.Errorf("parsing: %w", err)
		}
		u.Files = append(u.Files, f)
	}
	compiled := importer.ForCompiler(u.Fset, "gc", func(path string) (io.ReadCloser, error) {
		file, ok := c.PackageFile[path]
		if !ok {
			return nil, fmt.Errorf("no export data of %s", path)
		}
		return os.Open(file)
	})
	u.Info = &types.Info{
		Types: map[ast.Expr]types.TypeAndValue{}, Defs: map[*ast.Ident]types.Object{}, Uses: map[*ast.Ident]types.Object{},
		Implicits: map[ast.Node]types.Object{}, Instances: map[*ast.Ident]types.Instance{}, Selections: map[*ast.SelectorExpr]*types.Selection{},
	}
	tc := types.Config{
		Importer: importerFunc(func(path string) (*types.Package, error) {
			p, ok := c.ImportMap[path]
			switch {
			case path == "unsafe":
				return types.Unsafe, nil
			case !ok:
				return nil, fmt.Errorf("cannot resolve import %q", path)
			}
			return compiled.Import(p)
		}),
		Sizes:     types.SizesFor("gc", build.Default.GOARCH),
		GoVersion: c.GoVersion,
		Error:     func(error) {},
	}
	pkg, err := tc.Check(c.path(), u.Fset, u.Files, u.Info)
	if pkg == nil {
		return errors.Join(errors.New("type-checking failed"), err)
	}
	u.Pkg = pkg
	return nil
}

type importerFunc func(path string) (*types.Package, error)

func (f importerFunc) Import(path string) (*types.Package, error) { return f(path) }
