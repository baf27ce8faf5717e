package cli

import (
	"slices"
	"strings"

	"github.com/sessionlint/sessionlint/analyzer/rule"
)

// failOn says which findings decide the exit status.
type failOn struct {
	any, errors bool
	rules       []string // ids
}

// parseFailOn reads the value of -fail-on. Rules may be given by id or name.
func parseFailOn(value string, known []Rule) (failOn, error) {
	var f failOn
	for word := range strings.SplitSeq(value, ",") {
		word = strings.TrimSpace(word)
		switch word {
		case "any":
			f.any = true
			continue
		case "error":
			f.errors = true
			continue
		}
		i := slices.IndexFunc(known, func(r Rule) bool {
			return strings.EqualFold(r.ID, word) || strings.EqualFold(r.Name, word)
		})
		if i < 0 {
			return f, errBadFailOn.of(word, didYouMean(word, failOnWords(known)))
		}
		f.rules = append(f.rules, known[i].ID)
	}
	return f, nil
}

func failOnWords(known []Rule) []string {
	words := []string{"any", "error"}
	for _, r := range known {
		words = append(words, r.ID, r.Name)
	}
	return words
}

// counts reports whether a finding makes the exit status 1.
func (f failOn) counts(finding *rule.Finding) bool {
	return f.any || f.errors && finding.Severity == "error" || slices.Contains(f.rules, finding.Rule)
}
