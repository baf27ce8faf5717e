package summary

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"
)

// docs records the acquisitions that are written in comments, so that an
// inventory accounts for what a text search would find. A comment is matched
// by the form pkg.Func( with the name of an acquiring function; other calls
// of exported functions are kept as text for the linker, which knows the
// providers of the program.
func (b *builder) docs() {
	opaque := b.in.Catalog.Opaque(b.in.Pkg)
	for _, f := range b.in.Files {
		if opaque && b.gen[b.in.Fset.File(f.Package)] {
			continue
		}
		names := b.importNames(f)
		for _, g := range f.Comments {
			for _, c := range g.List {
				b.docComment(c, names, b.documented(f, g))
			}
		}
	}
}

// importNames maps the names by which a file knows its imports to their paths;
// a comment may also speak of packages that the file does not import.
func (b *builder) importNames(f *ast.File) map[string]string {
	out := map[string]string{}
	for _, s := range f.Imports {
		p := strings.Trim(s.Path.Value, `"`)
		out[p[strings.LastIndexByte(p, '/')+1:]] = p
		if s.Name != nil {
			out[s.Name.Name] = p
		}
	}
	return out
}

// documented is the symbol that a comment group belongs to.
func (b *builder) documented(f *ast.File, g *ast.CommentGroup) string {
	if f.Doc == g || g.End() < f.Package {
		return b.in.Path
	}
	for _, d := range f.Decls {
		if g.Pos() >= d.End() {
			continue
		}
		switch d := d.(type) {
		case *ast.FuncDecl:
			if o := b.in.Info.Defs[d.Name]; o != nil && (d.Doc == g || g.Pos() >= d.Pos()) {
				return b.in.Path + "." + d.Name.Name
			}
		case *ast.GenDecl:
			if len(d.Specs) > 0 && (d.Doc == g || g.Pos() >= d.Pos()) {
				if s, ok := d.Specs[0].(*ast.TypeSpec); ok {
					return b.in.Path + "." + s.Name.Name
				}
			}
		}
		break
	}
	return b.in.Path
}

func (b *builder) docComment(c *ast.Comment, imports map[string]string, in string) {
	text := c.Text
	for i := 0; i < len(text); i++ {
		if text[i] != '(' {
			continue
		}
		pkg, name, at := qualifiedBefore(text, i)
		if name == "" || !ast.IsExported(name) {
			continue
		}
		b.mention(Doc{Pos: b.pos(c.Pos() + token.Pos(at)), In: b.str(in)}, pkg, name, imports)
	}
}

// mention records that code which is not analysed calls pkg.name: a function
// that acquires, a method of that name, or perhaps a provider of the program.
func (b *builder) mention(d Doc, pkg, name string, imports map[string]string) {
	acquiring := meant(b.in.Catalog.AcquiringNames(pkg, name), imports[pkg])
	switch {
	case acquiring != "":
		d.Symbol, d.Known = b.str(acquiring), true
	case imports[pkg] == "" && b.acquiringMethods()[name] != "":
		d.Symbol, d.Known = b.str(b.acquiringMethods()[name]), true
	case imports[pkg] != "" || pkg == b.in.Pkg.Name():
		d.Symbol = b.str(pkg + "." + name)
	default:
		return
	}
	b.out.Docs = append(b.out.Docs, d)
}

// acquiringMethods maps the names of the acquiring methods of the packages that
// the package imports to one of their symbols: db.Begin() in a comment has no
// type, but the package works with database/sql.
func (b *builder) acquiringMethods() map[string]string {
	if b.methods != nil {
		return b.methods
	}
	b.methods = map[string]string{}
	for _, imp := range b.in.Pkg.Imports() {
		if !b.in.Catalog.Catalogued(imp.Path()) {
			continue
		}
		for _, n := range imp.Scope().Names() {
			o, ok := imp.Scope().Lookup(n).(*types.TypeName)
			if !ok || !o.Exported() || o.IsAlias() {
				continue
			}
			for _, m := range methodsOf(o.Type()) {
				s := b.in.Catalog.Func(m)
				if s == nil || s.Acquire == nil {
					continue
				}
				if old := b.methods[m.Name()]; old == "" || s.Acquire.Symbol < old {
					b.methods[m.Name()] = s.Acquire.Symbol
				}
			}
		}
	}
	return b.methods
}

// meant picks the symbol that a comment means: of the package that the file
// imports under that name, else of the standard library, else the first.
func meant(symbols []string, imported string) string {
	best := ""
	for _, s := range symbols {
		switch {
		case imported != "" && strings.HasPrefix(s, imported+"."):
			return s
		case best == "" || !strings.Contains(s[:strings.IndexByte(s+"/", '/')], "."):
			best = s
		}
	}
	return best
}

// qualifiedBefore reads the pkg.Name that ends at text[end].
func qualifiedBefore(text string, end int) (pkg, name string, at int) {
	i := end
	for i > 0 && isIdentByte(text[i-1]) {
		i--
	}
	name = text[i:end]
	if name == "" || i == 0 || text[i-1] != '.' {
		return "", "", 0
	}
	j := i - 1
	for j > 0 && isIdentByte(text[j-1]) {
		j--
	}
	return text[j : i-1], name, j
}

func isIdentByte(c byte) bool {
	return c == '_' || '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
}
