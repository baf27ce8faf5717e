package config

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"maps"
	"slices"
)

// declared is what the files of a package declare, as far as syntax tells.
type declared struct {
	missingHere bool
	hint        string
	funcs       map[string]*ast.FuncType
	types       map[string]*typeDecl
	other       map[string]bool // variables and constants
}

type typeDecl struct {
	methods map[string]methodDecl
	open    bool     // embedding or an alias may bring more methods
	form    typeForm // unknown for what is declared as another named type
}

type methodDecl struct {
	pointer bool // of the receiver
	typ     *ast.FuncType
}

type typeForm uint8

const (
	unknownForm typeForm = iota
	funcForm
	ifaceForm
	otherForm
)

// declaredIn reads files; nil when there are none.
func declaredIn(files []string) *declared {
	if len(files) == 0 {
		return nil
	}
	d := &declared{funcs: map[string]*ast.FuncType{}, types: map[string]*typeDecl{}, other: map[string]bool{}}
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
		d.types[name] = &typeDecl{methods: map[string]methodDecl{}}
	}
	return d.types[name]
}

func (d *declared) function(f *ast.FuncDecl) {
	if f.Recv == nil || len(f.Recv.List) == 0 {
		d.funcs[f.Name.Name] = f.Type
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
		d.typ(id.Name).methods[f.Name.Name] = methodDecl{pointer, f.Type}
	}
}

func (d *declared) spec(spec ast.Spec) {
	switch s := spec.(type) {
	case *ast.ValueSpec:
		for _, name := range s.Names {
			d.other[name.Name] = true
		}
	case *ast.TypeSpec:
		d.typ(s.Name.Name).declare(s.Type)
	}
}

func (t *typeDecl) declare(expr ast.Expr) {
	switch x := expr.(type) {
	case *ast.InterfaceType:
		t.form = ifaceForm
		for _, m := range x.Methods.List {
			t.open = t.open || len(m.Names) == 0
			for _, name := range m.Names {
				typ, _ := m.Type.(*ast.FuncType)
				t.methods[name.Name] = methodDecl{typ: typ}
			}
		}
	case *ast.StructType:
		t.form = otherForm
		for _, f := range x.Fields.List {
			t.open = t.open || len(f.Names) == 0
		}
	case *ast.FuncType:
		t.form = funcForm
	case *ast.Ident, *ast.SelectorExpr, *ast.IndexExpr, *ast.IndexListExpr:
		t.open = true
		if id, ok := x.(*ast.Ident); ok && types.Universe.Lookup(id.Name) != nil {
			t.form = otherForm
		}
	default:
		t.form = otherForm
	}
}

// check reports what is wrong with a symbol of this package.
func (d *declared) check(s symbol, n named, ps *problems) {
	if wrong := d.missing(s, n.what); wrong != "" {
		ps.add(n.at, "%s", wrong)
		return
	}
	typ := d.funcs[s.name]
	if s.recv != "" {
		typ = d.types[s.recv].methods[s.name].typ
	}
	if n.argument != nil && typ != nil {
		if i, ok := number(n.argument.text); ok && i >= typ.Params.NumFields() {
			ps.add(n.argument.at, "%s has %s: its arguments count from 0, without the receiver", n.text, parameters(typ.Params.NumFields()))
		}
	}
	t := d.types[s.name]
	if n.what != asInterface || t == nil || t.open {
		return
	}
	for _, m := range n.methods {
		if _, ok := t.methods[m.text]; !ok {
			ps.add(m.at, "interface %s has no method %s%s", n.text, m.text, didYouMean(m.text, slices.Sorted(maps.Keys(t.methods))))
		}
	}
}

func parameters(n int) string {
	switch n {
	case 0:
		return "no parameters"
	case 1:
		return "one parameter"
	}
	return fmt.Sprintf("%d parameters", n)
}

// missing says what is wrong with a symbol of this package, or "".
func (d *declared) missing(s symbol, what use) string {
	if s.recv != "" {
		return d.missingMethod(s)
	}
	t, isType := d.types[s.name]
	_, isFunc := d.funcs[s.name]
	switch {
	case what == asFunc && isType:
		return fmt.Sprintf("%s.%s is a type: name a function or a method", s.path, s.name)
	case what == asFunc && d.other[s.name]:
		return fmt.Sprintf("%s.%s is a variable or constant: name a function or a method", s.path, s.name)
	case what.isType() && isFunc:
		return fmt.Sprintf("%s.%s is a function: name a type", s.path, s.name)
	case what.isType() && d.other[s.name]:
		return fmt.Sprintf("%s.%s is a variable or constant: name a type", s.path, s.name)
	case what == asInterface && isType && (t.form == funcForm || t.form == otherForm):
		return fmt.Sprintf("%s.%s is not an interface: name one, or use another key", s.path, s.name)
	case what == asFuncType && isType && (t.form == ifaceForm || t.form == otherForm):
		return fmt.Sprintf("%s.%s is not a function type: name one, or use interface or parameter", s.path, s.name)
	case isType || isFunc || d.other[s.name]:
		return ""
	}
	known := slices.Sorted(maps.Keys(d.funcs))
	if what.isType() {
		known = slices.Sorted(maps.Keys(d.types))
	}
	return fmt.Sprintf("package %s has no %s%s", s.path, s.name, didYouMean(s.name, known))
}

func (d *declared) missingMethod(s symbol) string {
	t := d.types[s.recv]
	if t == nil {
		return fmt.Sprintf("package %s has no type %s%s", s.path, s.recv, didYouMean(s.recv, slices.Sorted(maps.Keys(d.types))))
	}
	m, ok := t.methods[s.name]
	switch {
	case !ok && t.open:
		return "" // an embedded type may have it
	case !ok:
		return fmt.Sprintf("type %s.%s has no method %s%s", s.path, s.recv, s.name, didYouMean(s.name, slices.Sorted(maps.Keys(t.methods))))
	case s.form == pointerRecv && !m.pointer:
		return fmt.Sprintf("%s has no pointer for its receiver: write (%s.%s).%s", s.name, s.path, s.recv, s.name)
	case s.form == valueRecv && m.pointer:
		return fmt.Sprintf("%s has a pointer for its receiver: write (*%s.%s).%s", s.name, s.path, s.recv, s.name)
	}
	return ""
}
