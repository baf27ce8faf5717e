package driver

import (
	"go/ast"
	"go/token"
	"slices"
	"strconv"
)

// shake drops from a dependency's syntax the declarations that importers
// cannot see: unexported ones that no exported one mentions. With them go the
// imports that only they need, and so whole branches of the import graph need
// not be read at all.
//
// It goes by names, not by objects, and so keeps too much rather than too
// little: a declaration stays when its name occurs as an identifier in one
// that stays. nameOf gives the package name of an import path, "" if unknown.
// The result are the import paths that are still needed.
func shake(files []*ast.File, nameOf func(path string) string) (imports []string) {
	s := &shaker{decls: make(map[string][]*declaration), of: make(map[ast.Node]*declaration)}
	for _, file := range files {
		s.index(file)
	}
	s.keepReachable()
	seen := make(map[string]bool)
	for i, file := range files {
		for _, path := range s.rebuild(file, s.uses[i], nameOf) {
			if !seen[path] {
				seen[path] = true
				imports = append(imports, path)
			}
		}
	}
	return imports
}

// declaration is what stays or goes as a whole: a function or method, a type,
// the variables of one line, or the constants of one group, since each may
// depend on those above it.
type declaration struct {
	node ast.Node        // *ast.FuncDecl, *ast.TypeSpec, *ast.ValueSpec or *ast.GenDecl
	uses map[string]bool // of its file: the x of all x.y in declarations that stay
	kept bool
}

type shaker struct {
	decls map[string][]*declaration // by name; a method by the name of its type
	of    map[ast.Node]*declaration
	uses  []map[string]bool // by file
	queue []*declaration    // kept, what they mention not yet
}

// index files the declarations under their names and keeps the exported ones.
func (s *shaker) index(file *ast.File) {
	uses := make(map[string]bool)
	s.uses = append(s.uses, uses)
	for _, decl := range file.Decls {
		switch decl := decl.(type) {
		case *ast.FuncDecl:
			d := &declaration{node: decl, uses: uses}
			if decl.Recv != nil {
				s.add(d, receiverName(decl.Recv))
			} else if decl.Name.Name != "init" {
				s.add(d, decl.Name.Name)
			}
		case *ast.GenDecl:
			s.indexGroup(decl, uses)
		}
	}
}

func (s *shaker) indexGroup(decl *ast.GenDecl, uses map[string]bool) {
	switch decl.Tok {
	case token.CONST:
		d := &declaration{node: decl, uses: uses}
		for _, spec := range decl.Specs {
			s.addValues(d, spec)
		}
	case token.VAR:
		for _, spec := range decl.Specs {
			s.addValues(&declaration{node: spec, uses: uses}, spec)
		}
	case token.TYPE:
		for _, spec := range decl.Specs {
			if spec, ok := spec.(*ast.TypeSpec); ok {
				s.add(&declaration{node: spec, uses: uses}, spec.Name.Name)
			}
		}
	}
}

func (s *shaker) addValues(d *declaration, spec ast.Spec) {
	if spec, ok := spec.(*ast.ValueSpec); ok {
		for _, name := range spec.Names {
			s.add(d, name.Name)
		}
	}
}

// add files d under a name. What is called "_" stays only with its group.
func (s *shaker) add(d *declaration, name string) {
	if s.of[d.node] = d; name == "_" {
		return
	}
	s.decls[name] = append(s.decls[name], d)
	if ast.IsExported(name) {
		s.keep(d)
	}
}

func (s *shaker) keep(d *declaration) {
	if !d.kept {
		d.kept = true
		s.queue = append(s.queue, d)
	}
}

// receiverName is the name of a method's type. The method goes with its type.
func receiverName(recv *ast.FieldList) string {
	if len(recv.List) == 0 {
		return "_"
	}
	for t := recv.List[0].Type; ; {
		switch x := t.(type) {
		case *ast.StarExpr:
			t = x.X
		case *ast.ParenExpr:
			t = x.X
		case *ast.IndexExpr:
			t = x.X
		case *ast.IndexListExpr:
			t = x.X
		case *ast.Ident:
			return x.Name
		default:
			return "_"
		}
	}
}

