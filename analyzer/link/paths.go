package link

import (
	"slices"
	"sort"
)

// Paths is how a function is come to: from every function from which there is
// a way, the shortest one. Ways of a more direct level win over shorter ones.
type Paths struct {
	Level []Level           // by the function in which a way begins
	Calls []int32           // how many calls it has
	edge  []int32           // the first of them, as an index into the function's Out
	only  map[int32]passers // of a function from which there is only a way when one of them calls it
	to    int32
}

// PathsTo searches backwards from a function.
func (p *Program) PathsTo(f int32) *Paths {
	n := len(p.Funcs)
	w := &Paths{Level: make([]Level, n), Calls: make([]int32, n), edge: make([]int32, n), only: map[int32]passers{}, to: f}
	w.Level[f] = BySync
	all := []int32{f}
	for lv := BySync; lv <= ByGuard; lv++ {
		all = p.spreadBack(w, all, lv)
	}
	return w
}

// spreadBack extends the search by the edges of one level, breadth first, and
// returns everything from which there is a way so far.
func (p *Program) spreadBack(w *Paths, all []int32, lv Level) []int32 {
	var buckets [][]int32
	put := func(f int32) {
		n := int(w.Calls[f])
		for len(buckets) <= n {
			buckets = append(buckets, nil)
		}
		buckets[n] = append(buckets[n], f)
	}
	for _, f := range all {
		put(f)
	}
	for n := 0; n < len(buckets); n++ {
		sort.Slice(buckets[n], func(i, j int) bool { return buckets[n][i] < buckets[n][j] })
		for _, f := range buckets[n] {
			for _, in := range p.Funcs[f].In {
				if w.comes(p, in, f, lv) {
					all = append(all, in.From)
					put(in.From)
				}
			}
		}
	}
	return all
}

// comes notes the way from a caller of f, if this level takes the call and the
// caller has none yet.
func (w *Paths) comes(p *Program, in InEdge, f int32, lv Level) bool {
	if in.Guard && lv < ByGuard || in.Go && lv < ByGo {
		return false
	}
	var given passers // by whom in.From was passed what it hands on
	if only, ok := w.only[f]; ok {
		i := slices.IndexFunc(only, func(x passer) bool { return x.call == call{in.From, in.Edge} })
		if i < 0 {
			return false
		}
		given = only[i].given
	}
	passed := p.Funcs[in.From].Out[in.Edge].Passed
	if _, limited := w.only[in.From]; w.Level[in.From] != Unreached && (!limited || passed > 0 || given != nil) {
		return false
	}
	delete(w.only, in.From)
	if given != nil {
		w.only[in.From] = given
	}
	if passed > 0 {
		w.only[in.From] = p.passers[passed-1]
	}
	w.Level[in.From], w.Calls[in.From], w.edge[in.From] = lv, w.Calls[f]+1, in.Edge
	return true
}

// From is the way from a function, which it begins with.
func (w *Paths) From(p *Program, f int32) []Hop {
	var hops []Hop
	for f != w.to {
		e := &p.Funcs[f].Out[w.edge[f]]
		hops = append(hops, Hop{f, e})
		f = e.To
	}
	return append(hops, Hop{Func: f})
}
