package query

import (
	"cmp"
	"slices"
	"strings"

	"github.com/sessionlint/sessionlint/analyzer/catalog"
	"github.com/sessionlint/sessionlint/analyzer/link"
	"github.com/sessionlint/sessionlint/analyzer/rule"
	"github.com/sessionlint/sessionlint/analyzer/summary"
)

// EntryPoints lists where execution begins, streams and requests first, with
// what one pass through each acquires. Test code is left out. The ways to what
// is acquired are there for streams, or for all.
func (q *Query) EntryPoints(allWays bool) []rule.EntryPoint {
	at := map[entryID]int{}
	var out []rule.EntryPoint
	for _, p := range q.progs() {
		if p.Tests {
			continue
		}
		weights, matters := p.weigher(), p.matters()
		given, broken := p.Given(served), p.broken()
		for ei, e := range p.Entries {
			if e.Kind == catalog.Test || !p.Own(e.Func) {
				continue
			}
			x := p.entryPoint(e, weights.of(e.Func), matters)
			if served(e) {
				x.Given, x.Broken = p.given(e, given), broken[int32(ei)]
			}
			if allWays || e.Kind == catalog.Stream {
				p.addChains(e, x.Takes)
			}
			if x.Position.File == "" {
				continue // the initialisers of a package that has none
			}
			id := entryID{x.Function, x.Kind, x.Position}
			if i, ok := at[id]; ok {
				out[i] = joined(out[i], x)
				continue
			}
			at[id] = len(out)
			out = append(out, x)
		}
	}
	slices.SortFunc(out, func(a, b rule.EntryPoint) int {
		return cmp.Or(cmp.Compare(kindOrder(a.Kind), kindOrder(b.Kind)), routeOrder(a.Route, b.Route),
			cmp.Compare(a.Function, b.Function), cmp.Compare(a.Position.File, b.Position.File), cmp.Compare(a.Position.Line, b.Position.Line))
	})
	return out
}

// entryID is an entry point over several programs.
type entryID struct {
	function, kind string
	position       rule.Position
}

// joined is an entry point of two programs that wire it differently.
func joined(a, b rule.EntryPoint) rule.EntryPoint {
	if sessionsOrder(b.Sessions) > sessionsOrder(a.Sessions) {
		a.Sessions = b.Sessions
	}
	a.AtMost = max(a.AtMost, b.AtMost)
	for _, t := range b.Takes {
		i := slices.IndexFunc(a.Takes, func(u rule.Taken) bool { return u.Position == t.Position && u.Symbol == t.Symbol })
		if i < 0 {
			a.Takes = append(a.Takes, t)
			continue
		}
		a.Takes[i].InLoop = a.Takes[i].InLoop || t.InLoop
		a.Takes[i].Goroutine = a.Takes[i].Goroutine && t.Goroutine
		if a.Takes[i].Released == nil {
			a.Takes[i].Released = t.Released
		}
	}
	sortTaken(a.Takes)
	if a.Given == nil {
		a.Given = b.Given
	}
	for _, x := range b.Broken {
		if !slices.Contains(a.Broken, x) {
			a.Broken = append(a.Broken, x)
		}
	}
	return a
}

func sessionsOrder(s string) int {
	return slices.Index([]string{rule.NoSession, rule.OneSession, rule.SeveralSessions, rule.SessionPerIteration}, s)
}

func kindOrder(kind string) int {
	return slices.Index([]string{"stream", "request", "background", "cli", "startup", "factory"}, kind)
}

// routeOrder puts routes by their path and then their method, and entry points
// without a route last.
func routeOrder(a, b string) int {
	if a == "" || b == "" {
		return cmp.Compare(len(b), len(a))
	}
	path := func(r string) string { return r[strings.IndexByte(r, ' ')+1:] }
	return cmp.Or(cmp.Compare(path(a), path(b)), cmp.Compare(a, b))
}

func (p *program) entry(e link.EntryPoint) rule.Entry {
	return rule.Entry{
		Kind: e.Kind.String(), Framework: e.Framework, Function: p.name(e.Func), Route: e.Route, Position: p.place(e.Pos),
	}
}

func (p *program) entryPoint(e link.EntryPoint, w weight, matters []bool) rule.EntryPoint {
	r := p.entry(e)
	x := rule.EntryPoint{
		Kind: r.Kind, Framework: r.Framework, Function: r.Function, Route: r.Route, Routes: e.Routes,
		Position: r.Position, Takes: p.taken(e, matters), AtMost: w.n,
	}
	for _, t := range x.Takes {
		if t.OnDemand && !t.Goroutine {
			x.AtMost++
		}
	}
	switch {
	case x.AtMost == 0:
		x.Sessions = rule.NoSession
	case w.loop:
		x.Sessions = rule.SessionPerIteration
	case x.AtMost == 1:
		x.Sessions = rule.OneSession
	default:
		x.Sessions = rule.SeveralSessions
	}
	return x
}

