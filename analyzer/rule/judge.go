package rule

import (
	"cmp"
	"slices"
	"sort"

	"github.com/sessionlint/sessionlint/analyzer/catalog"
	"github.com/sessionlint/sessionlint/analyzer/link"
	"github.com/sessionlint/sessionlint/analyzer/summary"
)

// Input is what Judge works on.
type Input struct {
	Programs []Program
	Policy   Policy
	Declared []Declared
	Stale    []Declared // of which it is known before that they approve nothing
	Locate   func(pkgPath, file string) string
	Today    string // "2006-01-02": approvals that ended before it approve nothing; "" is never
	Whole    bool   // the programs are all there is: an approval that approves nothing is stale
	All      bool   // the rules of what is held speak of all code, not only of request and stream paths
}

// Program is a linked program: of one main package, or of what belongs to none.
type Program struct {
	*link.Program
	Library bool // exported functions may be called by code that is not here
	Tests   bool // linked with test code: only its test verdicts count
}

// Judge gives every acquisition its verdict and reports what breaks a rule.
// Everything is sorted by place.
func Judge(in Input) ([]Finding, []Acquisition, []Declaration) {
	merged := map[string]*judged{}
	declared := newApprovals(in)
	declared.excluded(in.Stale)
	out := &writer{in: in, declared: declared}
	for _, p := range in.Programs {
		for _, j := range judgeProgram(p, in.Policy, out) {
			merge(merged, j, p.Tests)
		}
	}
	all := make([]*judged, 0, len(merged))
	for _, j := range merged {
		all = append(all, j)
	}
	for _, j := range all {
		out.add(j)
	}
	out.hazards(in.All)
	out.docs(in.Programs)
	findings, acquisitions := out.finish()
	return findings, acquisitions, declared.declarations()
}

func judgeProgram(p Program, policy Policy, w *writer) []*judged {
	r := newReaches(p.Program, policy, p.Library, w.declared)
	if !p.Tests {
		w.backgroundCalls(r)
	}
	sites := sitesOf(p.Program)
	// Pools first: what is taken from a reported pool is not reported again.
	slices.SortStableFunc(sites, func(a, b *site) int {
		return cmp.Or(cmp.Compare(a.fn, b.fn), cmp.Compare(rankKind(a.kind), rankKind(b.kind)))
	})
	var out []*judged
	done := map[summary.Origin]*judged{}
	last := int32(-1)
	for _, s := range sites {
		if s.fn != last {
			done, last = r.poolsOf(s.fn), s.fn
		}
		j := r.judge(s, done)
		if _, ok := done[s.origin()]; !ok {
			done[s.origin()] = j
		}
		out = append(out, j)
	}
	return append(out, r.thirdParty()...)
}

func rankKind(k catalog.Kind) int { return int(k) }

// poolsOf judges the pools that calls of f obtain from helpers: they are not
// sites of f, but what is taken from them must not be reported again.
func (r *reaches) poolsOf(f int32) map[summary.Origin]*judged {
	done := map[summary.Origin]*judged{}
	for _, d := range r.p.Funcs[f].Acquire {
		if d.Inner.Func < 0 || d.Kind != catalog.Pool && d.Kind != catalog.Conn || !r.p.Own(d.Inner.Func) {
			continue
		}
		for _, s := range catalogued(r.p, d.Inner.Func) {
			if s.acq == d.Inner.Acq {
				done[summary.Origin{Call: uint32(d.Call + 1)}] = r.judge(s, map[summary.Origin]*judged{})
			}
		}
	}
	return done
}

// thirdParty finds pools and connections that third-party code makes on a
// request path. They are reported at the call that leaves the analysed
// modules, unless that call is an acquisition already.
func (r *reaches) thirdParty() []*judged {
	var out []*judged
	seen := map[[2]int32]bool{}
	for fi := range r.p.Funcs {
		f := int32(fi)
		if r.p.Own(f) || r.both.Level[f] == link.Unreached || guardedOnly(r.p, f) {
			continue
		}
		for _, s := range catalogued(r.p, f) {
			if s.never || s.kind != catalog.Pool && s.kind != catalog.Conn || r.level(s) == link.ByGuard {
				continue
			}
			if j := r.leaving(s, seen); j != nil {
				out = append(out, j)
			}
		}
	}
	return out
}

