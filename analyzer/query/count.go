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

// weigher weighs functions, as they are entered, when they are asked for. It is
// Tarjan's algorithm: it comes to functions that call each other as one, and to
// what they call first.
type weigher struct {
	p          *program
	out        map[link.At]weight
	index, low map[link.At]int32
	on         map[link.At]bool
	stack      []link.At
}

func (p *program) weigher() *weigher {
	return &weigher{p: p, out: map[link.At]weight{}, index: map[link.At]int32{}, low: map[link.At]int32{}, on: map[link.At]bool{}}
}

// of weighs what begins in a function. Calls that go to one of several functions
// take what the greediest of them takes.
func (t *weigher) of(f int32) weight {
	a := link.At{Func: f}
	if t.index[a] == 0 {
		t.visit(a)
	}
	return t.out[a]
}

// next is what a function waits for by an edge of it.
func (t *weigher) next(a link.At, e *link.Edge) (link.At, bool) {
	if e.Go || e.Guard {
		return link.At{}, false
	}
	return t.p.Next(a, e)
}

func (t *weigher) visit(a link.At) {
	n := int32(len(t.index) + 1)
	t.index[a], t.low[a], t.on[a] = n, n, true
	t.stack = append(t.stack, a)
	out := t.p.Funcs[a.Func].Out
	for i := range out {
		b, ok := t.next(a, &out[i])
		switch {
		case !ok:
		case t.index[b] == 0:
			t.visit(b)
			t.low[a] = min(t.low[a], t.low[b])
		case t.on[b]:
			t.low[a] = min(t.low[a], t.index[b])
		}
	}
	if t.low[a] != t.index[a] {
		return
	}
	i := slices.Index(t.stack, a)
	ring := slices.Clone(t.stack[i:])
	t.stack = t.stack[:i]
	t.weighRing(ring)
	for _, b := range ring {
		t.on[b] = false
	}
}

// weighRing weighs functions that call each other: what the greediest takes on
// one round. When they do so by plain calls, that is a recursion, and each
// round takes it again. Through interfaces it is rather one handler in another.
func (t *weigher) weighRing(ring []link.At) {
	var w weight
	recursive := false
	for _, a := range ring {
		one := t.own(a.Func)
		out := t.p.Funcs[a.Func].Out
		for i := 0; i < len(out); {
			j := i
			for j < len(out) && out[j].Call == out[i].Call {
				if b, ok := t.next(a, &out[j]); ok && out[j].Via == link.ViaStatic && t.on[b] {
					recursive = true
				}
				j++
			}
			one = one.plus(t.call(a, out[i:j]))
			i = j
		}
		w = w.or(one)
	}
	if recursive && w.n > 0 {
		w.loop = true
	}
	for _, a := range ring {
		t.out[a] = w
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
func (t *weigher) call(a link.At, edges []link.Edge) weight {
	var direct, back weight
	for i := range edges {
		b, ok := t.next(a, &edges[i])
		if !ok || t.on[b] {
			continue
		}
		if edges[i].Via == link.ViaCallback {
			back = back.or(t.out[b])
		} else {
			direct = direct.or(t.out[b])
		}
	}
	w := direct.plus(back)
	if w.n > 0 && t.p.Funcs[a.Func].Sum.Calls[edges[0].Call].InLoop {
		w.loop = true
	}
	return w
}
