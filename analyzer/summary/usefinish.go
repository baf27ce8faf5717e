package summary

import "sort"

// finish writes what was learned into the functions of the declaration.
func (d *declState) finish(b *builder) {
	reached := make([]map[*resNode]bool, len(d.records))
	for i, r := range d.records {
		reached[i] = reach(r.node)
	}
	for i, r := range d.records {
		d.finishRecord(b, r, reached[i], reached)
	}
	for _, g := range d.pending {
		c := &b.out.Funcs[g.fs.slot].Calls[g.call-1]
		if d.confirmed(g.facts, true) {
			c.Guard = NilGuard
		} else {
			c.Unset = b.str(d.unset(g.facts))
		}
	}
	d.finishParams(b)
}

// reach is where a resource arrives. The value is whether it arrives there as
// itself, rather than inside of something that may hold it.
func reach(n *resNode) map[*resNode]bool {
	seen := map[*resNode]bool{n: true}
	work := []*resNode{n}
	for len(work) > 0 {
		n := work[len(work)-1]
		work = work[:len(work)-1]
		for _, s := range n.succ {
			strong, ok := seen[s.n]
			now := seen[n] && !s.weak
			if !ok || now && !strong {
				seen[s.n] = now
				work = append(work, s.n)
			}
		}
	}
	return seen
}

func (d *declState) finishRecord(b *builder, r *resRecord, nodes map[*resNode]bool, all []map[*resNode]bool) {
	f := &b.out.Funcs[r.fs.slot]
	origin := Origin{Acq: uint32(r.acq), Call: uint32(r.call)}
	var use Use
	guard, forgotten := NoGuard, false
	results := map[int]bool{}
	passes := map[passRef]bool{}
	for n, itself := range nodes {
		use |= n.use
		if n.param && itself {
			use |= UseInstead // Have: if tx == nil { tx, err = db.Begin() }
		}
		for _, ret := range n.returns {
			if ret.fs == r.fs && itself {
				use |= UseReturned
				results[ret.index] = true
			} else {
				use |= UseStored // a closure returns what its maker obtained, or a value returns that holds it
			}
		}
		for _, p := range n.passes {
			passes[p] = true
		}
		for _, m := range n.stores {
			use |= UseStored
			if d.read[m] {
				guard = MapGuard
			}
			forgotten = forgotten || d.reset[m]
		}
	}
	if forgotten && guard == MapGuard {
		guard = NoGuard
	}
	if d.confirmed(r.facts, use&UseStored != 0) {
		guard = NilGuard
	}
	if r.makes != "" {
		if guard == NoGuard && use&UseStored == 0 {
			f.Makes = append(f.Makes, b.str(r.makes))
		}
		return
	}
	for _, i := range sortedInts(results) {
		f.Returns = append(f.Returns, Return{Result: uint8(min(i, 255)), Origin: origin})
	}
	for _, p := range sortedPasses(passes) {
		f.Passes = append(f.Passes, Pass{From: origin, Callee: p.callee, Arg: uint8(min(p.arg, 255))})
	}
	on := d.originOf(r, all)
	if r.acq > 0 {
		a := &f.Acqs[r.acq-1]
		a.Use, a.Guard, a.On = use, guard, on
		if guard == NilGuard {
			a.Holder = b.str(d.unset(r.facts))
		}
	} else {
		c := &f.Calls[r.call-1]
		c.Use, c.Guard, c.On = use, guard, on
		c.Renews = d.renews(b, r, use&UseStored != 0)
		if guard == NoGuard {
			c.Unset = b.str(d.unset(r.facts))
		}
	}
}

// originOf finds the record of the same function from which r's receiver comes.
func (d *declState) originOf(r *resRecord, all []map[*resNode]bool) Origin {
	for i, o := range d.records {
		if o == r || o.fs != r.fs || o.makes != "" {
			continue
		}
		for _, n := range r.on {
			if all[i][n.n] && !n.weak {
				return Origin{Acq: uint32(o.acq), Call: uint32(o.call)}
			}
		}
	}
	return Origin{}
}

// finishParams notes which parameters a function releases or passes on.
func (d *declState) finishParams(b *builder) {
	type param struct {
		ref  paramRef
		node *resNode
	}
	var ps []param
	for o, n := range d.objs {
		if ref, ok := b.params[o]; ok {
			ps = append(ps, param{ref, n})
		}
	}
	sort.Slice(ps, func(i, j int) bool {
		a, b := ps[i].ref, ps[j].ref
		return a.fn.slot < b.fn.slot || a.fn.slot == b.fn.slot && a.index < b.index
	})
	for _, p := range ps {
		f := &b.out.Funcs[p.ref.fn.slot]
		passes := map[passRef]bool{}
		var use Use
		for n := range reach(p.node) {
			use |= n.use
			for _, x := range n.passes {
				passes[x] = true
			}
		}
		if use&UseReleased != 0 {
			f.Ends = append(f.Ends, uint8(min(p.ref.index, 255)))
		}
		for _, x := range sortedPasses(passes) {
			f.Passes = append(f.Passes, Pass{Param: uint8(min(p.ref.index+1, 255)), Callee: x.callee, Arg: uint8(min(x.arg, 255))})
		}
	}
}

func sortedInts(m map[int]bool) []int {
	out := make([]int, 0, len(m))
	for i := range m {
		out = append(out, i)
	}
	sort.Ints(out)
	return out
}

func sortedPasses(m map[passRef]bool) []passRef {
	out := make([]passRef, 0, len(m))
	for p := range m {
		out = append(out, p)
	}
	sort.Slice(out, func(i, j int) bool {
		return out[i].callee < out[j].callee || out[i].callee == out[j].callee && out[i].arg < out[j].arg
	})
	return out
}
