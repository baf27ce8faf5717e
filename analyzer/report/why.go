package report

import (
	"io"
	"strings"

	"github.com/sessionlint/sessionlint/analyzer/query"
	"github.com/sessionlint/sessionlint/analyzer/rule"
)

// answers is what why and why-not write as JSON.
type answers[T any] struct {
	Schema string `json:"schema"`
	Module string `json:"module"`
	Places []T    `json:"places"`
}

// WriteWhy writes who reaches some places, as text or json.
func WriteWhy(w io.Writer, r *rule.Report, list []query.Why, format string, o TextOptions) error {
	if format == "json" {
		for i := range list {
			list[i].Findings = findingsWithChains(list[i].Findings)
		}
		return encode(w, answers[query.Why]{rule.Schema, r.Module, list})
	}
	t := newText(r, o)
	for i, y := range list {
		if i > 0 {
			t.line("")
		}
		t.target(y.Target)
		t.ways(y)
	}
	return t.writeTo(w)
}

// target names a place and says what is known of it.
func (t *text) target(x query.Target) {
	head := t.paint.bold(place(x.Position)) + ": "
	switch a := x.Acquisition; {
	case a != nil:
		t.line("%s%s in %s", head, strings.TrimSpace(clean(a.Kind)+" "+clean(a.Symbol)), t.names.function(a.Function))
		t.line("  verdict %s: %s", clean(a.Verdict), clean(a.Reason))
	case x.What == "finding":
		t.line("%sin %s", head, t.names.function(x.Function))
	default:
		t.line("%s%s", head, t.names.function(x.Function))
	}
	for i := range x.Findings {
		f := &x.Findings[i]
		t.line("  %s %s: %s", t.paint.severity(f.Severity, clean(f.Rule)), clean(f.Name), clean(f.Message))
	}
}

func (t *text) ways(y query.Why) {
	n := len(y.Paths) + y.More
	if n == 0 {
		t.line("  no entry point reaches it ('sessionlint why-not' says how far up its callers go)")
		return
	}
	t.line("  %s", reach(n))
	for _, p := range y.Paths {
		e := p.Entry
		t.line("")
		t.line("  %s, %s%s", entryTitle(&e), count(len(p.Chain)-1, "call"), howPhrase(p.How))
		t.chain("    ", nil, p.Chain)
	}
	if y.More > 0 {
		t.line("")
		t.line("  … and %d more, by longer ways (-n=0 shows all)", y.More)
	}
}

func reach(n int) string {
	if n == 1 {
		return "1 entry point reaches it"
	}
	return count(n, "entry point") + " reach it"
}

func howPhrase(how string) string {
	switch how {
	case "go":
		return ", in a goroutine that it does not wait for"
	case "first-use":
		return ", where it begins on first use"
	case "once":
		return ", through a guard that runs once"
	}
	return ""
}

// WriteWhyNot writes what keeps some places from being reported.
func WriteWhyNot(w io.Writer, r *rule.Report, list []query.WhyNot, format string, o TextOptions) error {
	if format == "json" {
		for i := range list {
			list[i].Findings = findingsWithChains(list[i].Findings)
		}
		return encode(w, answers[query.WhyNot]{rule.Schema, r.Module, list})
	}
	t := newText(r, o)
	for i, y := range list {
		if i > 0 {
			t.line("")
		}
		t.target(y.Target)
		if len(y.Findings) > 0 && len(y.Stops) == 0 {
			t.line("  it is reported")
		}
		for _, s := range y.Stops {
			at := ""
			if s.Position.File != "" {
				at = "  " + t.paint.faint(place(s.Position))
			}
			t.line("  %s %s%s", t.paint.green("-"), t.names.sentence(s.Text), at)
			t.chain("      ", nil, s.Chain)
		}
	}
	return t.writeTo(w)
}