func (r *reaches) leaving(s *site, seen map[[2]int32]bool) *judged {
	e, hops := r.p.Chain(r.both, s.fn)
	for i := len(hops) - 1; i >= 0; i-- {
		h := hops[i]
		if !r.p.Own(h.Func) || h.Edge == nil {
			continue
		}
		k := [2]int32{h.Func, h.Edge.Call}
		if seen[k] || r.derivedAt(k) {
			return nil
		}
		seen[k] = true
		c := &r.p.Funcs[h.Func].Sum.Calls[h.Edge.Call]
		at := &site{
			p: r.p, fn: h.Func, acq: -1, call: h.Edge.Call, kind: s.kind, symbol: summary.Bare(r.p.Funcs[h.Edge.To].ID),
			pos: link.Place{Unit: r.p.Funcs[h.Func].Unit, Pos: c.Pos}, inner: link.Ref{Func: s.fn, Acq: s.acq},
		}
		j := &judged{site: at, entries: map[string]bool{}, entry: &e, chain: hops[:i+1], stream: e.Kind == catalog.Stream}
		for _, i := range r.p.EntriesReaching(h.Func, true, onRequest) {
			j.entries[summary.Bare(r.p.Funcs[r.p.Entries[i].Func].ID)] = true
		}
		j.is(violation, "created by third-party code while a request is served ("+display(s.symbol)+")")
		j.rule = placementRule(j.kind)
		j.message = placementMessage(at, j.stream, len(j.entries))
		j.help = placementHelp(at)
		return j
	}
	return nil
}

// derivedAt reports whether a call is an acquisition already.
func (r *reaches) derivedAt(k [2]int32) bool {
	if r.p.Funcs[k[0]].Sum.Calls[k[1]].Catalogued {
		return true
	}
	for _, d := range r.p.Funcs[k[0]].Acquire {
		if d.Call == k[1] {
			return true
		}
	}
	return false
}

// merge keeps, of one place in several programs, the most pressing verdict,
// and joins the entry points.
func merge(all map[string]*judged, j *judged, tests bool) {
	if tests && j.verdict != test && j.verdict != doc {
		return // test code wires the program in ways that it is never wired
	}
	k := j.key()
	old := all[k]
	if old == nil {
		all[k] = j
		return
	}
	if verdictOrder[j.verdict] < verdictOrder[old.verdict] {
		all[k], j, old = j, old, j
	}
	if old.verdict == j.verdict {
		for e := range j.entries {
			old.entries[e] = true
		}
	}
}

// writer turns judged sites into the report's terms.
type writer struct {
	declared     *approvals
	in           Input
	findings     []Finding
	acquisitions []Acquisition
}

func (w *writer) place(p *link.Program, at link.Place) Position {
	u := p.Units[at.Unit].Summary
	if at.Pos.Line == 0 || int(at.Pos.File) >= len(u.Files) {
		return Position{}
	}
	return Position{File: w.in.Locate(u.Path, u.Files[at.Pos.File]), Line: int(at.Pos.Line), Column: int(at.Pos.Col)}
}

func (w *writer) add(j *judged) {
	chain := w.chain(j)
	a := Acquisition{
		Symbol: j.symbol, Kind: j.kind.String(), Function: j.function(), Position: w.place(j.p, j.pos),
		Verdict: j.verdict, Reason: j.reason, Approval: j.approval, Entries: len(j.entries), Chain: chain,
	}
	w.acquisitions = append(w.acquisitions, a)
	if j.rule == nil {
		return
	}
	f := Finding{
		Rule: j.rule.ID, Name: j.rule.Name, Severity: j.rule.Severity, Kind: a.Kind, Symbol: a.Symbol,
		Function: a.Function, Position: a.Position, Message: j.words(), Help: j.help, Entries: a.Entries, Chain: chain,
	}
	if j.entry != nil {
		f.Entry = &Entry{
			Kind: j.entry.Kind.String(), Framework: j.entry.Framework, Function: summary.Bare(j.p.Funcs[j.entry.Func].ID),
			Route: j.entry.Route, Position: w.place(j.p, j.entry.Pos),
		}
	}
	w.findings = append(w.findings, f)
}

