package config

import (
	"fmt"
	"strings"
)

// Proposal is a first configuration: settings that hold already, and approvals
// that people are to read and reword.
type Proposal struct {
	Policy, Families, Scope string // "" for the default
	Tests                   bool
	Baseline                string
	Providers, Background   []Proposed
	Apart                   []string // what was recognised and cannot be declared, a line each
}

// Proposed is an approval to be read by somebody.
type Proposed struct {
	Symbol, Reason string
	Note           string // where it is and what is known of it
}

// String is the text of the file.
func (p *Proposal) String() string {
	var b strings.Builder
	b.WriteString(`# yaml-language-server: $schema=` + SchemaID + `
#
# Settings of sessionlint, written by "sessionlint init". Flags go before them.
# "sessionlint config check" says what is wrong in them, and
# "sessionlint config show" what holds.

# How sessions and transactions on request and stream paths are judged:
# standard, strict or relaxed.
`)
	fmt.Fprintf(&b, "policy: %s\n", scalarOrMap(or(p.Policy, "standard")))
	if p.Families != "" {
		fmt.Fprintf(&b, "families: %s\n", scalar(p.Families))
	}
	if p.Scope != "" {
		fmt.Fprintf(&b, "scope: %s\n", p.Scope)
	}
	if p.Tests {
		b.WriteString("tests: true\n")
	}
	fmt.Fprintf(&b, `
# Findings that were there before: debt, which nobody has approved. They are not
# reported. "sessionlint baseline check" says what is fixed of them, and
# "sessionlint baseline write" takes that out.
baseline: %s
`, scalar(p.Baseline))
	p.approvals(&b)
	return b.String()
}

func (p *Proposal) approvals(b *strings.Builder) {
	if len(p.Providers)+len(p.Background) > 0 {
		b.WriteString(`
# Places that are right. The reasons are proposals, made from the shape of the
# code: put your own in their place, and remove what you do not approve of.
# Each may have an owner (who answers for it) and until (its last day).
approve:
`)
		section(b, "providers", "Functions that hand out a session or own its end.", p.Providers)
		section(b, "background", "Functions that run in the background, with sessions of their own.", p.Background)
	}
	if len(p.Apart) > 0 {
		b.WriteString("\n# Recognised without being declared:\n")
		for _, line := range p.Apart {
			fmt.Fprintf(b, "#   %s\n", oneLine(line))
		}
	}
}

func section(b *strings.Builder, key, doc string, list []Proposed) {
	if len(list) == 0 {
		return
	}
	fmt.Fprintf(b, "  # %s\n  %s:\n", doc, key)
	for _, e := range list {
		fmt.Fprintf(b, "    # %s\n    - symbol: %s\n      reason: %s\n", oneLine(e.Note), scalar(e.Symbol), scalar(e.Reason))
	}
}

// scalarOrMap writes request=strict,stream=standard as a mapping.
func scalarOrMap(policy string) string {
	if !strings.Contains(policy, "=") {
		return policy
	}
	return "{" + strings.ReplaceAll(strings.ReplaceAll(policy, "=", ": "), ",", ", ") + "}"
}

// oneLine keeps a comment a comment.
func oneLine(s string) string {
	return strings.Map(func(c rune) rune {
		if c < ' ' || c == 0x7f || c == '\u0085' || c == '\u2028' || c == '\u2029' {
			return ' '
		}
		return c
	}, s)
}
