package query

import (
	"cmp"
	"slices"

	"github.com/sessionlint/sessionlint/analyzer/catalog"
	"github.com/sessionlint/sessionlint/analyzer/link"
	"github.com/sessionlint/sessionlint/analyzer/rule"
	"github.com/sessionlint/sessionlint/analyzer/summary"
)

// Path is the shortest way from an entry point to a place.
type Path struct {
	Entry rule.Entry  `json:"entry"`
	How   string      `json:"how"` // sync, go or once, whichever is the loosest of its hops; first-use of what begins on demand
	Chain []rule.Step `json:"chain"`

	routes []string
	level  link.Level
}

// Why is who reaches a place.
type Why struct {
	Target
	Paths []Path `json:"paths"` // the most direct and shortest first
	More  int    `json:"more"`  // how many paths are left out
}

// Why finds the way from every entry point that reaches a place, and keeps the
// first n of them; 0 keeps all.
func (q *Query) Why(t Target, n int) Why {
	w := Why{Target: t, Paths: []Path{}}
	w.Paths = append(w.Paths, q.paths(t, func(link.EntryPoint) bool { return true })...)
	if n > 0 && len(w.Paths) > n {
		w.More = len(w.Paths) - n
		w.Paths = w.Paths[:n]
	}
	return w
}

// spot is where a target stands in a program.
type spot struct {
	p     *program
	fn    int32
	level link.Level // at which the place itself stands in its function
	first bool       // it is a session that begins on first use
}

// spots finds a target in the programs: test code only when nothing else has it.
func (q *Query) spots(t Target) []spot {
	for _, tests := range []bool{false, true} {
		var out []spot
		for _, p := range q.progs() {
			if p.Tests == tests {
				out = append(out, p.spots(t)...)
			}
		}
		if len(out) > 0 {
			return out
		}
	}
	return nil
}

func (p *program) spots(t Target) []spot {
	var out []spot
	for fi := range p.Funcs {
		f := int32(fi)
		if p.name(f) != t.Function {
			continue
		}
		if t.index < 0 {
			out = append(out, spot{p, f, link.BySync, false})
			continue
		}
		for _, s := range p.sites[f] {
			if s.index == t.index {
				x := spot{p, f, standsAt(s), p.onDemand(s)}
				if x.first {
					x.level = link.BySync
				}
				out = append(out, x)
			}
		}
	}
	return out
}

func standsAt(s site) link.Level {
	switch {
	case s.guard() != summary.NoGuard:
		return link.ByGuard
	case s.mode() == summary.Go:
		return link.ByGo
	}
	return link.BySync
}

func (q *Query) paths(t Target, want func(link.EntryPoint) bool) []Path {
	best := map[entryID]int{}
	var out []Path
	for _, s := range q.spots(t) {
		w := s.p.PathsTo(s.fn)
		for _, e := range s.p.Entries {
			if w.Level[e.Func] == link.Unreached || !want(e) {
				continue
			}
			lv := max(w.Level[e.Func], s.level)
			path := Path{
				Entry: s.p.entry(e), How: how(lv), level: lv, routes: e.Routes,
				Chain: s.p.steps(w.From(s.p.Program.Program, e.Func), t.Position),
			}
			if s.first && lv == link.BySync {
				path.How = "first-use"
			}
			id := entryID{path.Entry.Function, path.Entry.Kind, path.Entry.Position}
			if i, ok := best[id]; !ok {
				best[id] = len(out)
				out = append(out, path)
			} else if shorter(path, out[i]) < 0 {
				out[i] = path
			}
		}
	}
	slices.SortStableFunc(out, func(a, b Path) int {
		return cmp.Or(shorter(a, b), cmp.Compare(kindOrder(a.Entry.Kind), kindOrder(b.Entry.Kind)),
			routeOrder(a.Entry.Route, b.Entry.Route), cmp.Compare(a.Entry.Function, b.Entry.Function))
	})
	return out
}

func shorter(a, b Path) int {
	return cmp.Or(cmp.Compare(a.level, b.level), cmp.Compare(len(a.Chain), len(b.Chain)))
}

func how(lv link.Level) string {
	switch lv {
	case link.ByGo:
		return "go"
	case link.ByGuard:
		return "once"
	}
	return "sync"
}

func onRequest(e link.EntryPoint) bool {
	return e.Kind == catalog.Request || e.Kind == catalog.Stream
}
