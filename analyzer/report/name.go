package report

import (
	"fmt"
	"path"
	"strings"

	"github.com/sessionlint/sessionlint/analyzer/rule"
)

// namer shortens function names for people: what lies before the last element
// of the analysed module's own path says nothing to its author.
type namer struct{ modules []module }

type module struct{ path, short string }

// newNamer takes the report's module; a workspace has several, joined by spaces.
func newNamer(modules string) namer {
	var n namer
	for m := range strings.FieldsSeq(modules) {
		n.modules = append(n.modules, module{m, shortModule(m)})
	}
	return n
}

// function gives example.com/shop/api.(*Server).Create as shop/api.(*Server).Create
// when the module is example.com/shop, and other functions in full.
func (n namer) function(name string) string {
	bare := strings.TrimLeft(name, "(*")
	for _, m := range n.modules {
		rest, ok := strings.CutPrefix(bare, m.path)
		if ok && (strings.HasPrefix(rest, "/") || strings.HasPrefix(rest, ".")) {
			return clean(name[:len(name)-len(bare)] + m.short + rest)
		}
	}
	return clean(name)
}

// shortModule is the last element of a module path, with a major version.
func shortModule(m string) string {
	dir, last := path.Split(m)
	if major, ok := strings.CutPrefix(last, "v"); ok && dir != "" && strings.Trim(major, "0123456789") == "" {
		return path.Base(dir) + "/" + last
	}
	return last
}

// place is file:line:column, as editors and terminals make it a link.
func place(p rule.Position) string {
	switch {
	case p.File == "":
		return "-"
	case p.Line == 0:
		return clean(p.File)
	case p.Column == 0:
		return fmt.Sprintf("%s:%d", clean(p.File), p.Line)
	}
	return fmt.Sprintf("%s:%d:%d", clean(p.File), p.Line, p.Column)
}

// count is "1 finding" or "3 findings".
func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	if rest, ok := strings.CutSuffix(what, "y"); ok {
		return fmt.Sprintf("%d %sies", n, rest)
	}
	return fmt.Sprintf("%d %ss", n, what)
}

// sentence shortens the function names in a sentence.
func (n namer) sentence(s string) string {
	words := strings.Split(s, " ")
	for i, w := range words {
		// Have: (*example.com/shop.T).M, or the same with a comma behind it
		bare := strings.TrimRight(w, ",.:")
		words[i] = n.function(bare) + w[len(bare):]
	}
	return strings.Join(words, " ")
}
