package report

import (
	"fmt"
	"strings"

	"github.com/sessionlint/sessionlint/analyzer/rule"
)

// Graph is the call chains of a report, joined where they share functions. It
// is drawn in one of GraphFormats.
type Graph struct {
	title string
	nodes []graphNode
	edges []graphEdge

	names namer
	at    map[string]int     // node by what it stands for
	seen  map[graphEdge]bool // edges that are there
}

// graphNode is a box: an entry point, a function, or what is acquired.
type graphNode struct {
	shape graphShape
	lines []string // what it says, the most important first
	class string   // of what is acquired: its verdict
}

type graphShape int

const (
	shapeFunction graphShape = iota
	shapeEntry
	shapeAcquired
)

// graphEdge is a call from one node to another. Its via is empty for a plain
// call.
type graphEdge struct {
	from, to int
	via      string
}

// NewGraph joins the chains that are picked.
func NewGraph(r *rule.Report, pick GraphPick) (*Graph, error) {
	d := newDossier(r, Options{})
	items, title, err := pick.choose(d)
	if err != nil {
		return nil, err
	}
	g := &Graph{title: title, names: d.names, at: map[string]int{}, seen: map[graphEdge]bool{}}
	for _, it := range items {
		g.add(it)
	}
	g.addRoutes(d)
	return g, nil
}

func (g *Graph) add(it item) {
	steps := it.chain()
	if len(steps) == 0 {
		steps = []rule.Step{{Function: it.function(), Position: it.position()}}
	}
	last := -1
	for i, s := range steps {
		n := g.function(s, i == 0 && s.Via == "entry")
		if last >= 0 {
			g.edge(last, n, s.Via)
		}
		last = n
	}
	if it.symbol() != "" {
		g.edge(last, g.acquired(it), "")
	}
}

func (g *Graph) function(s rule.Step, entry bool) int {
	n := g.node("function "+s.Function, graphNode{lines: []string{g.names.function(s.Function), place(s.Position)}})
	if entry {
		g.nodes[n].shape = shapeEntry
	}
	return n
}

func (g *Graph) acquired(it item) int {
	key := fmt.Sprintf("acquired %s %v", it.symbol(), it.position())
	what := strings.TrimSpace(clean(it.verdict()) + " · " + clean(it.kind()))
	return g.node(key, graphNode{
		shape: shapeAcquired, class: slug(it.verdict()),
		lines: []string{clean(it.symbol()), place(it.position()), strings.TrimSuffix(what, " ·")},
	})
}

func (g *Graph) node(key string, n graphNode) int {
	i, ok := g.at[key]
	if !ok {
		i = len(g.nodes)
		g.at[key] = i
		g.nodes = append(g.nodes, n)
	}
	return i
}

func (g *Graph) edge(from, to int, via string) {
	switch via {
	case "static", "entry":
		via = ""
	}
	e := graphEdge{from, to, clean(via)}
	if from == to || g.seen[e] {
		return // a function that calls itself says nothing about the path
	}
	g.seen[e] = true
	g.edges = append(g.edges, e)
}

// addRoutes writes on entry points what findings tell of them.
func (g *Graph) addRoutes(d *dossier) {
	for _, p := range d.entries {
		n, ok := g.at["function "+p.function]
		if !ok || g.nodes[n].shape != shapeEntry {
			continue
		}
		label := kindLabel(p.kind)
		if len(p.routes) > 0 {
			label = clean(strings.Join(p.routes, ", "))
		}
		g.nodes[n].lines = append(g.nodes[n].lines, label)
	}
}
