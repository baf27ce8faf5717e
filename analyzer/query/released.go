package query

import (
	"maps"
	"slices"
	"strings"

	"github.com/sessionlint/sessionlint/analyzer/catalog"
	"github.com/sessionlint/sessionlint/analyzer/link"
	"github.com/sessionlint/sessionlint/analyzer/rule"
	"github.com/sessionlint/sessionlint/analyzer/summary"
)

func served(e link.EntryPoint) bool { return e.Kind == catalog.Request || e.Kind == catalog.Stream }

// released says of what an entry point takes where it is given back. seen are
// the functions that it comes to.
func (p *program) released(list []rule.Taken, seen map[int32][]come) {
	funcs := slices.Sorted(maps.Keys(seen))
	for i := range list {
		t := &list[i]
		for _, f := range funcs {
			for _, s := range p.sites[f] {
				a := &p.q.in.Report.Acquisitions[s.index]
				if t.Released == nil && a.Position == t.Position && a.Symbol == t.Symbol {
					t.Released = p.release(s, t.OnDemand, funcs)
				}
			}
		}
	}
}

func (p *program) release(s site, onDemand bool, funcs []int32) *rule.Release {
	if s.acq != nil && s.acq.Auto {
		return &rule.Release{How: "callback", Function: p.name(s.fn), Position: p.inFunc(s.fn, s.acq.Pos)}
	}
	if onDemand {
		return p.endsValue(s.fn, funcs)
	}
	at, deferred, ok := p.EndOf(s.fn, p.origin(s))
	if !ok {
		return nil
	}
	return &rule.Release{How: manner(deferred), Function: p.name(s.fn), Position: p.place(at)}
}

func manner(deferred bool) string {
	if deferred {
		return "deferred"
	}
	return "call"
}

// origin names the acquisition or call within its function.
func (p *program) origin(s site) summary.Origin {
	sum := p.Funcs[s.fn].Sum
	for i := range sum.Acqs {
		if s.acq == &sum.Acqs[i] {
			return summary.Origin{Acq: uint32(i + 1)}
		}
	}
	for i := range sum.Calls {
		if s.call == &sum.Calls[i] {
			return summary.Origin{Call: uint32(i + 1)}
		}
	}
	return summary.Origin{}
}

// endsValue is the call that ends the value of which f is a method, and which
// keeps the session that f begins: of those on the way a deferred one, else the
// first.
//
// Have: func (s *Session) begin() and, elsewhere, defer session.Rollback().
func (p *program) endsValue(f int32, funcs []int32) *rule.Release {
	typ := receiver(p.name(f))
	if typ == "" {
		return nil
	}
	var best *rule.Release
	for _, g := range funcs {
		if receiver(p.name(g)) == typ {
			continue
		}
		for _, e := range p.Funcs[g].Out {
			c := &p.Funcs[g].Sum.Calls[e.Call]
			name := p.name(e.To)
			if e.Go || receiver(name) != typ || !ends(name[strings.LastIndexByte(name, '.')+1:]) {
				continue
			}
			r := &rule.Release{How: manner(c.Mode == summary.Defer), Function: p.name(g), Position: p.inFunc(g, c.Pos)}
			if best == nil || best.How == "call" && r.How == "deferred" {
				best = r
			}
		}
	}
	return best
}

// receiver is the type of a method, "" of a function.
func receiver(function string) string {
	typ, _, ok := strings.Cut(strings.TrimLeft(function, "(*"), ")")
	if !ok {
		return ""
	}
	return typ
}

// ends: a method of a unit of work that ends it says so.
func ends(name string) bool {
	name = strings.ToLower(name)
	return slices.ContainsFunc([]string{"commit", "rollback", "close", "release", "end", "finish", "done"}, func(p string) bool {
		return strings.HasPrefix(name, p)
	})
}

// given is the session that is held when an entry point begins.
func (p *program) given(e link.EntryPoint, all map[int32]link.Hold) *rule.Given {
	h, ok := all[e.Func]
	if !ok {
		return nil
	}
	g := &rule.Given{How: "middleware", Symbol: summary.Bare(h.Symbol), Function: p.name(h.Func), Position: p.place(h.Place)}
	if h.Func == e.Func {
		g.How, g.Function, g.Position = "parameter", "", rule.Position{}
	}
	return g
}

// broken are the findings on sessions, by entry point: those whose path goes
// through it, and those of which another path does.
func (p *program) broken() map[int32][]rule.Broken {
	out := map[int32][]rule.Broken{}
	for i := range p.q.in.Report.Findings {
		f := &p.q.in.Report.Findings[i]
		if f.Entry == nil || f.Rule >= "SL9" || len(f.Chain) == 0 {
			continue
		}
		reach := map[int32]bool{}
		if f.Entries > 1 {
			reach = p.reaching(f)
		}
		for ei, e := range p.Entries {
			through := func(s rule.Step) bool { return s.Function == p.name(e.Func) } // also a handler behind middleware
			if served(e) && (reach[int32(ei)] || slices.ContainsFunc(f.Chain, through)) {
				out[int32(ei)] = append(out[int32(ei)], rule.Broken{Rule: f.Rule, Position: f.Position})
			}
		}
	}
	return out
}

// reaching are the entry points from which the part of a finding's path is come
// to that breaks the rule: from where the session is held on, or the end.
func (p *program) reaching(f *rule.Finding) map[int32]bool {
	from := f.Chain[len(f.Chain)-1].Function
	if f.Held != nil {
		for _, a := range p.q.in.Report.Acquisitions {
			if a.Position == f.Held.Position {
				from = a.Function
			}
		}
	}
	out := map[int32]bool{}
	for fi := range p.Funcs {
		if p.name(int32(fi)) != from {
			continue
		}
		for _, e := range p.EntriesReaching(int32(fi), false, served) {
			out[e] = true
		}
	}
	return out
}
