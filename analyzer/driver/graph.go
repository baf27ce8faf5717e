package driver

import (
	"path/filepath"
	"slices"
	"strings"

	"github.com/sessionlint/sessionlint/analyzer/catalog"
)

// origin is where a package comes from, which says how its content is known.
type origin uint8

const (
	own      origin = iota // of a main module: its content is hashed, its API cut off
	replaced               // a local directory in place of a module: the same
	vendored               // below vendor/: its content is hashed
	frozen                 // the standard library and the module cache: its version is its content
)

// node is one package, or one variant of it, in the import graph.
type node struct {
	id      string // as go list names it: the path, or "path [q.test]"
	path    string // without the variant
	name    string
	dir     string
	files   []string // base names in dir, sorted: those the build selects
	version string   // of an own or third-party package: the language version
	module  *listedModule
	origin  origin
	std     bool
	matched bool // a pattern matched it
	listErr *listedError
	ignored []string // Go files that build constraints leave out
	asm     []string // assembly files
	tests   []string // base names of the test files

	imports  []*node          // sorted by id
	importOf map[string]*node // by path in the source, where variants differ
	importer []*node          // packages that import it
	cycle    string           // the import that was left out because it closes a cycle

	analysed bool // its bodies matter: it is summarised
	unit     bool // its summary is part of the program (not a variant that is only imported)
	index    int  // in the order of imports, imports first

	work // what becomes of it in one load
}

// mutable reports whether an edit may come at any time, so that the hash of
// the package's API is worth having.
func (n *node) mutable() bool { return n.origin == own || n.origin == replaced }

// graph is the import graph of a program.
type graph struct {
	nodes []*node // imports first; the order depends on nothing but the packages
	units []*node // the summarised packages, imports first
	byID  map[string]*node
}

// newGraph builds the graph and decides which packages are analysed.
func newGraph(pkgs []*listed, cat *catalog.Catalog) *graph {
	g := &graph{byID: make(map[string]*node, len(pkgs))}
	var all []*node
	for _, p := range pkgs {
		if isTestMain(p) {
			continue
		}
		if n := g.byID[p.ImportPath]; n != nil {
			n.matched = n.matched || !p.DepOnly
			continue
		}
		n := newNode(p)
		g.byID[n.id] = n
		all = append(all, n)
	}
	slices.SortFunc(all, func(a, b *node) int { return strings.Compare(a.id, b.id) })
	for _, p := range pkgs {
		if n := g.byID[p.ImportPath]; n != nil && n.imports == nil {
			g.connect(n, p)
		}
	}
	g.sort(all)
	g.chooseAnalysed(cat)
	g.chooseUnits()
	return g
}

// isTestMain reports whether a package is the main function that go test
// generates: its only file lies in the build cache.
func isTestMain(p *listed) bool {
	if p.Name != "main" && p.Name != "" || !strings.HasSuffix(p.ImportPath, ".test") || p.ForTest != "" {
		return false
	}
	return len(p.GoFiles) == 0 && p.Error == nil || len(p.GoFiles) == 1 && filepath.IsAbs(p.GoFiles[0])
}

func newNode(p *listed) *node {
	n := &node{
		id:      p.ImportPath,
		name:    p.Name,
		dir:     p.Dir,
		module:  p.Module,
		std:     p.Standard,
		matched: !p.DepOnly,
		listErr: p.Error,
		ignored: p.Ignored,
		asm:     p.SFiles,
		tests:   sorted(slices.Concat(p.TestFiles, p.XTestFiles)),
	}
	n.path, _, _ = strings.Cut(n.id, " ")
	n.files = slices.Concat(p.GoFiles, p.CgoFiles)
	slices.Sort(n.files)
	n.origin = originOf(p)
	if p.Module != nil {
		n.version = p.Module.GoVersion
	}
	return n
}

