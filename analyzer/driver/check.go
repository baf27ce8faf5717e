package driver

import (
	"fmt"
	"go/ast"
	"go/types"
	"go/version"
	"runtime"
	"strings"
)

// checker holds what type checking is the same for in all packages.
type checker struct {
	sizes types.Sizes
	graph *graph
}

func newChecker(g *graph, arch string) *checker {
	sizes := types.SizesFor("gc", arch)
	if sizes == nil {
		sizes = types.SizesFor("gc", "amd64")
	}
	return &checker{sizes: sizes, graph: g}
}

// newInfo asks for what a summary is made of.
func newInfo() *types.Info {
	return &types.Info{
		Types:      make(map[ast.Expr]types.TypeAndValue),
		Instances:  make(map[*ast.Ident]types.Instance),
		Defs:       make(map[*ast.Ident]types.Object),
		Uses:       make(map[*ast.Ident]types.Object),
		Implicits:  make(map[ast.Node]types.Object),
		Selections: make(map[*ast.SelectorExpr]*types.Selection),
	}
}

// check type-checks a package as far as it goes. Without info, it looks at
// declarations only.
func (c *checker) check(n *node, s *syntax, info *types.Info) *types.Package {
	conf := types.Config{
		GoVersion:        languageVersion(n.version),
		IgnoreFuncBodies: info == nil,
		FakeImportC:      true,
		Sizes:            c.sizes,
		Importer:         importerFunc(func(path string) (*types.Package, error) { return c.imported(n, path) }),
		Error: func(err error) {
			// What the compiler refuses although its meaning is clear
			// (unused variables and imports) costs the summary nothing.
			if e, ok := err.(types.Error); !ok || !e.Soft {
				s.note(problemOf(s.fset, err))
			}
		},
	}
	name := n.name
	if name == "" && len(s.files) > 0 {
		name = s.files[0].Name.Name
	}
	pkg := types.NewPackage(n.path, name)
	types.NewChecker(&conf, s.fset, pkg, info).Files(s.files)
	return pkg
}

type importerFunc func(path string) (*types.Package, error)

func (f importerFunc) Import(path string) (*types.Package, error) { return f(path) }

// imported returns the types of a package that n's source imports; they are
// there before n is checked.
func (c *checker) imported(n *node, path string) (*types.Package, error) {
	if path == "unsafe" {
		return types.Unsafe, nil
	}
	imp := c.graph.imported(n, path)
	switch {
	case imp == nil:
		return nil, fmt.Errorf("the go command does not list it")
	case imp.id == n.cycle || imp == n:
		return nil, fmt.Errorf("import cycle not allowed")
	case n.named != nil && !n.named[path]:
		return emptyPackage(imp), nil // imported for its side effects
	case imp.pkg == nil && imp.listErr != nil:
		return nil, fmt.Errorf("%s", firstSentence(imp.listErr.Err))
	case imp.pkg == nil:
		return nil, fmt.Errorf("it has no Go files")
	}
	return imp.pkg, nil
}

// languageVersion is a module's version as the type checker takes it: "" is
// the latest, which is right where nothing is said or this program was built
// before the version came out.
func languageVersion(v string) string {
	if v == "" {
		return ""
	}
	v = version.Lang("go" + v)
	if v == "" || version.Compare(v, version.Lang(runtime.Version())) > 0 {
		return ""
	}
	return v
}

// emptyPackage stands for a package that could not be checked at all.
func emptyPackage(n *node) *types.Package {
	pkg := types.NewPackage(n.path, n.name)
	pkg.MarkComplete()
	return pkg
}

// firstSentence is the first line of what the go command says, without advice.
func firstSentence(text string) string {
	text, _, _ = strings.Cut(text, "\n")
	text, _, _ = strings.Cut(text, "; to add it")
	return strings.TrimSuffix(strings.TrimSpace(text), ":")
}
