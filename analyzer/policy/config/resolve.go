package config

import (
	"fmt"
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
	look := func(path string) *declared {
		d, ok := known[path]
		if !ok {
			src := source(path)
			if d = declaredIn(src.Files); d == nil {
				d = &declared{missingHere: src.Missing, hint: samePackage(path, packages())}
			}
			known[path] = d
		}
		return d
	}
	for _, n := range c.symbols {
		s, ok := n.symbol(look)
		if !ok {
			continue
		}
		if strings.HasSuffix(n.text, ".*") {
			n.what = asAny // of a type, or of a package
		}
		switch d := look(s.path); {
		case d.missingHere:
			ps.add(n.at, "the module has no package %s%s", s.path, d.hint)
		case d.funcs == nil:
			missing.add(n.at, "package %s is not part of this build%s", s.path, d.hint)
		case s.name != "":
			d.check(s, n, ps)
		}
	}
	if list, ok := missing.err().(Problems); ok {
		for _, p := range list {
			warnings = append(warnings, p.String())
		}
	}
	return warnings, ps.err()
}

// symbol is the one that a text names; its name is empty where a pattern means a
// whole package. A signature, and a pattern for a tree of packages, name none.
func (n named) symbol(look func(path string) *declared) (symbol, bool) {
	if strings.HasPrefix(n.text, "func(") || strings.HasSuffix(n.text, "/....*") {
		return symbol{}, false
	}
	all, several := strings.CutSuffix(n.text, ".*")
	if !several {
		s, err := parseSymbol(n.text)
		return s, err == nil
	}
	all = strings.Trim(all, "()*")
	if s, err := parseSymbol(all); err == nil && s.recv == "" && look(all).funcs == nil && look(s.path).funcs != nil {
		return s, true // example.com/shop/repo.DB.*
	}
	return symbol{path: all}, true
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
