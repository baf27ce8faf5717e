package report

import (
	"fmt"
	"io"

	"github.com/sessionlint/sessionlint/analyzer/rule"
)

// homepage is where a reader of any format learns what sessionlint is.
const homepage = "https://github.com/sessionlint/sessionlint"

// Above these code scanning rejects a file (docs.github.com, "SARIF support for
// code scanning"). It shows fewer: 5,000 results, 1,000 steps of a path.
const (
	sarifMaxResults = 25_000
	sarifMaxSteps   = 10_000
)

// SARIF writes a SARIF 2.1.0 log for code scanning and editors.
//
// What its readers do with it decides what stands where. Code scanning wants
// no empty string, takes the first location of a result only, renders a rule's
// help from Markdown, and shows a related location only where the message links
// to it. Editors show the message in one line. Both show the path of a code
// flow, step by step.
func SARIF(w io.Writer, r *rule.Report, o Options) error {
	rules := o.Rules
	if rules == nil {
		rules = rule.All()
	}
	s := &sarif{names: newNamer(r.Module), rules: newSarifRules(rules, r.Findings), characters: map[rule.Position]int{}}
	for _, c := range r.Characters {
		s.characters[c.Position] = c.Character
	}
	for i := range r.Findings {
		if i == sarifMaxResults {
			s.notify("only the first %d of %d findings are given, because code scanning rejects longer lists", i, len(r.Findings))
			break
		}
		s.results = append(s.results, s.result(&r.Findings[i]))
	}
	if s.shortened > 0 {
		s.notify("the call paths of %s are given without their middle, because code scanning rejects paths of more than %d steps",
			count(s.shortened, "finding"), sarifMaxSteps)
	}
	for _, p := range r.Incomplete {
		s.notify("package %s was not analysed in full, so findings may be missing: %s", clean(p.Package), clean(p.Error))
	}
	return encode(w, s.log(r.Module, o.Version))
}

// sarif collects the parts of a run.
type sarif struct {
	names         namer
	rules         *sarifRules
	characters    map[rule.Position]int
	results       []sarifResult
	notifications []sarifNotification
	shortened     int // findings whose path was cut
}

func (s *sarif) notify(format string, args ...any) {
	s.notifications = append(s.notifications, sarifNotification{
		Level: "warning", Message: sarifText{Text: fmt.Sprintf(format, args...)},
	})
}

func (s *sarif) log(module, version string) sarifLog {
	results := s.results
	if results == nil {
		results = []sarifResult{} // null would say that nothing was run
	}
	return sarifLog{
		Schema:  "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
		Version: "2.1.0",
		Runs: []sarifRun{{
			Tool: sarifTool{sarifDriver{
				Name: "sessionlint", Version: clean(version), InformationURI: homepage, Rules: s.rules.list,
			}},
			AutomationDetails: sarifAutomation{automationID(module)},
			Invocations:       []sarifInvocation{{ExecutionSuccessful: true, Notifications: s.notifications}},
			OriginalURIBases:  uriBases(),
			// Columns of a report count bytes, which SARIF has no word for: see
			// column.
			ColumnKind: "unicodeCodePoints",
			Results:    results,
		}},
	}
}

// automationID is "category/run", the run left empty. Code scanning replaces
// the results of the same category, so each module of a repository has its own.
func automationID(module string) string {
	if module == "" {
		return "sessionlint/"
	}
	return "sessionlint/" + clean(module) + "/"
}
