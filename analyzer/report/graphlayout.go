package report

import (
	"cmp"
	"slices"
	"unicode/utf8"
)

// Sizes of a drawing in pixels. The width of a character is that of the widest
// common monospaced faces at this size.
const (
	charWidth  = 7.4
	nodePad    = 16.0
	lineHeight = 17.0
	gapX       = 26.0
	gapY       = 46.0
	border     = 18.0
	textMost   = 64 // characters of a line that are shown
	sweeps     = 6
)

// drawing is a graph in layers: every edge leads from one layer to the next,
// long ones by way of points without a box. Calls that lead back up are drawn
// up.
type drawing struct {
	boxes         []box
	layers        [][]int // boxes from left to right
	links         []link
	width, height float64
}

// box is a node, or a point on the way of a long edge, whose node is -1.
type box struct {
	node       int
	layer      int
	x, y, w, h float64
}

// link is an edge with the boxes on its way.
type link struct {
	edge graphEdge
	via  []int
}

func layOut(g *Graph) *drawing {
	d := &drawing{}
	layer, walk := layersOf(g)
	d.boxes = make([]box, len(g.nodes))
	d.layers = make([][]int, slices.Max(layer)+1)
	for _, i := range walk { // in this order the lines of a tree do not cross
		n := g.nodes[i]
		d.boxes[i] = box{node: i, layer: layer[i], w: nodeWidth(n), h: nodeHeight(n)}
		d.layers[layer[i]] = append(d.layers[layer[i]], i)
	}
	for _, e := range g.edges {
		d.link(e, layer[e.from], layer[e.to])
	}
	for range sweeps {
		d.untangle()
	}
	d.place()
	return d
}

func (d *drawing) add(b box) int {
	d.boxes = append(d.boxes, b)
	d.layers[b.layer] = append(d.layers[b.layer], len(d.boxes)-1)
	return len(d.boxes) - 1
}

func (d *drawing) link(e graphEdge, from, to int) {
	l := link{edge: e, via: []int{e.from}}
	for at := from + 1; at < to; at++ {
		l.via = append(l.via, d.add(box{node: -1, layer: at, w: 4, h: 0}))
	}
	l.via = append(l.via, e.to)
	d.links = append(d.links, l)
}

// lid is how much of a cylinder stands above its text.
const lid = 9.0

func nodeHeight(n graphNode) float64 {
	h := nodePad + lineHeight*float64(len(n.lines))
	if n.shape == shapeAcquired {
		h += lid
	}
	return h
}

func nodeWidth(n graphNode) float64 {
	most := 0
	for _, l := range n.lines {
		most = max(most, min(utf8.RuneCountInString(l), textMost))
	}
	return 2*nodePad + charWidth*float64(most)
}

// layersOf puts each node below all that call it; calls that lead back to where
// they come from do not count. The walk is the nodes as one meets them.
func layersOf(g *Graph) (layer, walk []int) {
	out := make([][]int, len(g.nodes)) // edges by node
	called := make([]bool, len(g.nodes))
	for i, e := range g.edges {
		out[e.from] = append(out[e.from], i)
		called[e.to] = true
	}
	const (
		unseen = iota
		open
		done
	)
	state := make([]int, len(g.nodes))
	var order []int // of nodes, callers last
	back := make([]bool, len(g.edges))
	var visit func(n int)
	visit = func(n int) {
		state[n] = open
		walk = append(walk, n)
		for _, i := range out[n] {
			switch state[g.edges[i].to] {
			case unseen:
				visit(g.edges[i].to)
			case open:
				back[i] = true
			}
		}
		state[n] = done
		order = append(order, n)
	}
	for _, first := range []bool{true, false} { // what nothing calls comes first
		for n := range g.nodes {
			if state[n] == unseen && called[n] != first {
				visit(n)
			}
		}
	}
	layer = make([]int, len(g.nodes))
	for _, n := range slices.Backward(order) {
		for _, i := range out[n] {
			if !back[i] {
				to := g.edges[i].to
				layer[to] = max(layer[to], layer[n]+1)
			}
		}
	}
	return layer, walk
}

