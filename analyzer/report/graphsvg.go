package report

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// svgStyle follows the reader's choice of light or dark. It names no font that
// would have to be fetched.
const svgStyle = `
  text { font: 12px ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; fill: #1a2029; text-anchor: middle; }
  .main { font-weight: 600; }
  .rest, .label { fill: #556170; }
  .label { font: 11px system-ui, "DejaVu Sans", sans-serif; paint-order: stroke; stroke: #ffffff; stroke-width: 5px; }
  .ground { fill: #ffffff; }
  .box { fill: #f3f5f8; stroke: #8a95a3; stroke-width: 1.3; }
  .entry { stroke: #1757b8; stroke-width: 1.8; }
  .line { fill: none; stroke: #8a95a3; stroke-width: 1.5; marker-end: url(#arrow); }
  .dashed { stroke-dasharray: 5 4; }
  .head { fill: #8a95a3; }
  @media (prefers-color-scheme: dark) {
    text { fill: #e7ebf1; }
    .rest, .label { fill: #a2adbb; }
    .label { stroke: #0f1216; }
    .ground { fill: #0f1216; }
    .box { fill: #171b21; }
    .entry { stroke: #8ab8ff; }
    .acquired text { fill: #1a2029; }
    .acquired .rest { fill: #3c4653; }
  }
`

// svg draws the graph as a picture that stands alone.
func svg(w io.Writer, g *Graph) error {
	d := layOut(g)
	s := &svgWriter{}
	s.line(`<svg xmlns="http://www.w3.org/2000/svg" width="%.0f" height="%.0f" viewBox="0 0 %.0f %.0f" role="img" aria-labelledby="title">`, d.width, d.height, d.width, d.height)
	s.line(`<title id="title">%s</title>`, xmlText(g.title))
	s.line(`<style>%s</style>`, svgStyle)
	s.line(`<defs><marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path class="head" d="M0 0 8 4 0 8Z"/></marker></defs>`)
	s.line(`<rect class="ground" width="100%%" height="100%%"/>`)
	for _, l := range d.links {
		s.link(d, l)
	}
	for _, b := range d.boxes {
		if b.node >= 0 {
			s.box(g.nodes[b.node], b)
		}
	}
	s.buf.WriteString(s.labels.String())
	s.line("</svg>")
	_, err := io.WriteString(w, s.buf.String())
	return err
}

// svgWriter keeps labels apart: they stand on top of everything.
type svgWriter struct{ buf, labels strings.Builder }

func (s *svgWriter) line(format string, args ...any) {
	fmt.Fprintf(&s.buf, format, args...)
	s.buf.WriteByte('\n')
}

func (s *svgWriter) box(n graphNode, b box) {
	switch n.shape {
	case shapeAcquired:
		line, ground := graphColors(n.class)
		s.line(`<g class="acquired"><title>%s</title>`, xmlText(strings.Join(n.lines, "\n")))
		s.line(`<path d="%s" fill="%s" stroke="%s" stroke-width="1.6"/>`, cylinderPath(b), ground, line)
	case shapeEntry:
		s.line(`<g><title>%s</title>`, xmlText(strings.Join(n.lines, "\n")))
		s.line(`<rect class="box entry" x="%.1f" y="%.1f" width="%.1f" height="%.1f" rx="%.1f"/>`, b.x, b.y, b.w, b.h, b.h/2)
	default:
		s.line(`<g><title>%s</title>`, xmlText(strings.Join(n.lines, "\n")))
		s.line(`<rect class="box" x="%.1f" y="%.1f" width="%.1f" height="%.1f" rx="7"/>`, b.x, b.y, b.w, b.h)
	}
	top := b.y + nodePad/2
	if n.shape == shapeAcquired {
		top += lid
	}
	for i, l := range n.lines {
		class := "main"
		if i > 0 {
			class = "rest"
		}
		s.line(`<text class="%s" x="%.1f" y="%.1f">%s</text>`, class, b.x+b.w/2, top+lineHeight*(float64(i)+.75), xmlText(shorten(l)))
	}
	s.line("</g>")
}

// cylinderPath is the sign of a database around a box.
func cylinderPath(b box) string {
	const bend = 6
	b.y, b.h = b.y+bend, b.h-2*bend
	return fmt.Sprintf("M%.1f %.1fv%.1fc0 %d %.1f %d %.1f 0v%.1fc0 %d %.1f %d %.1f 0c0 %d %.1f %d %.1f 0",
		b.x, b.y, b.h, bend, b.w, bend, b.w, -b.h, -bend, -b.w, -bend, -b.w, bend, b.w, bend, b.w)
}

// link draws an edge as a curve through the points on its way. One that leads
// up, or to the same layer, goes around on the right.
func (s *svgWriter) link(d *drawing, l link) {
	class := "line"
	if l.edge.via != "" {
		class = "line dashed"
	}
	from, to := d.boxes[l.via[0]], d.boxes[l.via[len(l.via)-1]]
	if from.layer >= to.layer {
		x1, y1, x2, y2 := from.x+from.w, from.y+from.h/2, to.x+to.w, to.y+to.h/2
		out := d.rightOf(to.layer, from.layer) + 2*gapX
		s.line(`<path class="%s" d="M%.1f %.1fC%.1f %.1f %.1f %.1f %.1f %.1f"/>`, class, x1, y1, out, y1, out, y2, x2, y2)
		s.label(l, (out*3+min(x1, x2))/4, (y1+y2)/2)
		return
	}
	path := ""
	var lx, ly float64
	for i := range len(l.via) - 1 {
		a, b := d.boxes[l.via[i]], d.boxes[l.via[i+1]]
		x1, y1, x2, y2 := a.x+a.w/2, a.y+a.h, b.x+b.w/2, b.y
		if i == 0 {
			path = fmt.Sprintf("M%.1f %.1f", x1, y1)
			lx, ly = x1+.84*(x2-x1), y1+.7*(y2-y1) // near its end, where few others are
		} else {
			path += fmt.Sprintf("L%.1f %.1f", x1, y1)
		}
		mid := (y1 + y2) / 2
		path += fmt.Sprintf("C%.1f %.1f %.1f %.1f %.1f %.1f", x1, mid, x2, mid, x2, y2)
	}
	s.line(`<path class="%s" d="%s"/>`, class, path)
	s.label(l, lx, ly)
}

func (s *svgWriter) label(l link, x, y float64) {
	if l.edge.via != "" {
		fmt.Fprintf(&s.labels, "<text class=\"label\" x=\"%.1f\" y=\"%.1f\">%s</text>\n", x, y, xmlText(shorten(l.edge.via)))
	}
}

// shorten leaves out the middle of a long line: its ends tell most.
func shorten(s string) string {
	if utf8.RuneCountInString(s) <= textMost {
		return s
	}
	r := []rune(s)
	const head = textMost / 3
	return string(r[:head]) + "…" + string(r[len(r)-(textMost-head-1):])
}

func xmlText(s string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;").Replace(s)
}