// keepReachable keeps what the kept declarations mention. Of an alias that
// methods are declared through, the methods belong to another type, and so
// it stays.
func (s *shaker) keepReachable() {
	for _, decls := range s.decls {
		if len(decls) > 1 && slices.ContainsFunc(decls, isAlias) {
			for _, d := range decls {
				s.keep(d)
			}
		}
	}
	for len(s.queue) > 0 {
		d := s.queue[len(s.queue)-1]
		s.queue = s.queue[:len(s.queue)-1]
		s.mention(d.node, d)
	}
}

func isAlias(d *declaration) bool {
	spec, ok := d.node.(*ast.TypeSpec)
	return ok && spec.Assign.IsValid()
}

// mention keeps what stands in a part of a declaration, and empties what the
// type checker would not look at.
func (s *shaker) mention(part ast.Node, d *declaration) {
	ast.Inspect(part, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Ident:
			for _, other := range s.decls[n.Name] {
				s.keep(other)
			}
		case *ast.SelectorExpr:
			if x, ok := n.X.(*ast.Ident); ok {
				d.uses[x.Name] = true
			}
			s.mention(n.X, d) // the selected name means nothing here
			return false
		case *ast.Field:
			if n.Type != nil {
				s.mention(n.Type, d)
			}
			return false
		case *ast.FuncLit:
			n.Body = emptied(n.Body)
		case *ast.FuncDecl:
			n.Body = emptied(n.Body)
		case *ast.ValueSpec:
			if n.Type != nil && d.node == n {
				n.Values = nil // the type of a variable is all that shows
			}
		}
		return true
	})
}

func emptied(body *ast.BlockStmt) *ast.BlockStmt {
	if body == nil {
		return nil
	}
	return &ast.BlockStmt{Lbrace: body.Lbrace, Rbrace: body.Rbrace}
}

// rebuild leaves in a file what stays, and returns the imports that it needs.
func (s *shaker) rebuild(file *ast.File, uses map[string]bool, nameOf func(path string) string) (imports []string) {
	decls := file.Decls[:0]
	for _, decl := range file.Decls {
		gen, ok := decl.(*ast.GenDecl)
		switch {
		case ok && gen.Tok == token.IMPORT:
			gen.Specs, imports = neededImports(gen.Specs, imports, uses, nameOf)
			if len(gen.Specs) > 0 {
				decls = append(decls, gen)
			}
		case ok && gen.Tok != token.CONST:
			gen.Specs = slices.DeleteFunc(gen.Specs, func(spec ast.Spec) bool { return !s.stays(spec) })
			if len(gen.Specs) > 0 {
				decls = append(decls, gen)
			}
		case s.stays(decl):
			decls = append(decls, decl)
		}
	}
	file.Decls = decls
	return imports
}

func (s *shaker) stays(n ast.Node) bool {
	d := s.of[n]
	return d != nil && d.kept
}

// neededImports filters import specs and adds the paths of those that stay.
func neededImports(specs []ast.Spec, paths []string, uses map[string]bool, nameOf func(path string) string) ([]ast.Spec, []string) {
	kept := specs[:0]
	for _, spec := range specs {
		imp, ok := spec.(*ast.ImportSpec)
		if !ok {
			continue
		}
		path, err := strconv.Unquote(imp.Path.Value)
		if err != nil {
			continue
		}
		name := ""
		if imp.Name != nil {
			name = imp.Name.Name
		} else if path != "C" {
			name = nameOf(path)
		}
		if name == "" || name == "." || uses[name] {
			kept = append(kept, imp)
			paths = append(paths, path)
		}
	}
	return kept, paths
}
