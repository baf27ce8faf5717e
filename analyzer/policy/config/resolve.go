package config

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"slices"
	"strings"
)

// Source is where the source of a package lies. There are no files when the
// package is not part of the build; it is missing when it would have to be here.
type Source struct {
	Files   []string
	Missing bool
}

// Resolve looks for the named symbols in the source of their packages. What a
// package of the build does not declare is an error; a symbol of a package that
// is not part of the build is a warning, because a run need not analyse
// everything that a configuration speaks of.
func (c *Config) Resolve(source func(path string) Source, packages func() []string) (warnings []string, err error) {
	if c == nil || len(c.symbols) == 0 {
		return nil, nil
	}
	ps := &problems{file: c.File}
	missing := &problems{file: c.File}
	known := map[string]*declared{}
	for _, n := range c.symbols {
		for _, s := range symbolsIn(n.text) {
			d, ok := known[s.path]
			if !ok {
				src := source(s.path)
				if d = declaredIn(src.Files); d == nil {
					d = &declared{missingHere: src.Missing, hint: samePackage(s.path, packages())}
				}
				known[s.path] = d
			}
			switch {
			case d.missingHere:
				ps.add(n.at, "the module has no package %s%s", s.path, d.hint)
			case d.funcs == nil:
				missing.add(n.at, "package %s is not part of this build%s", s.path, d.hint)
			default:
				if wrong := d.missing(s, n.what); wrong != "" {
					ps.add(n.at, "%s", wrong)
				}
			}
		}
	}
	if list, ok := missing.err().(Problems); ok {
		for _, p := range list {
			warnings = append(warnings, p.String())
		}
	}
	return warnings, ps.err()
}

// symbolsIn are those that a text names. A pattern or signature of the built-in
// catalog need not resolve: the library may have another version here.
func symbolsIn(text string) []symbol {
	if strings.HasPrefix(text, "func(") {
		return nil
	}
	s, err := parseSymbol(text)
	if err != nil {
		return nil
	}
	return []symbol{s}
}

// samePackage hints at a package of the build with the same last element.
func samePackage(path string, packages []string) string {
	last := path[strings.LastIndexByte(path, '/')+1:]
	for _, p := range packages {
		if p[strings.LastIndexByte(p, '/')+1:] == last {
			return fmt.Sprintf(" (did you mean %s?)", p)
		}
	}
	return ""
}

// declared is what the files of a package declare, as far as syntax tells.
type declared struct {
	missingHere bool
	hint        string
	funcs       map[string]bool
	types       map[string]*typeDecl
	other       map[string]bool // variables and constants
}

type typeDecl struct {
	methods map[string]bool // to whether the receiver is a pointer
	open    bool            // embedding or an alias may bring more methods
	iface   bool
}

// declaredIn reads files; nil when there are none.
func declaredIn(files []string) *declared {
	if len(files) == 0 {
		return nil
	}
	d := &declared{funcs: map[string]bool{}, types: map[string]*typeDecl{}, other: map[string]bool{}}
	for _, name := range files {
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
		if f == nil || err != nil && len(f.Decls) == 0 {
			continue
		}
		for _, decl := range f.Decls {
			switch decl := decl.(type) {
			case *ast.FuncDecl:
				d.function(decl)
			case *ast.GenDecl:
				for _, spec := range decl.Specs {
					d.spec(spec)
				}
			}
		}
	}
	return d
}

func (d *declared) typ(name string) *typeDecl {
	if d.types[name] == nil {
		d.types[name] = &typeDecl{methods: map[string]bool{}}
	}
	return d.types[name]
}

func (d *declared) function(f *ast.FuncDecl) {
	if f.Recv == nil || len(f.Recv.List) == 0 {
		d.funcs[f.Name.Name] = true
		return
	}
	t, pointer := f.Recv.List[0].Type, false
	if star, ok := t.(*ast.StarExpr); ok {
		t, pointer = star.X, true
	}
	switch x := t.(type) {
	case *ast.IndexExpr:
		t = x.X
	case *ast.IndexListExpr:
		t = x.X
	}
	if id, ok := t.(*ast.Ident); ok {
		d.typ(id.Name).methods[f.Name.Name] = pointer
	}
}

func (d *declared) spec(spec ast.Spec) {
	switch s := spec.(type) {
	case *ast.ValueSpec:
		for _, name := range s.Names {
			d.other[name.Name] = true
		}
	case *ast.TypeSpec:
		t := d.typ(s.Name.Name)
		switch x := s.Type.(type) {
		case *ast.InterfaceType:
			t.iface = true
			for _, m := range x.Methods.List {
				t.open = t.open || len(m.Names) == 0
				for _, name := range m.Names {
					t.methods[name.Name] = false
				}
			}
		case *ast.StructType:
			for _, f := range x.Fields.List {
				t.open = t.open || len(f.Names) == 0
			}
		case *ast.FuncType:
		default:
			t.open = true
		}
	}
}

// missing says what is wrong with a symbol of this package, or "".
func (d *declared) missing(s symbol, what use) string {
	if s.recv != "" {
		return d.missingMethod(s)
	}
	_, isType := d.types[s.name]
	isFunc := d.funcs[s.name]
	switch {
	case what == asFunc && isType:
		return fmt.Sprintf("%s.%s is a type, not a function", s.path, s.name)
	case what == asType && (isFunc || d.other[s.name]):
		return fmt.Sprintf("%s.%s is not a type", s.path, s.name)
	case what == asFunc && d.other[s.name]:
		return fmt.Sprintf("%s.%s is a variable or constant, not a function", s.path, s.name)
	case isType || isFunc || d.other[s.name]:
		return ""
	}
	known := slices.Sorted(maps.Keys(d.funcs))
	if what != asFunc {
		known = slices.Sorted(maps.Keys(d.types))
	}
	return fmt.Sprintf("package %s has no %s%s", s.path, s.name, didYouMean(s.name, known))
}

func (d *declared) missingMethod(s symbol) string {
	t := d.types[s.recv]
	if t == nil {
		return fmt.Sprintf("package %s has no type %s%s", s.path, s.recv, didYouMean(s.recv, slices.Sorted(maps.Keys(d.types))))
	}
	pointer, ok := t.methods[s.name]
	switch {
	case !ok && t.open:
		return "" // an embedded type may have it
	case !ok:
		return fmt.Sprintf("type %s.%s has no method %s%s", s.path, s.recv, s.name, didYouMean(s.name, slices.Sorted(maps.Keys(t.methods))))
	case s.form == pointerRecv && !pointer:
		return fmt.Sprintf("%s has no pointer for its receiver: write (%s.%s).%s", s.name, s.path, s.recv, s.name)
	case s.form == valueRecv && pointer:
		return fmt.Sprintf("%s has a pointer for its receiver: write (*%s.%s).%s", s.name, s.path, s.recv, s.name)
	}
	return ""
}
