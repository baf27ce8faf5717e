package report

import (
	"fmt"
	"strings"

	"github.com/sessionlint/sessionlint/analyzer/rule"
)

// conclusion is the sentence that an audit ends with.
func conclusion(r *rule.Report) string {
	s := verdictSentence(r)
	if rest := reservation(r); rest != "" {
		s += "; " + rest
	}
	return s
}

// reservation is why a conclusion may not be the whole one, or "".
func reservation(r *rule.Report) string {
	if n := len(r.Incomplete); n > 0 {
		return fmt.Sprintf("not the whole picture: %s not analysed in full", count(n, "package"))
	}
	return ""
}

func verdictSentence(r *rule.Report) string { return ownVerdict(r) + knownToo(r) }

// knownToo is how many findings a baseline keeps out of the report, or "".
func knownToo(r *rule.Report) string {
	if r.Baseline == nil || r.Baseline.Known == 0 {
		return ""
	}
	return fmt.Sprintf("; not counting %s of the baseline %s", count(r.Baseline.Known, "known finding"), clean(r.Baseline.File))
}

func ownVerdict(r *rule.Report) string {
	total := len(r.Acquisitions)
	violations, right := 0, "right"
	for _, a := range r.Acquisitions {
		switch {
		case a.Verdict != "violation":
		case a.Approval == nil:
			violations++
		default:
			right = "right or approved"
		}
	}
	switch {
	case len(r.Findings) > 0:
		return fmt.Sprintf("%s in %s", count(len(r.Findings), "problem"), count(total, "acquisition"))
	case violations > 0:
		return fmt.Sprintf("no finding under these settings, but %d of %s break the rule", violations, count(total, "acquisition"))
	case total == 0:
		return "no problem found: nothing is acquired"
	case nothingReached(r.Acquisitions):
		return fmt.Sprintf("nothing was judged: no entry point that was recognised reaches any of %s", count(total, "acquisition"))
	}
	return fmt.Sprintf("no problem found: %s, each %s: %s", count(total, "acquisition"), right, tally(r.Acquisitions))
}

// nothingReached reports whether acquisitions were listed and none of them has
// a path to judge: then the program starts in a way that was not recognised,
// and that nothing was found says nothing.
func nothingReached(acqs []rule.Acquisition) bool {
	found := false
	for _, a := range acqs {
		switch a.Verdict {
		case "unreachable":
			found = true
		case "doc", "test":
		default:
			return false
		}
	}
	return found
}

// tally is "2 startup, 1 background", in the order of the groups.
func tally(acqs []rule.Acquisition) string {
	var parts []string
	for _, g := range byVerdict(acqs) {
		parts = append(parts, fmt.Sprintf("%d %s", len(g.acqs), clean(g.verdict)))
	}
	return strings.Join(parts, ", ")
}
