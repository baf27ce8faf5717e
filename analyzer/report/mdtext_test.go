package report_test

import (
	"strings"
	"testing"

	"github.com/sessionlint/sessionlint/analyzer/report"
	"github.com/sessionlint/sessionlint/analyzer/rule"
)

// TestMarkdownProse: words that Markdown or the sites that show it would take
// for more than text are code.
func TestMarkdownProse(t *testing.T) {
	markdown, _ := report.FindFormat("markdown")
	for in, want := range map[string]string{
		"only main reaches it":                         "Only main reaches it.",
		"released by (*store.T).Close, always":         "Released by `(*store.T).Close`, always.",
		"ask @octocat about #12":                       "Ask `@octocat` about `#12`.",
		"see https://example.com/a or www.example.com": "See `https://example.com/a` or `www.example.com`.",
		"a_b *c* <b> &amp; [x](y) ~z~ a|b":             "`a_b` `*c*` `<b>` `&amp`; `[x](y)` `~z~` `a|b`.",
		"it is `quoted`":                               "It is `` `quoted` ``.",
		"(main, a constructor that main calls)":        "(main, a constructor that main calls).",
		"- no list":                                    "`-` no list",
	} {
		r := acquisitionAt(1, 1)
		r.Acquisitions[0].Reason = in
		out := written(t, markdown, r, report.Options{})
		if !strings.Contains(out, want) {
			t.Errorf("%q: no %q in\n%s", in, want, out)
		}
	}
}

// TestMarkdownTables: a bar in a name does not end a cell.
func TestMarkdownTables(t *testing.T) {
	markdown, _ := report.FindFormat("markdown")
	f := poolFinding()
	f.Entry.Route, f.Chain[0].Function = "GET /{a|b}", "example.com/shop.F|G"
	out := written(t, markdown, &rule.Report{Module: "example.com/shop", Findings: []rule.Finding{f}}, report.Options{})
	if want := "| request | `GET /{a\\|b}` | `shop.F\\|G` | F1 |\n"; !strings.Contains(out, want) {
		t.Errorf("no %q in\n%s", want, out)
	}
}