// untangle orders each layer by where its neighbours in the layer above stand,
// so that fewer lines cross.
func (d *drawing) untangle() {
	at := make([]int, len(d.boxes)) // place of a box in its layer
	for _, l := range d.layers {
		for i, b := range l {
			at[b] = i
		}
	}
	above, _ := d.neighbours()
	for _, layer := range d.layers {
		mean := map[int]float64{}
		for _, b := range layer {
			mean[b] = meanPlace(above[b], at, at[b])
		}
		slices.SortStableFunc(layer, func(a, b int) int { return cmp.Compare(mean[a], mean[b]) })
		for i, b := range layer {
			at[b] = i
		}
	}
}

func (d *drawing) neighbours() (above, below [][]int) {
	above, below = make([][]int, len(d.boxes)), make([][]int, len(d.boxes))
	for _, l := range d.links {
		for i := range len(l.via) - 1 {
			from, to := l.via[i], l.via[i+1]
			if d.boxes[from].layer < d.boxes[to].layer {
				above[to] = append(above[to], from)
				below[from] = append(below[from], to)
			}
		}
	}
	return above, below
}

func meanPlace(near, at []int, own int) float64 {
	if len(near) == 0 {
		return float64(own)
	}
	sum := 0
	for _, n := range near {
		sum += at[n]
	}
	return float64(sum) / float64(len(near))
}

// place gives every box its position: layers one below the other, each box near
// the middle of what it is linked with.
func (d *drawing) place() {
	d.placeLayers()
	above, below := d.neighbours()
	for range sweeps {
		for _, l := range d.layers {
			d.spread(l, above)
		}
		for _, l := range slices.Backward(d.layers) {
			d.spread(l, below)
		}
	}
	left, right := d.boxes[0].x, 0.0
	for _, b := range d.boxes {
		left, right = min(left, b.x), max(right, b.x+b.w)
	}
	for i := range d.boxes {
		d.boxes[i].x += border - left
	}
	d.width = right - left + 2*border
	for _, l := range d.links {
		if d.boxes[l.edge.from].layer >= d.boxes[l.edge.to].layer {
			d.width = max(d.width, d.rightOf(0, len(d.layers)-1)+3*gapX)
		}
	}
}

// rightOf is where the boxes of some layers end on the right.
func (d *drawing) rightOf(first, last int) float64 {
	right := 0.0
	for _, l := range d.layers[first : last+1] {
		for _, b := range l {
			right = max(right, d.boxes[b].x+d.boxes[b].w)
		}
	}
	return right
}

// placeLayers puts the boxes of each layer side by side.
func (d *drawing) placeLayers() {
	y := border
	for _, l := range d.layers {
		x, tallest := 0.0, 0.0
		for _, b := range l {
			d.boxes[b].x, d.boxes[b].y = x, y
			x += d.boxes[b].w + gapX
			tallest = max(tallest, d.boxes[b].h)
		}
		for _, b := range l {
			if d.boxes[b].node < 0 { // the line passes through the whole layer
				d.boxes[b].h = tallest
			}
		}
		y += tallest + gapY
	}
	d.height = y - gapY + border
}

// spread moves the boxes of a layer to the middle of their neighbours, as far
// as their order and the gaps between them let it. Pushing to the right and
// pushing to the left are averaged, so that neither side gains.
func (d *drawing) spread(layer []int, near [][]int) {
	n := len(layer)
	want, right, left := make([]float64, n), make([]float64, n), make([]float64, n)
	for i, b := range layer {
		want[i] = d.boxes[b].x
		if len(near[b]) > 0 {
			sum := 0.0
			for _, o := range near[b] {
				sum += d.boxes[o].x + d.boxes[o].w/2
			}
			want[i] = sum/float64(len(near[b])) - d.boxes[b].w/2
		}
	}
	for i := range layer {
		right[i] = want[i]
		if i > 0 {
			right[i] = max(want[i], right[i-1]+d.boxes[layer[i-1]].w+gapX)
		}
		j := n - 1 - i
		left[j] = want[j]
		if j < n-1 {
			left[j] = min(want[j], left[j+1]-d.boxes[layer[j]].w-gapX)
		}
	}
	for i, b := range layer {
		d.boxes[b].x = (left[i] + right[i]) / 2
	}
}
