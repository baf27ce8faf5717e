package report

import (
	"fmt"
	"io"
	"strings"
)

// GraphFormat is one way to draw a graph.
type GraphFormat struct {
	Name string
	For  string

	write func(io.Writer, *Graph) error
}

// GraphFormats lists them, the default first.
func GraphFormats() []GraphFormat {
	return []GraphFormat{
		{"mermaid", "Markdown on GitHub and GitLab", mermaid},
		{"dot", "Graphviz", dot},
		{"svg", "a picture", svg},
	}
}

// Write draws g.
func (f GraphFormat) Write(w io.Writer, g *Graph) error { return f.write(w, g) }

// graphColors are those of verdicts, for formats without style sheets: line and
// ground.
func graphColors(class string) (line, ground string) {
	switch class {
	case "violation":
		return "#b3202c", "#fbe9ea"
	case verdictFinding:
		return "#8a5300", "#fbf1e0"
	case "request-session":
		return "#1f5fbf", "#e8f0fc"
	case "startup":
		return "#1a7040", "#e5f5ec"
	case "singleton":
		return "#0f6f78", "#e2f4f5"
	case "background":
		return "#6b3fb5", "#f0eafb"
	case "factory":
		return "#7a5230", "#f6eee6"
	}
	return "#5c6774", "#eef1f4"
}

// mermaid writes a flowchart. Whatever could be syntax is an entity.
func mermaid(w io.Writer, g *Graph) error {
	var b strings.Builder
	b.WriteString("flowchart TD\n")
	fmt.Fprintf(&b, "  accTitle: %s\n", mermaidTitle(g.title))
	classes := map[string][]string{}
	var order []string
	for i, n := range g.nodes {
		open, end := "[", "]"
		switch n.shape {
		case shapeEntry:
			open, end = "([", "])"
		case shapeAcquired:
			open, end = "[(", ")]"
			if classes[n.class] == nil {
				order = append(order, n.class)
			}
			classes[n.class] = append(classes[n.class], fmt.Sprintf("n%d", i))
		}
		var lines []string
		for _, l := range n.lines {
			lines = append(lines, mermaidText(l))
		}
		fmt.Fprintf(&b, "  n%d%s\"%s\"%s\n", i, open, strings.Join(lines, "<br/>"), end)
	}
	for _, e := range g.edges {
		if e.via == "" {
			fmt.Fprintf(&b, "  n%d --> n%d\n", e.from, e.to)
			continue
		}
		fmt.Fprintf(&b, "  n%d -. \"%s\" .-> n%d\n", e.from, mermaidText(e.via), e.to)
	}
	for _, class := range order {
		line, ground := graphColors(class)
		fmt.Fprintf(&b, "  classDef %s fill:%s,stroke:%s,color:#1a2029\n", class, ground, line)
		fmt.Fprintf(&b, "  class %s %s\n", strings.Join(classes[class], ","), class)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func mermaidText(s string) string {
	var b strings.Builder
	for _, c := range s {
		if c > 0x7f || mermaidPlain(c) {
			b.WriteRune(c)
			continue
		}
		fmt.Fprintf(&b, "#%d;", c)
	}
	return b.String()
}

func mermaidPlain(c rune) bool {
	return c == ' ' || c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || strings.ContainsRune(`./()*,-_$:`, c)
}

// mermaidTitle stands outside of quotes and takes no entities: what could be
// syntax is left out.
func mermaidTitle(s string) string {
	return strings.Map(func(c rune) rune {
		if c > 0x7f || mermaidPlain(c) {
			return c
		}
		return ' '
	}, s)
}

// dot writes a graph in the language of Graphviz.
func dot(w io.Writer, g *Graph) error {
	var b strings.Builder
	b.WriteString("digraph sessionlint {\n")
	fmt.Fprintf(&b, "  graph [label=%s, labelloc=t, fontname=\"sans-serif\"];\n", dotText(g.title))
	b.WriteString("  node [shape=box, style=\"rounded,filled\", fillcolor=\"#f3f5f8\", color=\"#8a95a3\", fontname=\"monospace\", fontsize=11];\n")
	b.WriteString("  edge [color=\"#8a95a3\", fontname=\"sans-serif\", fontsize=10];\n")
	for i, n := range g.nodes {
		fmt.Fprintf(&b, "  n%d [label=%s%s];\n", i, dotText(n.lines...), dotShape(n))
	}
	for _, e := range g.edges {
		if e.via == "" {
			fmt.Fprintf(&b, "  n%d -> n%d;\n", e.from, e.to)
			continue
		}
		fmt.Fprintf(&b, "  n%d -> n%d [style=dashed, label=%s];\n", e.from, e.to, dotText(e.via))
	}
	b.WriteString("}\n")
	_, err := io.WriteString(w, b.String())
	return err
}

func dotShape(n graphNode) string {
	switch n.shape {
	case shapeEntry:
		return `, shape=box, peripheries=2, color="#1757b8"`
	case shapeAcquired:
		line, ground := graphColors(n.class)
		return fmt.Sprintf(", shape=cylinder, style=filled, color=%q, fillcolor=%q", line, ground)
	}
	return ""
}

// dotText is lines as one string: Graphviz takes a backslash for an escape.
func dotText(lines ...string) string {
	quoted := make([]string, len(lines))
	for i, l := range lines {
		quoted[i] = strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(l)
	}
	return `"` + strings.Join(quoted, `\n`) + `"`
}
