// Package policy decides what stands of the findings that the rules made: what
// the configuration switches off, excludes or weighs otherwise.
//
// In: findings and settings. Out: the findings that are reported. Verdicts and
// acquisitions are facts about the program and do not change here.
package policy

import (
	"github.com/sessionlint/sessionlint/analyzer/policy/config"
	"github.com/sessionlint/sessionlint/analyzer/rule"
)

// Apply returns what stands of the findings. name gives the name of a file
// relative to the folder of the configuration, with slashes.
func Apply(c *config.Config, findings []rule.Finding, name func(file string) string) []rule.Finding {
	if c == nil {
		return findings
	}
	var out []rule.Finding
	for _, f := range findings {
		if Stands(c, &f, name(f.Position.File)) {
			out = append(out, f)
		}
	}
	return out
}

// Stands reports whether a finding in a file is reported, and gives it the
// severity that is set.
func Stands(c *config.Config, f *rule.Finding, file string) bool {
	if c == nil {
		return true
	}
	if c.Excluded(file) || c.Acquires(f.Function) {
		return false
	}
	switch setting := c.Rules[f.Rule]; setting {
	case "off":
		return false
	case "error", "warning", "info":
		f.Severity = setting
	}
	return true
}