func originOf(p *listed) origin {
	m := p.Module
	switch {
	case p.Standard:
		return frozen
	case m == nil && p.DepOnly:
		return replaced // in a tree without modules; or it does not exist
	case m == nil:
		return own // files named one by one, or the same tree
	case m.Main:
		return own
	case m.Replace != nil && m.Replace.Version == "" && m.Dir != "":
		return replaced
	case m.Dir == "":
		return vendored
	}
	return frozen
}

// connect resolves the imports of a package.
func (g *graph) connect(n *node, p *listed) {
	for _, id := range p.Imports {
		if imp := g.byID[id]; imp != nil && imp != n && id != "unsafe" {
			n.imports = append(n.imports, imp)
		}
	}
	slices.SortFunc(n.imports, func(a, b *node) int { return strings.Compare(a.id, b.id) })
	n.imports = slices.Compact(n.imports)
	for from, to := range p.ImportMap {
		if imp := g.byID[to]; imp != nil {
			if n.importOf == nil {
				n.importOf = make(map[string]*node, len(p.ImportMap))
			}
			n.importOf[from] = imp
		}
	}
}

// imported returns the package that an import path in n's source means.
func (g *graph) imported(n *node, path string) *node {
	if imp := n.importOf[path]; imp != nil {
		return imp
	}
	return g.byID[path]
}

// sort puts imports first and cuts cycles, which the go command reports as an
// error of one of the packages: waiting for each other they would never end.
func (g *graph) sort(all []*node) {
	const (
		unseen = iota
		open
		closed
	)
	state := make(map[*node]int, len(all))
	var visit func(n *node)
	visit = func(n *node) {
		state[n] = open
		n.imports = slices.DeleteFunc(n.imports, func(imp *node) bool {
			if state[imp] == open {
				n.cycle = imp.id
				return true
			}
			if state[imp] == unseen {
				visit(imp)
			}
			imp.importer = append(imp.importer, n)
			return false
		})
		state[n] = closed
		n.index = len(g.nodes)
		g.nodes = append(g.nodes, n)
	}
	for _, n := range all {
		if state[n] == unseen {
			visit(n)
		}
	}
}

// chooseAnalysed marks the packages whose bodies matter: all own ones, and the
// third-party ones that can reach an acquisition of the catalog through their
// imports. A catalogued package itself is a black box that the catalog
// describes; the rest cannot name an acquisition.
func (g *graph) chooseAnalysed(cat *catalog.Catalog) {
	reaches := make([]bool, len(g.nodes))
	for i, n := range g.nodes {
		known := cat != nil && cat.Catalogued(n.path)
		reaches[i] = cat != nil && cat.Leads(n.path)
		for _, imp := range n.imports {
			reaches[i] = reaches[i] || reaches[imp.index]
		}
		switch {
		case n.std:
		case n.origin == own:
			n.analysed = true
		default:
			n.analysed = reaches[i] && !known
		}
	}
}

// chooseUnits picks the packages that make up the program. With tests, the
// variant of a package with its in-package tests stands for the package; the
// variants that exist only because something they import was rebuilt for a
// test have nothing of their own.
func (g *graph) chooseUnits() {
	variant := make(map[string]*node) // of a plain path
	for _, n := range g.nodes {
		if n.id == n.path+" ["+n.path+".test]" {
			variant[n.path] = n
		}
	}
	unitOf := func(n *node) *node {
		if v := variant[n.path]; v != nil {
			return v
		}
		if n.id != n.path && g.byID[n.path] != nil {
			return g.byID[n.path]
		}
		return n
	}
	seen := make(map[*node]bool, len(g.nodes))
	var visit func(n *node)
	visit = func(n *node) {
		if seen[n] {
			return
		}
		seen[n] = true
		for _, imp := range n.imports {
			visit(unitOf(imp))
		}
		if n.analysed && len(n.files) > 0 {
			n.unit = true
			g.units = append(g.units, n)
		}
	}
	for _, n := range g.nodes {
		visit(unitOf(n))
	}
}
