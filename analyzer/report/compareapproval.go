package report

import (
	"strings"

	"github.com/sessionlint/sessionlint/analyzer/rule"
)

// Approvals is what became of the declared approvals.
type Approvals struct {
	Added, Removed []rule.Declaration
	Changed        []ApprovalChange
	Unknown        bool // one of the audits does not list them
}

// ApprovalChange is one approval in both audits.
type ApprovalChange struct{ Old, New rule.Declaration }

// Count is how many of them are not as they were.
func (a *Approvals) Count() int { return len(a.Added) + len(a.Removed) + len(a.Changed) }

// compareApprovals compares what people declared. Where an approval is written
// does not matter as long as it is about the same, nor whether a directive or the
// configuration says it.
func compareApprovals(old, new []rule.Declaration) Approvals {
	if (old == nil) != (new == nil) {
		return Approvals{Unknown: true}
	}
	m := approvalMatcher{old: old, new: new, pair: make([]int, len(old)), taken: make([]bool, len(new))}
	for i := range m.pair {
		m.pair[i] = -1
	}
	m.each(func(d rule.Declaration) string { return aboutKey(d, d.By, d.Position.File, d.Reason) })
	m.each(func(d rule.Declaration) string { return aboutKey(d, d.By, d.Position.File) })
	m.each(func(d rule.Declaration) string { return aboutKey(d, d.Reason) })
	m.each(func(d rule.Declaration) string {
		if d.Symbol == "" { // of a line in another file, with other words: another one
			return ""
		}
		return aboutKey(d)
	})
	var out Approvals
	for i, d := range old {
		switch j := m.pair[i]; {
		case j < 0:
			out.Removed = append(out.Removed, d)
		case terms(d) != terms(new[j]):
			out.Changed = append(out.Changed, ApprovalChange{d, new[j]})
		}
	}
	for j, d := range new {
		if !m.taken[j] {
			out.Added = append(out.Added, d)
		}
	}
	return out
}

func aboutKey(d rule.Declaration, more ...string) string {
	return strings.Join(append([]string{d.What, d.Symbol, strings.Join(d.Rules, ",")}, more...), "\x00")
}

// terms are what somebody has to agree to once more when they change.
func terms(d rule.Declaration) string {
	t := strings.Join([]string{d.By, d.Reason, d.Owner, d.Until}, "\x00")
	if d.OnRequest {
		t += "\x00on request"
	}
	if d.Expired {
		t += "\x00expired"
	}
	return t
}

// approvalMatcher pairs approvals, those with the most in common first.
type approvalMatcher struct {
	old, new []rule.Declaration
	pair     []int // of old, or -1
	taken    []bool
}

func (m *approvalMatcher) each(key func(rule.Declaration) string) {
	left := map[string][]int{}
	for j, d := range m.new {
		if k := key(d); !m.taken[j] && k != "" {
			left[k] = append(left[k], j)
		}
	}
	for i, d := range m.old {
		if k := key(d); m.pair[i] < 0 && len(left[k]) > 0 {
			j := left[k][0]
			left[k] = left[k][1:]
			m.pair[i], m.taken[j] = j, true
		}
	}
}
