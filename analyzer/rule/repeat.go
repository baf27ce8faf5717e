package rule

import (
	"github.com/sessionlint/sessionlint/analyzer/link"
	"github.com/sessionlint/sessionlint/analyzer/summary"
)

// A provider is approved once for each request. It runs more than once for sure
// when one function of the request calls, on one path, two functions that lead
// to it:
//
//	func (h *Handler) Save(…) {
//		h.orders.Add(ctx)  // … → provider
//		h.stock.Take(ctx)  // … → provider
//	}
//
// Where a call may go elsewhere, or stands in a branch of what is called, nothing
// is said: it may be the other branch that runs.

// again reports whether the call of a provider at a site, or the acquisition in
// its body, is the second one of some request.
func (r *reaches) again(s *site, e *approvalEntry) bool {
	provider, goal := r.p.Declaration(s.fn), r.p.Declaration(s.fn)
	if s.call >= 0 && !e.names(s.function()) {
		provider = r.p.Lookup(s.symbol)
		c := &r.p.Funcs[s.fn].Sum.Calls[s.call]
		if r.p.Funcs[s.fn].Parent >= 0 || provider < 0 {
			return false
		}
		if r.followed(s.fn, uint32(s.call+1), r.leading(provider)) {
			return true // the first one stands before it
		}
		if goal = s.fn; !c.Plain {
			return false
		}
	}
	if provider < 0 {
		return false
	}
	first, second := r.leading(provider), r.leading(goal)
	for f := range r.p.Funcs {
		if r.both.Level[f] != link.BySync {
			continue
		}
		for c := range r.p.Funcs[f].Sum.Calls {
			if r.certain(int32(f), int32(c), second) && r.followed(int32(f), uint32(c+1), first) {
				return true
			}
		}
	}
	return false
}

// followed reports whether, whenever a call of f runs, another one that leads on
// has run.
func (r *reaches) followed(f int32, call uint32, leads map[int32]bool) bool {
	calls := r.p.Funcs[f].Sum.Calls
	for at := calls[call-1].After; at > 0; at = calls[at-1].After {
		if r.certain(f, int32(at-1), leads) {
			return true
		}
	}
	return false
}

// leading are the functions that run another one whenever they run to their end,
// itself included.
func (r *reaches) leading(to int32) map[int32]bool {
	if known := r.leads[to]; known != nil {
		return known
	}
	leads := map[int32]bool{to: true}
	for work := []int32{to}; len(work) > 0; {
		g := work[len(work)-1]
		work = work[:len(work)-1]
		for _, in := range r.p.Funcs[g].In {
			if leads[in.From] {
				continue
			}
			e := &r.p.Funcs[in.From].Out[in.Edge]
			if r.p.Funcs[in.From].Sum.Calls[e.Call].Plain && r.certain(in.From, e.Call, leads) {
				leads[in.From] = true
				work = append(work, in.From)
			}
		}
	}
	r.leads[to] = leads
	return leads
}

// certain reports whether a call waits for what it calls, and goes nowhere but to
// functions of a set.
func (r *reaches) certain(f, call int32, set map[int32]bool) bool {
	if r.p.Funcs[f].Sum.Calls[call].Mode != summary.Sync {
		return false
	}
	found := false
	for i := range r.p.Funcs[f].Out {
		e := &r.p.Funcs[f].Out[i]
		if e.Call != call || e.Via == link.ViaCallback {
			continue
		}
		if e.Go || e.Guard || !set[e.To] {
			return false
		}
		found = true
	}
	return found
}
