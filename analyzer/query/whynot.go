package query

import (
	"fmt"
	"slices"
	"strings"

	"github.com/sessionlint/sessionlint/analyzer/catalog"
	"github.com/sessionlint/sessionlint/analyzer/link"
	"github.com/sessionlint/sessionlint/analyzer/rule"
	"github.com/sessionlint/sessionlint/analyzer/summary"
)

// Stop is one thing that keeps a place from being reported.
type Stop struct {
	Kind     string        `json:"kind"` // guard, go, approval, baseline, policy, entry, no-entry, open-call or no-acquisition
	Text     string        `json:"text"`
	Position rule.Position `json:"position,omitzero"`
	Chain    []rule.Step   `json:"chain,omitempty"`
}

// WhyNot is what keeps a place from being reported, the decisive thing first.
type WhyNot struct {
	Target
	Stops []Stop `json:"stops"`
}

// WhyNot finds what keeps a place from being reported. A function stands for
// what is acquired in its body, if anything is. Of a place that is reported
// it says nothing.
func (q *Query) WhyNot(t Target) []WhyNot {
	var out []WhyNot
	if t.What == "function" && len(t.Calls) == 0 {
		for i, a := range q.in.Report.Acquisitions {
			if a.Function == t.Function {
				out = append(out, q.whyNot(q.acquisition(i)))
			}
		}
	}
	if len(out) == 0 {
		out = append(out, q.whyNot(t))
	}
	return out
}

func (q *Query) whyNot(t Target) WhyNot {
	w := WhyNot{Target: t, Stops: []Stop{}}
	switch {
	case len(t.Findings) > 0:
	case t.Acquisition == nil:
		w.nothingThere(q)
	case t.Acquisition.Verdict == "doc":
		w.stop(Stop{Kind: "no-entry", Text: "it stands in documentation, which does not run"})
	default:
		w.why(q)
	}
	return w
}

func (w *WhyNot) stop(s Stop) { w.Stops = append(w.Stops, s) }

func (w *WhyNot) why(q *Query) {
	a := w.Acquisition
	if p := a.Approval; p != nil {
		w.stop(Stop{Kind: "approval", Text: fmt.Sprintf("approved by %s (%s): %s", p.By, p.What, p.Reason)})
	}
	w.guard(q)
	requests := q.paths(w.Target, onRequest)
	if len(requests) > 0 {
		w.onTheWay(requests[0])
		if len(w.Stops) == 0 {
			w.stop(Stop{Kind: "policy", Text: "no rule that is on asks about it under the policy " + q.in.Report.Policy + ": " + a.Reason, Chain: requests[0].Chain})
		}
		return
	}
	others := q.paths(w.Target, func(e link.EntryPoint) bool { return !onRequest(e) })
	for i, p := range others {
		if i == 3 {
			break
		}
		w.stop(Stop{Kind: "entry", Text: "no request or stream reaches it; " + article(p.Entry.Kind) + " entry point does: " + p.Entry.Function, Position: p.Entry.Position, Chain: p.Chain})
	}
	w.missing(q, len(others) > 0)
}

func article(kind string) string {
	if strings.HasPrefix(kind, "a") || strings.HasPrefix(kind, "i") {
		return "an " + kind
	}
	return "a " + kind
}

// guard says what the acquisition itself stands behind.
func (w *WhyNot) guard(q *Query) {
	for _, s := range q.spots(w.Target) {
		for _, x := range s.p.sites[s.fn] {
			if x.index != w.index || x.guard() == summary.NoGuard {
				continue
			}
			at, cond := q.check(w.Position)
			what := "a check that what keeps it is unset"
			if x.guard() == summary.MapGuard {
				what = "a cache that is looked up first"
			}
			if cond != "" {
				what += ": if " + cond
			}
			w.stop(Stop{Kind: "guard", Text: "guarded by " + what, Position: at})
			return
		}
	}
}

// onTheWay says what the most direct way from a request passes.
func (w *WhyNot) onTheWay(p Path) {
	for i, s := range p.Chain {
		if i == 0 {
			continue
		}
		at := p.Chain[i-1].Position
		switch {
		case s.Via == "once" && p.level == link.ByGuard:
			w.stop(Stop{Kind: "guard", Text: "every way from a request passes a guard that runs " + s.Function + " once", Position: at, Chain: p.Chain})
			return
		case s.Via == "go" && p.level == link.ByGo:
			w.stop(Stop{Kind: "go", Text: "every way from a request passes a go statement: the request does not wait for " + s.Function, Position: at, Chain: p.Chain})
			return
		}
	}
}

