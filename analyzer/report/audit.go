package report

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/sessionlint/sessionlint/analyzer/rule"
)

// AuditOptions says how the text of an audit looks and what it searched.
type AuditOptions struct {
	TextOptions
	Searched Searched
}

// Searched counts what a run has read. It holds nothing that differs from run
// to run, such as how much came from the cache.
type Searched struct {
	Matched int `json:"matched"`  // packages that the patterns matched
	Mains   int `json:"programs"` // programs among them
	Read    int `json:"read"`     // packages whose bodies were read, third-party ones included
	Pruned  int `json:"pruned"`   // packages left out: they cannot reach an acquisition
}

// AuditText writes what was searched, every acquisition by verdict, the
// findings, what could not be analysed, and the conclusion.
func AuditText(w io.Writer, r *rule.Report, o AuditOptions) error {
	t := newText(r, o.TextOptions)
	t.line("%s of %s, policy %s", t.paint.bold("audit"), clean(r.Module), clean(r.Policy))
	if o.Searched != (Searched{}) { // a report that was read may not say it
		t.line("searched: %s", searched(o.Searched))
	}
	for _, g := range byVerdict(r.Acquisitions) {
		t.line("")
		t.group(g)
	}
	if len(r.Findings) > 0 {
		t.line("")
		t.line("%s", t.paint.bold(count(len(r.Findings), "finding")))
		for i := range r.Findings {
			t.line("")
			t.finding(&r.Findings[i])
		}
	}
	if len(r.Incomplete) > 0 {
		t.line("")
		t.incomplete(r.Incomplete)
	}
	t.unseen(r.Unseen)
	t.line("")
	t.line("%s", t.paint.bold(conclusion(r)))
	return t.writeTo(w)
}

func searched(s Searched) string {
	out := count(s.Matched, "package")
	if s.Mains > 0 {
		out += fmt.Sprintf(" (%s)", count(s.Mains, "program"))
	}
	out += fmt.Sprintf("; read %d with their imports", s.Read)
	if s.Pruned > 0 {
		out += fmt.Sprintf(", left out %d that cannot acquire anything", s.Pruned)
	}
	return out
}

// verdicts is the order of the groups: what is wrong, what runs for requests,
// what runs elsewhere, what does not run.
func verdicts() []string {
	return []string{
		"violation", "request-session", "startup", "singleton", "background",
		"factory", "cli", "test", "unreachable", "doc",
	}
}

// verdictGroup is the acquisitions of one verdict, in the report's order.
type verdictGroup struct {
	verdict string
	acqs    []rule.Acquisition
}

// byVerdict groups acquisitions; verdicts that this package does not know come
// last, by name.
func byVerdict(acqs []rule.Acquisition) []verdictGroup {
	var groups []verdictGroup
	for _, a := range acqs {
		i := slices.IndexFunc(groups, func(g verdictGroup) bool { return g.verdict == a.Verdict })
		if i < 0 {
			i = len(groups)
			groups = append(groups, verdictGroup{verdict: a.Verdict})
		}
		groups[i].acqs = append(groups[i].acqs, a)
	}
	order := verdicts()
	slices.SortFunc(groups, func(a, b verdictGroup) int {
		ia, ib := slices.Index(order, a.verdict), slices.Index(order, b.verdict)
		if ia < 0 && ib < 0 {
			return strings.Compare(a.verdict, b.verdict)
		}
		if ia < 0 || ib < 0 {
			return ib - ia // the unknown one, -1, comes last
		}
		return ia - ib
	})
	return groups
}

func (t *text) group(g verdictGroup) {
	name := clean(g.verdict)
	if g.verdict == "violation" {
		name = t.paint.red(name)
	}
	t.line("%s (%d)", t.paint.bold(name), len(g.acqs))
	var width [3]int
	for _, a := range g.acqs {
		for i, c := range acqColumns(a) {
			width[i] = max(width[i], utf8.RuneCountInString(c))
		}
	}
	for _, a := range g.acqs {
		row := "  "
		for i, c := range acqColumns(a) {
			if width[i] > 0 { // what stands in a comment has no kind
				row += pad(c, width[i]) + "  "
			}
		}
		t.line("%sin %s", row, t.names.function(a.Function))
		t.why(a)
	}
}

func acqColumns(a rule.Acquisition) [3]string {
	return [3]string{place(a.Position), clean(a.Kind), clean(a.Symbol)}
}

func pad(s string, width int) string {
	return s + strings.Repeat(" ", max(0, width-utf8.RuneCountInString(s)))
}

// reachedBy is left out for one entry point, which is the usual case.
func reachedBy(entries int) string {
	if entries < 2 {
		return ""
	}
	return fmt.Sprintf(" (%d entry points reach it)", entries)
}

// why writes the reason of a verdict and what approves the acquisition. Its
// chain is shown on request: for what is right the reason is enough, and for
// what is wrong the finding shows it.
func (t *text) why(a rule.Acquisition) {
	if a.Reason != "" {
		t.line("      %s%s", clean(a.Reason), reachedBy(a.Entries))
	}
	if p := a.Approval; p != nil {
		t.line("      approved by %s", approval(p, a.Reason, clean, clean))
	}
	if t.opts.Verbose {
		t.chain("      ", nil, a.Chain)
	}
}
