package query

import (
	"slices"

	"github.com/sessionlint/sessionlint/analyzer/catalog"
	"github.com/sessionlint/sessionlint/analyzer/link"
	"github.com/sessionlint/sessionlint/analyzer/summary"
)

// most is where counting ends: nobody asks whether it is 1,000 or 1,001.
const most = 1000

// weight is how many sessions a function and what it waits for takes at most,
// with each loop and each recursion run through once.
type weight struct {
	n    int
	loop bool
}

func (w weight) plus(v weight) weight { return weight{min(w.n+v.n, most), w.loop || v.loop} }

func (w weight) or(v weight) weight { return weight{max(w.n, v.n), w.loop || v.loop} }

// counts reports whether a site is a session that every pass takes anew: not a
// savepoint, not what a goroutine takes, not what its callers are asked about.
func (p *program) counts(s site) bool {
	a := &p.q.in.Report.Acquisitions[s.index]
	return s.guard() == summary.NoGuard && s.mode() != summary.Go && a.Verdict != "singleton" &&
		(s.acq == nil || !s.acq.Nested) && !p.handedOut(s)
}

// onDemand reports whether a site is a session that begins on first use and is
// kept by a value that is used from then on.
func (p *program) onDemand(s site) bool {
	return s.acq != nil && s.guard() == summary.NilGuard && !poolOrConn(s.acq.Kind) &&
		p.q.in.Report.Acquisitions[s.index].Verdict != "singleton"
}

func poolOrConn(k catalog.Kind) bool { return k == catalog.Pool || k == catalog.Conn }

// weigh weighs every function. Calls that go to one of several functions take
// what the greediest of them takes.
func (p *program) weigh() []weight {
	t := &weigher{p: p, out: make([]weight, len(p.Funcs)), index: make([]int32, len(p.Funcs)), low: make([]int32, len(p.Funcs)), on: make([]bool, len(p.Funcs))}
	for f := range p.Funcs {
		if t.index[f] == 0 {
			t.visit(int32(f))
		}
	}
	return t.out
}

// weigher is Tarjan's algorithm: it comes to functions that call each other as
// one, and to what they call first.
type weigher struct {
	p          *program
	out        []weight
	index, low []int32
	on         []bool
	stack      []int32
	next       int32
}

func (t *weigher) visit(f int32) {
	t.next++
	t.index[f], t.low[f], t.on[f] = t.next, t.next, true
	t.stack = append(t.stack, f)
	for _, e := range t.p.Funcs[f].Out {
		switch {
		case !waitsFor(e):
		case t.index[e.To] == 0:
			t.visit(e.To)
			t.low[f] = min(t.low[f], t.low[e.To])
		case t.on[e.To]:
			t.low[f] = min(t.low[f], t.index[e.To])
		}
	}
	if t.low[f] != t.index[f] {
		return
	}
	i := slices.Index(t.stack, f)
	ring := slices.Clone(t.stack[i:])
	t.stack = t.stack[:i]
	t.weighRing(ring)
	for _, g := range ring {
		t.on[g] = false
	}
}

func waitsFor(e link.Edge) bool { return !e.Go && !e.Guard }

// weighRing weighs functions that call each other: what the greediest takes on
// one round. When they do so by plain calls, that is a recursion, and each
// round takes it again. Through interfaces it is rather one handler in another.
func (t *weigher) weighRing(ring []int32) {
	var w weight
	recursive := false
	for _, f := range ring {
		one := t.own(f)
		out := t.p.Funcs[f].Out
		for i := 0; i < len(out); {
			j := i
			for j < len(out) && out[j].Call == out[i].Call {
				if waitsFor(out[j]) && out[j].Via == link.ViaStatic && t.on[out[j].To] {
					recursive = true
				}
				j++
			}
			one = one.plus(t.call(f, out[i:j]))
			i = j
		}
		w = w.or(one)
	}
	if recursive && w.n > 0 {
		w.loop = true
	}
	for _, f := range ring {
		t.out[f] = w
	}
}

func (t *weigher) own(f int32) weight {
	var w weight
	for _, s := range t.p.sites[f] {
		if t.p.counts(s) {
			w = w.plus(weight{1, s.inLoop()})
		}
	}
	return w
}

// call weighs the edges of one call: what is called, and what it calls back.
func (t *weigher) call(f int32, edges []link.Edge) weight {
	var direct, back weight
	for _, e := range edges {
		if !waitsFor(e) || t.on[e.To] {
			continue
		}
		if e.Via == link.ViaCallback {
			back = back.or(t.out[e.To])
		} else {
			direct = direct.or(t.out[e.To])
		}
	}
	w := direct.plus(back)
	if w.n > 0 && t.p.Funcs[f].Sum.Calls[edges[0].Call].InLoop {
		w.loop = true
	}
	return w
}