// missing says how far up the callers go, and which calls that lead nowhere
// could lead there.
func (w *WhyNot) missing(q *Query, entered bool) {
	tops, methods := map[string]Stop{}, map[string]bool{}
	for _, s := range q.spots(w.Target) {
		above := s.p.PathsTo(s.fn)
		for fi := range s.p.Funcs {
			f := int32(fi)
			if above.Level[f] == link.Unreached {
				continue
			}
			methods[methodName(s.p.name(f))] = true
			if !entered && s.p.calledBy(f) == 0 {
				tops[s.p.name(f)] = Stop{
					Kind: "no-entry", Text: "nothing calls " + s.p.name(f) + ", and it is no entry point",
					Position: s.p.inFunc(f, s.p.Funcs[f].Sum.Pos), Chain: s.p.steps(above.From(s.p.Program.Program, f), w.Position),
				}
			}
		}
	}
	names := make([]string, 0, len(tops))
	for n := range tops {
		names = append(names, n)
	}
	slices.Sort(names)
	for _, n := range names {
		w.stop(tops[n])
	}
	if len(w.Stops) == 0 && !entered {
		w.stop(Stop{Kind: "no-entry", Text: "its callers only call each other, and none of them is an entry point"})
	}
	w.openCalls(q, methods)
}

func (p *program) calledBy(f int32) int {
	n := 0
	for _, in := range p.Funcs[f].In {
		if in.From != f {
			n++
		}
	}
	return n
}

// methodName is the M of (*T).M, or "".
func methodName(function string) string {
	_, m, _ := strings.Cut(function, ").")
	return m
}

// openCalls are calls through interfaces that lead nowhere, of methods that are
// called like one above the place.
func (w *WhyNot) openCalls(q *Query, methods map[string]bool) {
	values := 0
	for _, u := range q.Unseen() {
		switch u.Kind {
		case functionValue:
			values++
		case interfaceCall:
			name := u.What[strings.LastIndexByte(u.What, '.')+1:]
			if methods[name] {
				w.stop(Stop{
					Kind: "open-call", Position: u.Position,
					Text: u.Function + " calls " + u.What + ", and no type of the program is known to arrive there",
				})
			}
		}
	}
	if values > 0 {
		w.stop(Stop{Kind: "open-call", Text: fmt.Sprintf("it could also be one of the function values that %d calls run of which nothing is known; the audit lists them", values)})
	}
}

// nothingThere speaks of a place that acquires nothing.
func (w *WhyNot) nothingThere(q *Query) {
	text := "nothing is acquired in its own body"
	if len(w.Calls) > 0 {
		text = "no call on this line acquires anything that the catalog knows: " + strings.Join(slices.Compact(w.Calls), ", ")
	}
	w.stop(Stop{Kind: "no-acquisition", Text: text})
	below := map[string]bool{}
	for _, s := range q.spots(w.Target) {
		e := link.EntryPoint{Func: s.fn, Kind: catalog.NoEntry}
		for _, t := range s.p.taken(e, s.p.matters()) {
			if below[t.Function+t.Symbol] {
				continue
			}
			below[t.Function+t.Symbol] = true
			if len(below) <= 3 {
				w.stop(Stop{Kind: "entry", Text: fmt.Sprintf("in it or below, %s takes a %s (%s): verdict %s", t.Function, t.Kind, t.Symbol, t.Verdict), Position: t.Position})
			}
		}
	}
	if p := q.paths(w.Target, onRequest); len(p) > 0 {
		text := "one entry point for requests or streams reaches it"
		if len(p) > 1 {
			text = fmt.Sprintf("%d entry points for requests or streams reach it; the shortest way is", len(p))
		}
		w.stop(Stop{Kind: "entry", Text: text, Chain: p[0].Chain})
	} else {
		w.missing(q, len(q.paths(w.Target, func(link.EntryPoint) bool { return true })) > 0)
	}
}
