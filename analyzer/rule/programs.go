package rule

import (
	"strings"

	"github.com/sessionlint/sessionlint/analyzer/link"
)

// Programs links units (in dependency order) the way they run: one program per
// own main package with its imports, and one of the own packages that belong
// to no main: a library, when there is no main at all, and otherwise part of
// something that is not there. Test code does not run in them: it wires the program
// in ways in which it is never wired. With tests there is one more program, of everything.
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
		if u.Own && !covered[u.Summary.Path] && !strings.HasSuffix(u.Summary.Path, "_test") {
			for m := range g.closure(u.Summary.Path) {
				rest[m] = true
			}
		}
	}
	if len(rest) > 0 {
		library := len(g.mains) == 0
		out = append(out, Program{Program: link.Link(g.pick(rest), link.Options{Library: library, Part: !library}), Library: library})
	}
	if tests {
		all := link.Link(units, link.Options{Library: len(g.mains) == 0, Tests: true})
		out = append(out, Program{Program: all, Tests: true})
	}
	return out
}

type graph struct {
	units  []link.Unit
	byPath map[string]int
	mains  []string
}

func newGraph(units []link.Unit) *graph {
	g := &graph{units: units, byPath: map[string]int{}}
	for i, u := range units {
		g.byPath[u.Summary.Path] = i
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
		i, ok := g.byPath[p]
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
		if members[u.Summary.Path] {
			out = append(out, u)
		}
	}
	return out
}
