package policy

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/sessionlint/sessionlint/analyzer/policy/config"
	"github.com/sessionlint/sessionlint/analyzer/rule"
)

// Propose fills a first configuration with what the report recognised: functions
// that hand out a session, and functions that run in the background with one of
// their own. What is in apart is listed and not declared, with why.
func Propose(p *config.Proposal, r *rule.Report, apart map[string]string) {
	s := &proposer{report: r, apart: apart, broken: map[string]bool{}, seen: map[string]bool{}}
	for _, a := range r.Acquisitions {
		if a.Verdict == "violation" {
			s.broken[rule.Enclosing(a.Function)] = true
		}
	}
	for _, a := range r.Acquisitions {
		switch {
		case a.Approval != nil && a.Approval.By == "nature" && a.Approval.What == "provider":
			s.propose(&p.Providers, rule.Enclosing(a.Function), a, providerReason(a.Reason))
		case a.Verdict == "background" && a.Approval == nil:
			if f, how := s.launched(a); f != "" {
				s.propose(&p.Background, f, a, how)
			}
		}
	}
	bySymbol := func(a, b config.Proposed) int { return cmp.Compare(a.Symbol, b.Symbol) }
	slices.SortFunc(p.Providers, bySymbol)
	slices.SortFunc(p.Background, bySymbol)
	slices.Sort(s.lines)
	p.Apart = s.lines
}

type proposer struct {
	report *rule.Report
	apart  map[string]string
	broken map[string]bool // functions in which something is wrong
	seen   map[string]bool
	lines  []string
}

func (s *proposer) propose(list *[]config.Proposed, function string, a rule.Acquisition, reason string) {
	if s.seen[function] {
		return
	}
	s.seen[function] = true
	// Have: (*example.com/shop/store.DB).Begin (store/db.go): (*database/sql.DB).BeginTx
	note := fmt.Sprintf("%s: %s", a.Position.File, a.Symbol)
	why := s.apart[function]
	switch {
	case why != "":
	case strings.Contains(function, "$"):
		why = reason + "; a closure has no name to declare"
	case s.broken[function]:
		why = "something else in it is reported"
	default:
		*list = append(*list, config.Proposed{Symbol: function, Reason: reason + " (proposed)", Note: note})
		return
	}
	s.lines = append(s.lines, fmt.Sprintf("%s (%s): %s", function, a.Position.File, why))
}

// providerReason is the reason of a verdict as somebody would write it beside
// the function.
func providerReason(reason string) string {
	if _, rest, ok := strings.Cut(reason, " is a provider: "); ok {
		reason = rest
	}
	reason, _, _ = strings.Cut(reason, ", and its calls are judged instead")
	return reason
}

// launched is the function that runs in the background with an acquisition in
// it or below it, with how it is started. Closures keep their own names.
func (s *proposer) launched(a rule.Acquisition) (function, how string) {
	for _, step := range slices.Backward(a.Chain) {
		if step.Via == "go" {
			return step.Function, "runs in a goroutine of its own"
		}
	}
	if len(a.Chain) == 0 || a.Reason != "runs as background work" {
		return "", ""
	}
	function, how = a.Chain[0].Function, a.Reason
	for _, e := range s.report.EntryPoints {
		if e.Kind == "background" && e.Function == function && e.Framework != "" {
			return function, how + ", started by " + e.Framework
		}
	}
	return function, how
}

// Unfit finds the declarations that change more than who approves: those that
// approve nothing, and those with which other findings are made than without.
// The result says why, by symbol.
func Unfit(p *config.Proposal, without, with []rule.Finding) map[string]string {
	declared := map[string]bool{}
	for _, e := range slices.Concat(p.Providers, p.Background) {
		declared[e.Symbol] = true
	}
	unfit := map[string]string{}
	blame := func(f *rule.Finding, why string) {
		names := []string{f.Function, f.Symbol}
		for _, step := range f.Chain {
			names = append(names, step.Function)
		}
		found := false
		for _, n := range names {
			if n = rule.Enclosing(n); declared[n] {
				unfit[n], found = why, true
			}
		}
		for n := range declared {
			if !found { // nobody knows which one it is
				unfit[n] = why
			}
		}
	}
	for _, f := range onlyIn(without, with) {
		blame(&f, "declaring it would also approve what "+f.Rule+" reports")
	}
	for _, f := range onlyIn(with, without) {
		switch f.Rule {
		case rule.SL901.ID:
			blame(&f, "it needs no declaration under these settings")
		case rule.SL903.ID:
			blame(&f, "a request waits for it, too")
		default:
			blame(&f, "declaring it changes what "+f.Rule+" reports")
		}
	}
	return unfit
}

// onlyIn is the findings of a that b does not have.
func onlyIn(a, b []rule.Finding) []rule.Finding {
	there := map[string]bool{}
	for _, f := range b {
		there[f.Fingerprint] = true
	}
	return slices.DeleteFunc(slices.Clone(a), func(f rule.Finding) bool { return there[f.Fingerprint] })
}
