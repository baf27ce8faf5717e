package link

import "sort"

// Level says how a function is reached from a set of entry points, the most
// direct way first.
type Level uint8

const (
	Unreached Level = iota
	BySync          // by calls that the entry point waits for
	ByGo            // only through a go statement
	ByGuard         // only behind a guard that runs it once
)

// Reach is what a set of entry points reaches, with the shortest chain to
// each function. Chains of a more direct level win over shorter ones.
type Reach struct {
	Level []Level
	from  []int32 // calling function; -1 for an entry point
	edge  []int32 // index into the caller's Out
	entry []int32 // entry point of a root
	hops  []int32
	by    map[int32][]call // of a function behind an edge that depends on the calls before it: those calls, the nearest first
}

// Hop is one step of a chain: a function and the edge by which it goes on.
type Hop struct {
	Func int32
	Edge *Edge // to the next hop; nil at the last
}

// ReachFrom searches from the entry points for which want holds.
func (p *Program) ReachFrom(want func(EntryPoint) bool) *Reach {
	return p.reach(want, func(*Edge) bool { return false })
}

// ReachPast is ReachFrom without what is reached only by edges for which past
// holds.
func (p *Program) ReachPast(want func(EntryPoint) bool, past func(*Edge) bool) *Reach {
	return p.reach(want, past)
}

func (p *Program) reach(want func(EntryPoint) bool, past func(*Edge) bool) *Reach {
	n := len(p.Funcs)
	r := &Reach{Level: make([]Level, n), from: make([]int32, n), edge: make([]int32, n), entry: make([]int32, n), hops: make([]int32, n), by: map[int32][]call{}}
	var all []int32
	for i, e := range p.Entries {
		if !want(e) {
			continue
		}
		if r.Level[e.Func] != Unreached {
			if old := p.Entries[r.entry[e.Func]]; old.Route == "" && e.Route != "" {
				r.entry[e.Func] = int32(i)
			}
			continue
		}
		r.Level[e.Func], r.from[e.Func], r.entry[e.Func] = BySync, -1, int32(i)
		all = append(all, e.Func)
	}
	for lv := BySync; lv <= ByGuard; lv++ {
		all = p.spread(r, all, lv, past)
	}
	return r
}

// spread extends the search by the edges of one level, breadth first, and
// returns everything reached so far.
func (p *Program) spread(r *Reach, all []int32, lv Level, past func(*Edge) bool) []int32 {
	t := &spreading{p: p, r: r, all: all, lv: lv, past: past}
	for _, f := range all {
		t.put(f)
	}
	for h := 0; h < len(t.buckets); h++ {
		sort.Slice(t.buckets[h], func(i, j int) bool { return t.buckets[h][i] < t.buckets[h][j] })
		for _, f := range t.buckets[h] {
			for ei := range p.Funcs[f].Out {
				if t.follow(call{f, int32(ei)}) {
					t.put(p.Funcs[f].Out[ei].To)
				}
			}
		}
		if h == len(t.buckets)-1 {
			t.again()
		}
	}
	return t.all
}

// spreading is one level of a search.
type spreading struct {
	p       *Program
	r       *Reach
	all     []int32
	lv      Level
	past    func(*Edge) bool
	buckets [][]int32 // functions by their distance
	blocked []call    // edges that depend on calls which were not reached yet
}

func (t *spreading) put(f int32) {
	h := int(t.r.hops[f])
	for len(t.buckets) <= h {
		t.buckets = append(t.buckets, nil)
	}
	t.buckets[h] = append(t.buckets[h], f)
}

// goes reports whether this level follows an edge.
func (t *spreading) goes(e *Edge) bool {
	return (!e.Guard || t.lv >= ByGuard) && (!e.Go || t.lv >= ByGo)
}