// words is the message with the number of entry points of all programs.
func (j *judged) words() string {
	if j.rule == &SL103 {
		return sessionMessage(j.site, sessionJudgement{reason: j.reason}, j.stream, len(j.entries))
	}
	return placementMessage(j.site, j.stream, len(j.entries))
}

func (w *writer) chain(j *judged) []Step {
	if j.entry == nil {
		return nil
	}
	steps := make([]Step, 0, len(j.chain))
	via := "entry"
	for i, h := range j.chain {
		f := j.p.Funcs[h.Func]
		pos := j.pos
		if i < len(j.chain)-1 && h.Edge != nil {
			pos = link.Place{Unit: f.Unit, Pos: f.Sum.Calls[h.Edge.Call].Pos}
		}
		steps = append(steps, Step{Function: summary.Bare(f.ID), Position: w.place(j.p, pos), Via: via})
		if h.Edge != nil {
			via = h.Edge.Via.String()
		}
	}
	return steps
}

// docs lists the acquisitions that stand in comments.
func (w *writer) docs(programs []Program) {
	seen := map[Position]bool{}
	for _, p := range programs {
		providers := providerNames(p.Program)
		for u := range p.Units {
			if !p.Units[u].Own {
				continue
			}
			sum := p.Units[u].Summary
			for _, d := range sum.Docs {
				symbol := sum.Strings[d.Symbol]
				kind := ""
				if !d.Known {
					full, ok := providers[symbol]
					if !ok {
						continue
					}
					symbol, kind = full.symbol, full.kind.String()
				}
				pos := w.place(p.Program, link.Place{Unit: int32(u), Pos: d.Pos})
				if seen[pos] {
					continue
				}
				seen[pos] = true
				reason := "written in a comment"
				if d.Example {
					reason = "in an Example function"
				}
				w.acquisitions = append(w.acquisitions, Acquisition{
					Symbol: symbol, Kind: kind, Function: sum.Strings[d.In], Position: pos,
					Verdict: doc, Reason: reason,
				})
			}
		}
	}
}

type provider struct {
	symbol string
	kind   catalog.Kind
}

// providerNames maps "pkg.Func" to the program's own functions that hand out
// a fresh resource.
func providerNames(p *link.Program) map[string]provider {
	out := map[string]provider{}
	for i := range p.Funcs {
		f := p.Funcs[i]
		if len(f.Yields) == 0 || !p.Own(int32(i)) || f.Sum.Flags&summary.IsClosure != 0 {
			continue
		}
		name := display(summary.Bare(f.ID))
		if _, ok := out[name]; !ok {
			out[name] = provider{summary.Bare(f.ID), f.Yields[0].Kind}
		}
	}
	return out
}

func (w *writer) finish() ([]Finding, []Acquisition) {
	w.findings = w.declared.silence(w.findings, w.acquisitions)
	w.findings = append(w.findings, w.declared.findings(w.in.Whole)...)
	sort.Slice(w.findings, func(i, j int) bool {
		a, b := &w.findings[i], &w.findings[j]
		return cmp.Or(comparePos(a.Position, b.Position), cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.Symbol, b.Symbol)) < 0
	})
	sort.Slice(w.acquisitions, func(i, j int) bool {
		a, b := &w.acquisitions[i], &w.acquisitions[j]
		return cmp.Or(comparePos(a.Position, b.Position), cmp.Compare(a.Symbol, b.Symbol), cmp.Compare(a.Kind, b.Kind)) < 0
	})
	number(w.findings)
	return w.findings, w.acquisitions
}

func comparePos(a, b Position) int {
	return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
}
