package rule

import (
	"slices"
	"strings"

	"github.com/sessionlint/sessionlint/analyzer/catalog"
	"github.com/sessionlint/sessionlint/analyzer/link"
	"github.com/sessionlint/sessionlint/analyzer/summary"
)

// approvals are what people declared: directives of the analysed modules, and
// entries of the configuration.
type approvals struct {
	list []*approvalEntry
	bad  []badDirective
}

type approvalEntry struct {
	Declared
	pattern Pattern
	nolint  bool
	file    string
	from    int
	to      int
	typ     string // in whose documentation it stands
	used    bool
	expired bool
}

type badDirective struct {
	at   Position
	in   string
	text string
}

// newApprovals collects the directives of all programs and what the
// configuration declares.
func newApprovals(in Input) *approvals {
	a := &approvals{}
	seen := map[Position]bool{}
	for _, p := range in.Programs {
		for _, u := range p.Units {
			if u.Own {
				a.directivesOf(in, u.Summary, seen)
			}
		}
	}
	for _, d := range in.Declared {
		p, err := ParsePattern(d.Symbol)
		if err != nil {
			continue // the configuration's own check says so
		}
		a.list = append(a.list, &approvalEntry{Declared: d, pattern: p, expired: d.Until != "" && in.Today != "" && d.Until < in.Today})
	}
	return a
}

func (a *approvals) directivesOf(in Input, sum *summary.Package, seen map[Position]bool) {
	for _, d := range sum.Directives {
		if int(d.Pos.File) >= len(sum.Files) {
			continue
		}
		file := in.Locate(sum.Path, sum.Files[d.Pos.File])
		at := Position{File: file, Line: int(d.Pos.Line), Column: int(d.Pos.Col)}
		if seen[at] || strings.HasSuffix(sum.Files[d.Pos.File], "_test.go") {
			continue
		}
		seen[at] = true
		e := &approvalEntry{
			Declared: Declared{By: "directive", What: sum.Strings[d.Verb], Symbol: sum.Strings[d.Func], Reason: sum.Strings[d.Reason], Position: at},
			nolint:   sum.Strings[d.Verb] == "nolint", file: file, from: int(d.From), to: int(d.To), typ: sum.Strings[d.Type],
		}
		text := sum.Strings[d.Bad]
		for _, r := range d.Rules {
			id := sum.Strings[r]
			if known := Find(strings.ToUpper(id)); known != nil {
				e.Rules = append(e.Rules, known.ID)
			} else if text == "" {
				text = "unknown rule " + id + " in an allow"
			}
		}
		if text != "" {
			a.bad = append(a.bad, badDirective{at, sum.Path, text})
			continue
		}
		a.list = append(a.list, e)
	}
}

// excluded makes entries of what the configuration excludes although it is not
// there. They approve nothing, whatever the programs.
func (a *approvals) excluded(stale []Declared) {
	for _, d := range stale {
		a.list = append(a.list, &approvalEntry{Declared: d})
	}
}

// functions lists the functions of a program that are declared to be something.
func (a *approvals) functions(p *link.Program, what string) map[int32]*approvalEntry {
	out := map[int32]*approvalEntry{}
	for _, e := range a.list {
		if e.What != what || e.expired {
			continue
		}
		for fi, f := range p.Funcs {
			if f.Sum.Flags&summary.IsClosure == 0 && p.Own(int32(fi)) && e.names(summary.Bare(f.ID)) {
				out[int32(fi)] = e
			}
		}
	}
	return out
}

// names reports whether an entry is about a function.
func (e *approvalEntry) names(symbol string) bool {
	if e.By == "directive" {
		base, _, _ := strings.Cut(symbol, "$")
		return e.Symbol != "" && summary.Bare(e.Symbol) == base
	}
	return e.pattern.Match(symbol)
}

// provider is the approval of a session that a declared provider takes or hands
// out. What it does not cover, only "on: request" does: more, when it is not "",
// says why it runs more than once while a request is served.
func (r *reaches) provider(s *site) (e *approvalEntry, more string) {
	for _, e := range r.declared.list {
		if e.What != "provider" || e.expired || !e.names(s.function()) && !e.names(summary.Bare(s.symbol)) {
			continue
		}
		switch {
		case e.OnRequest:
		case s.inLoop():
			more = "this stands in a loop"
		case r.again(s, e):
			more = "on this path it was called before"
		}
		return e, more
	}
	return nil, ""
}

func (e *approvalEntry) approval() *Approval {
	e.used = true
	return &Approval{By: e.By, What: e.What, Reason: e.Reason, Owner: e.Owner, Until: e.Until, Position: e.Position}
}