// follow takes an edge, if this level does, to a function that was not reached yet.
func (t *spreading) follow(c call) bool {
	r, e := t.r, &t.p.Funcs[c.fn].Out[c.edge]
	if r.Level[e.To] != Unreached || t.past(e) || !t.goes(e) {
		return false
	}
	by, ok := t.p.taken(e, r.from[c.fn] < 0, func(c call) bool {
		return r.Level[c.fn] != Unreached && t.goes(&t.p.Funcs[c.fn].Out[c.edge])
	})
	if !ok {
		t.blocked = append(t.blocked, c)
		return false
	}
	r.Level[e.To], r.from[e.To], r.edge[e.To], r.hops[e.To] = t.lv, c.fn, c.edge, r.hops[c.fn]+1
	if by != nil {
		r.by[e.To], r.hops[e.To] = by, r.hops[by[len(by)-1].fn]+int32(len(by))+1
	}
	t.all = append(t.all, e.To)
	return true
}

// again tries the blocked edges when everything else is done; what they reach
// counts as farther than the rest.
func (t *spreading) again() {
	blocked := t.blocked
	t.blocked = nil
	last := len(t.buckets)
	for _, c := range blocked {
		if t.follow(c) {
			f := t.p.Funcs[c.fn].Out[c.edge].To
			t.r.hops[f] = max(t.r.hops[f], int32(last))
			t.put(f)
		}
	}
}

// Chain is the shortest chain from an entry point to f, entry first.
func (p *Program) Chain(r *Reach, f int32) (EntryPoint, []Hop) {
	hops := []Hop{{Func: f}}
	for r.from[f] >= 0 {
		g := r.from[f]
		hops = append(hops, Hop{Func: g, Edge: &p.Funcs[g].Out[r.edge[f]]})
		for _, c := range r.by[f] {
			g = c.fn
			hops = append(hops, Hop{Func: g, Edge: &p.Funcs[g].Out[c.edge]})
		}
		f = g
	}
	for i, j := 0, len(hops)-1; i < j; i, j = i+1, j-1 {
		hops[i], hops[j] = hops[j], hops[i]
	}
	return p.Entries[r.entry[f]], hops
}

// Acquires reports whether a function, or anything that it calls, acquires.
func (p *Program) Acquires(f int32) bool {
	seen := map[int32]bool{f: true}
	for work := []int32{f}; len(work) > 0; {
		g := p.Funcs[work[len(work)-1]]
		work = work[:len(work)-1]
		if len(g.Sum.Acqs) > 0 || len(g.Acquire) > 0 {
			return true
		}
		for _, e := range g.Out {
			if !seen[e.To] {
				seen[e.To] = true
				work = append(work, e.To)
			}
		}
	}
	return false
}

// EntriesReaching lists the entry points of the wanted kind that reach f
// without passing a guard (and, unless goes, without a go statement).
func (p *Program) EntriesReaching(f int32, goes bool, want func(EntryPoint) bool) []int32 {
	seen := map[int32]bool{f: true}
	begins := map[int32]bool{} // reaches f if execution begins in it
	work := []int32{f}
	come := func(in call) {
		e := &p.Funcs[in.fn].Out[in.edge]
		if !seen[in.fn] && !e.Guard && (goes || !e.Go) {
			seen[in.fn] = true
			work = append(work, in.fn)
		}
	}
	for len(work) > 0 {
		g := work[len(work)-1]
		work = work[:len(work)-1]
		for _, in := range p.Funcs[g].In {
			switch e := &p.Funcs[in.From].Out[in.Edge]; {
			case e.Passed == 0:
				come(call{in.From, in.Edge})
			case !e.Guard && (goes || !e.Go):
				begins[in.From] = true
				p.passers[e.Passed-1].begin(begins, come)
			}
		}
	}
	var out []int32
	for i, e := range p.Entries {
		if (seen[e.Func] || begins[e.Func]) && want(e) {
			out = append(out, int32(i))
		}
	}
	return out
}

// begin goes back over the calls that pass something, to where execution may begin.
func (ps passers) begin(begins map[int32]bool, come func(call)) {
	for _, x := range ps {
		if x.given == nil {
			come(x.call)
			continue
		}
		begins[x.fn] = true
		x.given.begin(begins, come)
	}
}
