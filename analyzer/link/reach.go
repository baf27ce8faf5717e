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
}

// Hop is one step of a chain: a function and the edge by which it goes on.
type Hop struct {
	Func int32
	Edge *Edge // to the next hop; nil at the last
}

// ReachFrom searches from the entry points for which want holds.
func (p *Program) ReachFrom(want func(EntryPoint) bool) *Reach {
	return p.reach(want, func(int32) bool { return false })
}

// ReachPast is ReachFrom without what is reached only by calls of the functions
// in a set.
func ReachPast[T any](p *Program, want func(EntryPoint) bool, apart map[int32]T) *Reach {
	return p.reach(want, func(f int32) bool { _, is := apart[f]; return is })
}

func (p *Program) reach(want func(EntryPoint) bool, apart func(int32) bool) *Reach {
	n := len(p.Funcs)
	r := &Reach{Level: make([]Level, n), from: make([]int32, n), edge: make([]int32, n), entry: make([]int32, n), hops: make([]int32, n)}
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
		all = p.spread(r, all, lv, apart)
	}
	return r
}

// spread extends the search by the edges of one level, breadth first, and
// returns everything reached so far.
func (p *Program) spread(r *Reach, all []int32, lv Level, apart func(int32) bool) []int32 {
	buckets := [][]int32{}
	put := func(f int32) {
		h := int(r.hops[f])
		for len(buckets) <= h {
			buckets = append(buckets, nil)
		}
		buckets[h] = append(buckets[h], f)
	}
	for _, f := range all {
		put(f)
	}
	for h := 0; h < len(buckets); h++ {
		sort.Slice(buckets[h], func(i, j int) bool { return buckets[h][i] < buckets[h][j] })
		for _, f := range buckets[h] {
			for ei, e := range p.Funcs[f].Out {
				if r.Level[e.To] != Unreached || apart(e.To) && !e.Go || e.Guard && lv < ByGuard || e.Go && lv < ByGo {
					continue
				}
				r.Level[e.To], r.from[e.To], r.edge[e.To], r.hops[e.To] = lv, f, int32(ei), r.hops[f]+1
				all = append(all, e.To)
				put(e.To)
			}
		}
	}
	return all
}

// Chain is the shortest chain from an entry point to f, entry first.
func (p *Program) Chain(r *Reach, f int32) (EntryPoint, []Hop) {
	hops := []Hop{{Func: f}}
	for r.from[f] >= 0 {
		g := r.from[f]
		hops = append(hops, Hop{Func: g, Edge: &p.Funcs[g].Out[r.edge[f]]})
		f = g
	}
	for i, j := 0, len(hops)-1; i < j; i, j = i+1, j-1 {
		hops[i], hops[j] = hops[j], hops[i]
	}
	return p.Entries[r.entry[f]], hops
}

// EntriesReaching lists the entry points of the wanted kind that reach f
// without passing a guard (and, unless goes, without a go statement).
func (p *Program) EntriesReaching(f int32, goes bool, want func(EntryPoint) bool) []int32 {
	seen := map[int32]bool{f: true}
	work := []int32{f}
	for len(work) > 0 {
		g := work[len(work)-1]
		work = work[:len(work)-1]
		for _, in := range p.Funcs[g].In {
			if !seen[in.From] && !in.Guard && (goes || !in.Go) {
				seen[in.From] = true
				work = append(work, in.From)
			}
		}
	}
	var out []int32
	for i, e := range p.Entries {
		if seen[e.Func] && want(e) {
			out = append(out, int32(i))
		}
	}
	return out
}