// silence drops the findings that an allow or a nolint covers, and notes with
// the acquisitions that they report who allows them.
func (a *approvals) silence(findings []Finding, acquisitions []Acquisition) []Finding {
	by := map[Position]*approvalEntry{}
	kept := findings[:0]
	for _, f := range findings {
		if e := a.silencer(&f); e != nil {
			by[f.Position] = e
		} else {
			kept = append(kept, f)
		}
	}
	for _, f := range kept {
		delete(by, f.Position) // something else is wrong there
	}
	for i := range acquisitions {
		if c := &acquisitions[i]; c.Verdict == violation && by[c.Position] != nil {
			c.Approval = by[c.Position].approval()
		}
	}
	return kept
}

// silencer is what covers a finding; all that do count as used.
func (a *approvals) silencer(f *Finding) (found *approvalEntry) {
	for _, e := range a.list {
		if e.file != f.Position.File || f.Position.Line < e.from || f.Position.Line > e.to {
			continue
		}
		if e.nolint || e.What == "allow" && slices.Contains(e.Rules, f.Rule) {
			e.used = true
			if found == nil || found.nolint {
				found = e // one with a reason, if there is one
			}
		}
	}
	return found
}

// findings are the complaints about the approvals themselves.
func (a *approvals) findings(whole bool) []Finding {
	var out []Finding
	for _, b := range a.bad {
		out = append(out, Finding{
			Rule: SL902.ID, Name: SL902.Name, Severity: SL902.Severity, Symbol: "directive", Function: b.in, Position: b.at,
			Message: b.text, Help: "correct it: until then it has no effect", Chain: []Step{},
		})
	}
	for _, e := range a.list {
		if !e.expired && (e.used || !whole || e.nolint) {
			continue
		}
		text := "this " + e.What + " approves nothing"
		switch {
		case e.expired:
			text = "this approval ended on " + e.Until
		case e.What == "entry":
			text = "nothing of this type is an entry point: no value of the program is converted to it"
		case e.What == "acquires":
			text = "nobody calls this function, which is said to acquire"
		case e.What == "exclude":
			text = "no file is excluded by " + e.Symbol
		case e.What == "shared":
			text = "nothing in this function, or below it, acquires anything"
		}
		out = append(out, Finding{
			Rule: SL901.ID, Name: SL901.Name, Severity: SL901.Severity, Symbol: e.What, Function: e.Symbol, Position: e.Position,
			Message: text, Help: "remove it, or correct what it names", Chain: []Step{},
		})
	}
	return out
}

// apart are the functions that are declared background. They become background
// entry points of the program, and requests are not followed into them.
func (a *approvals) apart(p *link.Program) map[int32]*approvalEntry {
	out := a.functions(p, "background")
	known := map[int32]bool{}
	for _, e := range p.Entries {
		known[e.Func] = known[e.Func] || e.Kind == catalog.Background
	}
	for fi := range p.Funcs {
		e := out[int32(fi)]
		if e == nil {
			continue
		}
		e.used = e.used || p.Acquires(int32(fi))
		if !known[int32(fi)] {
			f := p.Funcs[fi]
			p.Entries = append(p.Entries, link.EntryPoint{
				Func: int32(fi), Kind: catalog.Background, Framework: "declared", Pos: link.Place{Unit: f.Unit, Pos: f.Sum.Pos},
			})
		}
	}
	return out
}

// backgroundCalls reports where a request waits for what is declared background.
func (w *writer) backgroundCalls(r *reaches) {
	for gi, g := range r.p.Funcs {
		lv := r.both.Level[gi]
		if !r.p.Own(int32(gi)) || lv != link.BySync && lv != link.ByGo {
			continue
		}
		for i := range g.Out {
			e := &g.Out[i]
			d := r.apart[e.To]
			if d == nil || d.OnRequest || e.Go || e.Guard {
				continue
			}
			w.backgroundCall(r, int32(gi), e)
		}
	}
}

func (w *writer) backgroundCall(r *reaches, gi int32, e *link.Edge) {
	entry, hops := r.p.Chain(r.both, gi)
	at := link.Place{Unit: r.p.Funcs[gi].Unit, Pos: r.p.Funcs[gi].Sum.Calls[e.Call].Pos}
	callee := summary.Bare(r.p.Funcs[e.To].ID)
	f := Finding{
		Rule: SL903.ID, Name: SL903.Name, Severity: SL903.Severity, Kind: "session", Symbol: callee,
		Function: summary.Bare(r.p.Funcs[gi].ID), Position: w.place(r.p, at), Entries: 1,
		Message: display(callee) + " is declared background, and a request waits for it here",
		Help:    "start it from a worker or with go, or approve it with on: request",
		Entry:   w.entry(r.p, &entry),
		Chain:   w.heldChain(r.p, link.Hazard{Place: at, Chain: hops}),
	}
	for _, old := range w.findings {
		if old.Rule == f.Rule && old.Position == f.Position {
			return
		}
	}
	w.findings = append(w.findings, f)
}

func (w *writer) entry(p *link.Program, e *link.EntryPoint) *Entry {
	return &Entry{
		Kind: e.Kind.String(), Framework: e.Framework, Function: summary.Bare(p.Funcs[e.Func].ID),
		Route: e.Route, Position: w.place(p, e.Pos),
	}
}
