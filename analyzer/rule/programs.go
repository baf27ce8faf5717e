package rule

import (
	"github.com/sessionlint/sessionlint/analyzer/link"
)

// Programs links units (in dependency order) the way they run: one program per
// own main package with its imports, and one of the own packages that belong
// to no main. With tests there is one more, of everything with the test
// variants of packages in the place of the plain ones.
func Programs(units []link.Unit, tests bool) []Program {
	g := newGraph(units)
	var out []Program
	covered := map[string]bool{}
	for _, path := range g.mains {
		members := g.closure(path)
		for m := range members {
			covered[m] = true
		}
		out = append(out, Program{Program: link.Link(g.pick(members), link.Options{})})
	}
	rest := map[string]bool{}
	for _, u := range units {
		if u.Own && !u.Test && !covered[u.Summary.Path] {
			for m := range g.closure(u.Summary.Path) {
				rest[m] = true
			}
		}
	}
	if len(rest) > 0 {
		out = append(out, Program{Program: link.Link(g.pick(rest), link.Options{Library: true}), Library: true})
	}
	if tests {
		out = append(out, Program{Program: link.Link(g.withTests(), link.Options{Library: len(g.mains) == 0}), Tests: true})
	}
	return out
}

type graph struct {
	units []link.Unit
	plain map[string]int
	mains []string
}

func newGraph(units []link.Unit) *graph {
	g := &graph{units: units, plain: map[string]int{}}
	for i, u := range units {
		if u.Test {
			continue
		}
		g.plain[u.Summary.Path] = i
		if u.Own && u.Summary.Name == "main" {
			g.mains = append(g.mains, u.Summary.Path)
		}
	}
	return g
}

func (g *graph) closure(path string) map[string]bool {
	seen := map[string]bool{}
	work := []string{path}
	for len(work) > 0 {
		p := work[len(work)-1]
		work = work[:len(work)-1]
		i, ok := g.plain[p]
		if seen[p] || !ok {
			continue
		}
		seen[p] = true
		work = append(work, g.units[i].Imports...)
	}
	return seen
}

func (g *graph) pick(members map[string]bool) []link.Unit {
	var out []link.Unit
	for _, u := range g.units {
		if !u.Test && members[u.Summary.Path] {
			out = append(out, u)
		}
	}
	return out
}

func (g *graph) withTests() []link.Unit {
	variant := map[string]bool{}
	for _, u := range g.units {
		if u.Test {
			variant[u.Summary.Path] = true
		}
	}
	var out []link.Unit
	for _, u := range g.units {
		if u.Test || !variant[u.Summary.Path] {
			out = append(out, u)
		}
	}
	return out
}
