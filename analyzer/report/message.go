package report

import (
	"strings"

	"github.com/sessionlint/sessionlint/analyzer/rule"
)

// Message is a finding for hosts that print one text at one position, such as
// go vet and golangci-lint: the rule and what is wrong in a first line that
// stands alone, the chain and the help below it. Symbols of the module are shown
// without its path.
func Message(f *rule.Finding, module string) string {
	t := newText(&rule.Report{Module: module}, TextOptions{})
	t.line("%s: %s", f.Rule, clean(f.Message))
	t.below("\t", f)
	return strings.TrimSuffix(t.buf.String(), "\n")
}

// paragraph is a finding in several lines for formats that name its rule and
// place elsewhere.
func paragraph(f *rule.Finding, module string, o TextOptions) string {
	t := newText(&rule.Report{Module: module}, o)
	t.line("%s", clean(f.Message))
	t.below("  ", f)
	return strings.TrimSuffix(t.buf.String(), "\n")
}

// sentence is a finding in one line for formats that name its rule and place
// elsewhere: what is wrong, the functions on the path, and what to do.
func sentence(f *rule.Finding, module string) string {
	t := newText(&rule.Report{Module: module}, TextOptions{})
	out := clean(f.Message)
	var path []string
	for _, row := range t.chainRows(f.Entry, f.Chain) {
		path = append(path, strings.Fields(row.what)...)
	}
	if len(path) > 0 {
		out += "; path: " + strings.Join(path, " ")
	}
	if f.Help != "" {
		out += "; help: " + clean(f.Help)
	}
	return out
}
