package driver

import (
	"cmp"
	"slices"

	"github.com/sessionlint/sessionlint/analyzer/link"
	"github.com/sessionlint/sessionlint/analyzer/rule"
)

// result gathers what a load found.
func (l *loader) result(p *program) *Loaded {
	g := l.graph
	root, module := rootOf(p, g)
	locate := newLocator(root, g).locate
	r := &Loaded{Root: root, Module: module, Locate: locate, sources: newSources(g, root, module)}
	for _, n := range g.units {
		if n.summary != nil {
			r.Units = append(r.Units, link.Unit{Summary: n.summary, Own: n.origin == own, Imports: unitImports(n)})
		}
	}
	for _, n := range g.nodes {
		if !n.matched || n.origin != own || len(n.files) == 0 {
			continue
		}
		r.Matched = append(r.Matched, n.path)
		if n.name == "main" {
			r.Mains = append(r.Mains, n.path)
		}
	}
	r.Matched = sorted(r.Matched)
	r.Mains = sorted(r.Mains)
	r.Incomplete = l.incomplete(locate)
	r.Unseen = l.unseen(locate)
	if l.cache.warning != "" {
		r.Warnings = append(r.Warnings, l.cache.warning)
	}
	made := int(l.fresh.Load())
	r.Stats = Stats{
		Packages:   len(g.nodes),
		Summarised: made,
		FromCache:  len(g.units) - made,
		Pruned:     len(g.nodes) - len(g.units),
		TypesOnly:  int(l.typeOnly.Load()),
	}
	return r
}

func sorted(s []string) []string {
	slices.Sort(s)
	return slices.Compact(s)
}

// unitImports lists the units among n's imports by path; which variant of a
// package is the unit makes no difference to the linker.
func unitImports(n *node) []string {
	var paths []string
	for _, imp := range n.imports {
		if imp.analysed && len(imp.files) > 0 {
			paths = append(paths, imp.path)
		}
	}
	return sorted(paths)
}

// incomplete lists every package that was not analysed fully, once.
func (l *loader) incomplete(locate func(pkgPath, file string) string) []rule.Incomplete {
	first := make(map[string]string)
	note := func(path, text string) {
		if _, ok := first[path]; !ok {
			first[path] = text
		}
	}
	for _, n := range l.graph.units {
		if n.problem != nil {
			note(n.path, n.problem.String(func(file string) string { return locate(n.path, file) }))
		}
	}
	for _, n := range l.graph.nodes {
		switch {
		case n.listErr != nil && !told(n, first):
			note(n.path, firstSentence(n.listErr.Err))
		case n.cycle != "":
			note(n.path, "import cycle not allowed: it is imported by "+n.cycle)
		}
	}
	list := make([]rule.Incomplete, 0, len(first))
	for path, text := range first {
		list = append(list, rule.Incomplete{Package: path, Error: text})
	}
	slices.SortFunc(list, func(a, b rule.Incomplete) int { return cmp.Compare(a.Package, b.Package) })
	return list
}

// told reports whether a unit that imports a missing package says so already.
func told(n *node, first map[string]string) bool {
	if n.matched || len(n.files) > 0 {
		return false
	}
	for _, importer := range n.importer {
		if _, ok := first[importer.path]; ok {
			return true
		}
	}
	return false
}
