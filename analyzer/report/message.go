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
	t.chain("\t", f.Entry, f.Chain)
	t.line("\thelp: %s", clean(f.Help))
	return strings.TrimSuffix(t.buf.String(), "\n")
}
