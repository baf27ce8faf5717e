package report

import (
	"strings"

	"github.com/sessionlint/sessionlint/analyzer/rule"
)

// markdownHelp is the documentation of a rule.
func markdownHelp(r *rule.Rule) string {
	code := func(s string) string { return "```go\n" + strings.TrimSpace(s) + "\n```" }
	return ruleHelp(r, "**", "**", code)
}

// PlainHelp is the same for readers that do not know Markdown.
func PlainHelp(r *rule.Rule) string {
	return ruleHelp(r, "", "", strings.TrimSpace)
}

func ruleHelp(r *rule.Rule, before, after string, code func(string) string) string {
	parts := []string{upperFirst(r.Title) + "."}
	part := func(heading, text string) {
		if text = strings.TrimSpace(text); text == "" {
			return
		}
		if heading != "" {
			parts = append(parts, before+heading+after)
		}
		parts = append(parts, text)
	}
	example := func(heading, text string) {
		if text != "" {
			part(heading, code(text))
		}
	}
	part("", unwrap(r.Why))
	example("Wrong", r.Bad)
	example("Right", r.Good)
	part("When it is right", unwrap(r.Approve))
	part("Limits", unwrap(r.Limits))
	part("How often it is wrong", unwrap(r.Measured))
	return strings.Join(parts, "\n\n")
}
