// Package nogo runs an analyzer as Bazel's nogo does, for tests: one package at
// a time, imports from export data, facts of direct imports only and always
// through their encoding, nothing at all from the standard library, and a Pass
// that knows no module and reads no file. Settings are flags of the analyzer.
//
// In: a directory, patterns, an analyzer and its flags. Out: the diagnostics of
// the packages that the patterns name, as nogo prints them.
package nogo

import (
	"bytes"
	"encoding/gob"
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"os"
	"reflect"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/packages"
)

// Finding is a diagnostic as nogo prints it.
type Finding struct {
	Position token.Position
	Message  string
	Fix      string // what its first fix says
}

// Run analyses the packages and what they import. flags are those of the
// analyzer, without a dash, as in nogo's configuration.
func Run(dir string, a *analysis.Analyzer, flags map[string]string, patterns ...string) ([]Finding, error) {
	if len(a.Requires) > 0 {
		return nil, fmt.Errorf("analyzer %s requires others, which this driver does not run", a.Name)
	}
	for name, value := range flags {
		if err := a.Flags.Set(name, value); err != nil {
			return nil, fmt.Errorf("flag %s: %w", name, err)
		}
	}
	roots, err := packages.Load(&packages.Config{Dir: dir, Mode: packages.NeedName | packages.NeedCompiledGoFiles |
		packages.NeedImports | packages.NeedDeps | packages.NeedExportFile | packages.NeedTypesSizes | packages.NeedModule}, patterns...)
	if err != nil {
		return nil, err
	}
	d := &driver{analyzer: a, facts: map[string]factSet{}, asked: map[string]bool{}}
	for _, p := range roots {
		d.asked[p.ID] = true
	}
	packages.Visit(roots, nil, func(p *packages.Package) {
		if err == nil && p.Module != nil { // the standard library comes without source
			err = d.run(p)
		}
	})
	return d.found, err
}

type driver struct {
	analyzer *analysis.Analyzer
	facts    map[string]factSet // by import path
	asked    map[string]bool
	found    []Finding
}

// factSet is the encoded facts of one package, by type.
type factSet map[reflect.Type][]byte

func (d *driver) run(p *packages.Package) error {
	if len(p.Errors) > 0 {
		return p.Errors[0]
	}
	fset := token.NewFileSet()
	pass, err := check(fset, p)
	if err != nil {
		return fmt.Errorf("%s: %w", p.PkgPath, err)
	}
	mine := factSet{}
	pass.Analyzer = d.analyzer
	pass.ResultOf = map[*analysis.Analyzer]any{}
	pass.Report = func(diag analysis.Diagnostic) {
		if d.asked[p.ID] {
			f := Finding{Position: fset.Position(diag.Pos), Message: diag.Message}
			if len(diag.SuggestedFixes) > 0 {
				f.Fix = diag.SuggestedFixes[0].Message
			}
			d.found = append(d.found, f)
		}
	}
	pass.ImportPackageFact = func(pkg *types.Package, f analysis.Fact) bool {
		if p.Imports[pkg.Path()] == nil {
			return false
		}
		data, ok := d.facts[pkg.Path()][reflect.TypeOf(f)]
		return ok && gob.NewDecoder(bytes.NewReader(data)).Decode(f) == nil
	}
	pass.ExportPackageFact = func(f analysis.Fact) {
		var buf bytes.Buffer
		if err := gob.NewEncoder(&buf).Encode(f); err != nil {
			panic(err) // nogo, too, ends here
		}
		mine[reflect.TypeOf(f)] = buf.Bytes()
	}
	if _, err := d.analyzer.Run(pass); err != nil {
		return fmt.Errorf("%s: %w", p.PkgPath, err)
	}
	d.facts[p.PkgPath] = mine
	return nil
}

// check type-checks a package against the export data of its imports.
func check(fset *token.FileSet, p *packages.Package) (*analysis.Pass, error) {
	var files []*ast.File
	for _, name := range p.CompiledGoFiles {
		f, err := parser.ParseFile(fset, name, nil, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			return nil, err
		}
		files = append(files, f)
	}
	lookup := func(path string) (io.ReadCloser, error) {
		imp := p.Imports[path]
		if imp == nil {
			return nil, fmt.Errorf("%s is not imported", path)
		}
		return os.Open(imp.ExportFile)
	}
	info := &types.Info{
		Types: map[ast.Expr]types.TypeAndValue{}, Instances: map[*ast.Ident]types.Instance{},
		Defs: map[*ast.Ident]types.Object{}, Uses: map[*ast.Ident]types.Object{}, Implicits: map[ast.Node]types.Object{},
		Selections: map[*ast.SelectorExpr]*types.Selection{}, Scopes: map[ast.Node]*types.Scope{},
	}
	conf := types.Config{Importer: importer.ForCompiler(fset, "gc", lookup), Sizes: p.TypesSizes}
	pkg, err := conf.Check(p.PkgPath, fset, files, info)
	if err != nil {
		return nil, err
	}
	return &analysis.Pass{Fset: fset, Files: files, Pkg: pkg, TypesInfo: info, TypesSizes: p.TypesSizes}, nil
}