// matters marks the functions from which an acquisition is reached.
func (p *program) matters() []bool {
	out := make([]bool, len(p.Funcs))
	var work []int32
	for f := range p.Funcs {
		if len(p.sites[int32(f)]) > 0 {
			out[f] = true
			work = append(work, int32(f))
		}
	}
	for len(work) > 0 {
		f := work[len(work)-1]
		work = work[:len(work)-1]
		for _, in := range p.Funcs[f].In {
			if !in.Guard && !out[in.From] {
				out[in.From] = true
				work = append(work, in.From)
			}
		}
	}
	return out
}

// come is how a search comes to a function.
type come struct{ loop, goes bool }

// taken lists what an entry point acquires: behind no guard, and in goroutines
// that it starts.
func (p *program) taken(e link.EntryPoint, matters []bool) []rule.Taken {
	if !matters[e.Func] {
		return nil
	}
	seen, entered := map[int32][]come{}, map[link.At][]come{}
	var walk func(a link.At, c come)
	walk = func(a link.At, c come) {
		for _, old := range entered[a] {
			if (old.loop || !c.loop) && (!old.goes || c.goes) {
				return // what is found on this way is found already
			}
		}
		entered[a] = append(entered[a], c)
		f := a.Func
		seen[f] = append(seen[f], c)
		out := p.Funcs[f].Out
		for i := range out {
			x := &out[i]
			if !matters[x.To] || x.Guard {
				continue
			}
			if b, ok := p.Next(a, x); ok {
				walk(b, come{c.loop || p.Funcs[f].Sum.Calls[x.Call].InLoop, c.goes || x.Go})
			}
		}
	}
	walk(link.At{Func: e.Func}, come{})
	byPlace := map[int]rule.Taken{}
	for f, ways := range seen {
		for _, s := range p.sites[f] {
			goes := s.mode() == summary.Go
			if !p.counts(s) && !p.onDemand(s) && !goes {
				continue
			}
			for _, c := range ways {
				p.note(byPlace, s, come{c.loop || s.inLoop(), c.goes || goes})
			}
		}
	}
	out := make([]rule.Taken, 0, len(byPlace))
	for _, t := range byPlace {
		out = append(out, t)
	}
	if served(e) {
		p.released(out, seen)
	}
	sortTaken(out)
	return out
}

func (p *program) note(found map[int]rule.Taken, s site, c come) {
	a := &p.q.in.Report.Acquisitions[s.index]
	t, ok := found[s.index]
	if !ok {
		t = rule.Taken{
			Symbol: a.Symbol, Kind: a.Kind, Function: a.Function, Position: a.Position, Verdict: a.Verdict,
			OnDemand: p.onDemand(s), Goroutine: true,
		}
	}
	t.Goroutine = t.Goroutine && c.goes
	t.InLoop = t.InLoop || c.loop && !t.OnDemand
	found[s.index] = t
}

func sortTaken(list []rule.Taken) {
	slices.SortFunc(list, func(a, b rule.Taken) int {
		return cmp.Or(cmp.Compare(a.Position.File, b.Position.File), cmp.Compare(a.Position.Line, b.Position.Line),
			cmp.Compare(a.Position.Column, b.Position.Column), cmp.Compare(a.Symbol, b.Symbol))
	})
}

// addChains gives each acquisition the shortest way that an entry point has to it.
func (p *program) addChains(e link.EntryPoint, list []rule.Taken) {
	r := p.ReachFrom(func(x link.EntryPoint) bool { return x.Func == e.Func && x.Kind == e.Kind })
	for i := range list {
		for f := range p.Funcs {
			for _, s := range p.sites[int32(f)] {
				a := &p.q.in.Report.Acquisitions[s.index]
				if a.Position != list[i].Position || a.Symbol != list[i].Symbol || r.Level[f] == link.Unreached {
					continue
				}
				_, hops := p.Chain(r, int32(f))
				if steps := p.steps(hops, a.Position); list[i].Chain == nil || len(steps) < len(list[i].Chain) {
					list[i].Chain = steps
				}
				if list[i].OnDemand && list[i].Made == nil {
					list[i].Made = p.made(r, int32(f))
				}
			}
		}
	}
}

// made is the shortest way to a function that makes a value of the type of
// which f is a method: the one that hands out the session which f begins.
func (p *program) made(r *link.Reach, f int32) []rule.Step {
	typ, _, isMethod := strings.Cut(strings.TrimLeft(p.name(f), "(*"), ")")
	if !isMethod {
		return nil
	}
	var best []rule.Step
	for g := range p.Funcs {
		if r.Level[g] == link.Unreached {
			continue
		}
		for _, m := range p.Funcs[g].Sum.Makes {
			if p.Str(int32(g), m) != typ {
				continue
			}
			_, hops := p.Chain(r, int32(g))
			if steps := p.steps(hops, p.inFunc(int32(g), p.Funcs[g].Sum.Pos)); best == nil || len(steps) < len(best) {
				best = steps
			}
		}
	}
	return best
}
