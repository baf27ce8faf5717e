package rule

import (
	"strconv"

	"github.com/sessionlint/sessionlint/analyzer/catalog"
	"github.com/sessionlint/sessionlint/analyzer/link"
	"github.com/sessionlint/sessionlint/analyzer/summary"
)

// heldRule is the rule of what is held, by what happens meanwhile.
func heldRule(k link.HazardKind) *Rule {
	switch k {
	case link.TakesSecond:
		return &SL201
	case link.QueriesPool:
		return &SL202
	case link.SendsToStream:
		return &SL301
	case link.Waits:
		return &SL302
	case link.Outlives:
		return &SL303
	case link.Leaks:
		return &SL401
	default:
		return &SL402
	}
}

// hazards reports what is done while a session is held. scope is "all" when
// background, start-up and command-line code count as well; a missing commit
// always does.
func (w *writer) hazards(all bool) {
	runs := func(e link.EntryPoint) bool { return e.Kind != catalog.Test && e.Kind != catalog.Factory }
	want := onRequest
	if all {
		want = runs
	}
	seen := map[string]bool{}
	taken := map[Position]bool{}
	for _, f := range w.findings {
		if f.Rule == SL101.ID || f.Rule == SL102.ID {
			taken[f.Position] = true
		}
	}
	for _, p := range w.in.Programs {
		if p.Tests {
			continue
		}
		apart := map[int32]*approvalEntry{}
		if !all {
			apart = w.declared.functions(p.Program, "background")
		}
		scope := link.Scope{Want: want, Lost: runs, Library: p.Library, Apart: func(f int32) bool { return apart[f] != nil }}
		for _, z := range p.Discipline(scope) {
			f := w.hazard(p.Program, z)
			key := f.Rule + "\x00" + f.Position.File + "\x00" + strconv.Itoa(f.Position.Line) + "\x00" + strconv.Itoa(f.Position.Column)
			if seen[key] || f.Position.Line == 0 || taken[f.Position] || f.Held != nil && taken[f.Held.Position] {
				continue // one cause, one finding
			}
			seen[key] = true
			w.findings = append(w.findings, f)
		}
	}
	w.unfixed()
	w.sayWhy()
}

// sayWhy drops an SL103, or a missing commit, where a rule says what is wrong first.
// What such a rule reports is no unit of work.
func (w *writer) sayWhy() {
	better := map[Position]bool{}
	why := map[Position]string{}
	for _, f := range w.findings {
		if f.Rule == SL201.ID || f.Rule == SL401.ID {
			better[f.Position] = true
		}
		if better[f.Position] || f.Rule == SL402.ID {
			why[f.Position] = f.Message
		}
	}
	for i := range w.acquisitions {
		if a := &w.acquisitions[i]; a.Verdict == requestSession && why[a.Position] != "" {
			a.Verdict, a.Reason, a.Approval = violation, why[a.Position], nil
		}
	}
	kept := w.findings[:0]
	for _, f := range w.findings {
		if f.Rule != SL103.ID && f.Rule != SL402.ID || !better[f.Position] {
			kept = append(kept, f)
		}
	}
	w.findings = kept
}

func (w *writer) hazard(p *link.Program, z link.Hazard) Finding {
	r := heldRule(z.Kind)
	f := Finding{
		Rule: r.ID, Name: r.Name, Severity: r.Severity, Kind: kindWord(z), Symbol: summary.Bare(z.Symbol),
		Function: summary.Bare(p.Funcs[z.Func].ID), Position: w.place(p, z.Place), Entries: 1,
		Chain: w.heldChain(p, z),
	}
	f.Message, f.Help = heldWords(p, z, w.place(p, z.Exit))
	if z.Kind != link.Leaks && z.Kind != link.Uncommitted {
		f.Held = &Held{Symbol: heldName(z.Hold), Position: w.place(p, z.Hold.Place)}
	}
	f.Entry = &Entry{
		Kind: z.Entry.Kind.String(), Framework: z.Entry.Framework, Function: summary.Bare(p.Funcs[z.Entry.Func].ID),
		Route: z.Entry.Route, Position: w.place(p, z.Entry.Pos),
	}
	if z.Library {
		f.Entry.Kind, f.Entry.Framework = "exported", ""
	}
	if z.Fix != nil {
		f.Fixes = []Fix{w.fix(p, z)}
	}
	reach := onRequest
	if !onRequest(z.Entry) {
		reach = func(e link.EntryPoint) bool { return e.Kind == z.Entry.Kind }
	}
	if n := len(p.EntriesReaching(z.Func, true, reach)); n > 1 {
		f.Entries = n
	}
	return f
}

func kindWord(z link.Hazard) string {
	if z.Res != catalog.NoKind {
		return z.Res.String()
	}
	if z.Hold.Rows {
		return "rows"
	}
	if z.Hold.Kind == catalog.NoKind {
		return catalog.Session.String()
	}
	return z.Hold.Kind.String()
}

func (w *writer) heldChain(p *link.Program, z link.Hazard) []Step {
	via := "entry"
	steps := make([]Step, 0, len(z.Chain))
	for i, h := range z.Chain {
		f := p.Funcs[h.Func]
		pos := z.Place
		if i < len(z.Chain)-1 && h.Edge != nil {
			pos = link.Place{Unit: f.Unit, Pos: f.Sum.Calls[h.Edge.Call].Pos}
		}
		steps = append(steps, Step{Function: summary.Bare(f.ID), Position: w.place(p, pos), Via: via})
		if h.Edge != nil {
			via = h.Edge.Via.String()
		}
	}
	return steps
}
