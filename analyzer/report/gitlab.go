package report

import (
	"crypto/sha256"
	"fmt"
	"io"

	"github.com/sessionlint/sessionlint/analyzer/rule"
)

// gitlabIssue is what GitLab reads of a Code Quality report, which is an array
// of such issues (docs.gitlab.com/ci/testing/code_quality). All of it is
// required.
type gitlabIssue struct {
	Description string         `json:"description"`
	CheckName   string         `json:"check_name"`
	Fingerprint string         `json:"fingerprint"`
	Severity    string         `json:"severity"`
	Location    gitlabLocation `json:"location"`
}

type gitlabLocation struct {
	Path  string      `json:"path"` // relative to the repository, without ./
	Lines gitlabLines `json:"lines"`
}

type gitlabLines struct {
	Begin int `json:"begin"`
}

// GitLab writes a Code Quality report. It has no place for packages that could
// not be analysed: every issue is one of a line of a file.
func GitLab(w io.Writer, r *rule.Report) error {
	issues := make([]gitlabIssue, 0, len(r.Findings))
	unique := fingerprints{}
	for i := range r.Findings {
		f := &r.Findings[i]
		issues = append(issues, gitlabIssue{
			Description: sentence(f, r.Module),
			CheckName:   clean(f.Rule + " " + f.Name),
			Fingerprint: unique.of(f),
			Severity:    gitlabSeverity(f.Severity),
			Location:    gitlabLocation{clean(f.Position.File), gitlabLines{max(1, f.Position.Line)}},
		})
	}
	return encode(w, issues)
}

func gitlabSeverity(severity string) string {
	switch level(severity) {
	case "error":
		return "major"
	case "note":
		return "info"
	}
	return "minor"
}

// fingerprints counts how often each one was given out.
type fingerprints map[string]int

// of is the fingerprint of a finding, or one made from it when an earlier
// finding has the same: of two issues with one fingerprint GitLab shows the
// first only.
func (seen fingerprints) of(f *rule.Finding) string {
	key := clean(f.Fingerprint)
	if key == "" {
		key = digest(f.Rule, f.Position.File, f.Function, f.Symbol, f.Message)
	}
	seen[key]++
	if n := seen[key]; n > 1 {
		return digest(key, fmt.Sprint(n))
	}
	return key
}

func digest(parts ...string) string {
	h := sha256.New()
	for _, p := range parts {
		fmt.Fprintf(h, "%d %s\n", len(p), p)
	}
	return fmt.Sprintf("%x", h.Sum(nil)[:16])
}
