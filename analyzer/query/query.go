// Package query answers questions about a judged program: which entry points
// there are and what each of them acquires, which of them reach a place and how,
// and what keeps a place from being reported.
//
// In: the linked programs, the report on them, and functions that name and read
// files. Out: answers in the report's terms. It judges nothing.
package query

import (
	"sync"

	"github.com/sessionlint/sessionlint/analyzer/link"
	"github.com/sessionlint/sessionlint/analyzer/rule"
	"github.com/sessionlint/sessionlint/analyzer/summary"
)

// Input is what questions are asked about.
type Input struct {
	Programs []rule.Program
	Report   *rule.Report // with its acquisitions
	Locate   func(pkgPath, file string) string
	// Source reads a file by its name in the report. With none, a line is only
	// known to be in a function by where functions begin.
	Source func(file string) ([]byte, error)
}

// Query answers questions. It is safe for concurrent use once made.
type Query struct {
	in    Input
	progs func() []*program
}

// New prepares nothing until the first question.
func New(in Input) *Query {
	q := &Query{in: in}
	q.progs = sync.OnceValue(q.index)
	return q
}

// program is a linked program with the acquisitions of the report found in it.
type program struct {
	rule.Program
	q     *Query
	files [][]string // per unit and file: its name in the report
	sites map[int32][]site
}

// site is where an acquisition of the report stands in a program.
type site struct {
	fn    int32
	index int // among the report's acquisitions
	acq   *summary.Acq
	call  *summary.Call
	inner link.Ref // of a catalogued acquisition: itself
}

func (s site) mode() summary.Mode {
	if s.acq != nil {
		return s.acq.Mode
	}
	return s.call.Mode
}

func (s site) guard() summary.Guard {
	if s.acq != nil {
		return s.acq.Guard
	}
	return s.call.Guard
}

func (s site) inLoop() bool {
	if s.acq != nil {
		return s.acq.InLoop
	}
	return s.call.InLoop
}

func (q *Query) index() []*program {
	at := map[rule.Position][]int{}
	for i, a := range q.in.Report.Acquisitions {
		at[a.Position] = append(at[a.Position], i)
	}
	var out []*program
	for _, p := range q.in.Programs {
		x := &program{Program: p, q: q, sites: map[int32][]site{}}
		x.nameFiles()
		for fi := range p.Funcs {
			if p.Own(int32(fi)) {
				x.findSites(int32(fi), at)
			}
		}
		out = append(out, x)
	}
	return out
}

func (p *program) nameFiles() {
	p.files = make([][]string, len(p.Units))
	for u := range p.Units {
		sum := p.Units[u].Summary
		for _, f := range sum.Files {
			p.files[u] = append(p.files[u], p.q.in.Locate(sum.Path, f))
		}
	}
}

// place is a position in the report's terms.
func (p *program) place(at link.Place) rule.Position {
	names := p.files[at.Unit]
	if at.Pos.Line == 0 || int(at.Pos.File) >= len(names) {
		return rule.Position{}
	}
	return rule.Position{File: names[at.Pos.File], Line: int(at.Pos.Line), Column: int(at.Pos.Col)}
}

func (p *program) inFunc(f int32, pos summary.Pos) rule.Position {
	return p.place(link.Place{Unit: p.Funcs[f].Unit, Pos: pos})
}

func (p *program) name(f int32) string { return summary.Bare(p.Funcs[f].ID) }

// findSites finds the acquisitions of the report in a function: catalogued ones
// by their symbol, and calls of what hands out a resource by their place.
func (p *program) findSites(f int32, at map[rule.Position][]int) {
	sum := p.Funcs[f].Sum
	name := p.name(f)
	taken := map[int]bool{}
	add := func(s site, pos summary.Pos, symbol string) {
		for _, i := range at[p.inFunc(f, pos)] {
			a := &p.q.in.Report.Acquisitions[i]
			if taken[i] || a.Function != name || symbol != "" && a.Symbol != symbol {
				continue
			}
			taken[i] = true
			s.fn, s.index = f, i
			p.sites[f] = append(p.sites[f], s)
		}
	}
	for i := range sum.Acqs {
		a := &sum.Acqs[i]
		add(site{acq: a, inner: link.Ref{Func: f, Acq: int32(i)}}, a.Pos, p.Str(f, a.Symbol))
	}
	for i := range sum.Calls {
		c := &sum.Calls[i]
		add(site{call: c, inner: link.Ref{Func: -1, Acq: -1}}, c.Pos, "")
	}
}

// handedOut reports whether a function returns what it acquires there, so that
// its calls are acquisitions in its place.
func (p *program) handedOut(s site) bool {
	for _, y := range p.Funcs[s.fn].Yields {
		if s.acq != nil && y.Inner == s.inner && y.Kind == s.acq.Kind && !poolOrConn(s.acq.Kind) {
			return true
		}
	}
	return false
}

// steps are hops in the report's terms; the last one stands at a place.
func (p *program) steps(hops []link.Hop, last rule.Position) []rule.Step {
	steps := make([]rule.Step, 0, len(hops))
	via := "entry"
	for _, h := range hops {
		pos := last
		if h.Edge != nil {
			pos = p.inFunc(h.Func, p.Funcs[h.Func].Sum.Calls[h.Edge.Call].Pos)
		}
		steps = append(steps, rule.Step{Function: p.name(h.Func), Position: pos, Via: via})
		if h.Edge != nil {
			via = h.Edge.Via.String()
		}
	}
	return steps
}
