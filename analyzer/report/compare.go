package report

import (
	"path"
	"slices"
	"strings"

	"github.com/sessionlint/sessionlint/analyzer/rule"
)

// Comparison is what became of the acquisitions and findings of an audit.
type Comparison struct {
	Old, New *rule.Report

	Added, Removed []rule.Acquisition
	Moved          []Change // to another function or file, with the same verdict
	Changed        []Change // of verdict, moved or not
	Same           int      // at most their lines differ
	NewFindings    []rule.Finding
	GoneFindings   []rule.Finding
	NewIncomplete  []rule.Incomplete
	Approvals      Approvals
}

// Change is one acquisition in both audits.
type Change struct{ Old, New rule.Acquisition }

// Compare compares two audits. Lines do not matter: an acquisition is the same
// when it acquires the same in the same function, and has moved when there is
// only one way to see where it went.
func Compare(old, new *rule.Report) *Comparison {
	c := &Comparison{Old: old, New: new}
	m := matcher{old: old.Acquisitions, new: new.Acquisitions}
	m.run()
	for i, a := range old.Acquisitions {
		if j := m.pair[i]; j >= 0 {
			c.add(Change{a, new.Acquisitions[j]})
			continue
		}
		c.Removed = append(c.Removed, a)
	}
	for j, a := range new.Acquisitions {
		if !m.taken[j] {
			c.Added = append(c.Added, a)
		}
	}
	c.NewFindings = findingsOnlyIn(new.Findings, old.Findings)
	c.GoneFindings = findingsOnlyIn(old.Findings, new.Findings)
	c.Approvals = compareApprovals(old.Approvals, new.Approvals)
	for _, p := range new.Incomplete {
		if !slices.ContainsFunc(old.Incomplete, func(o rule.Incomplete) bool { return o.Package == p.Package }) {
			c.NewIncomplete = append(c.NewIncomplete, p)
		}
	}
	return c
}

func (c *Comparison) add(ch Change) {
	switch {
	case ch.Old.Verdict != ch.New.Verdict:
		c.Changed = append(c.Changed, ch)
	case ch.Old.Function != ch.New.Function || ch.Old.Position.File != ch.New.Position.File:
		c.Moved = append(c.Moved, ch)
	default:
		c.Same++
	}
}

// Decisions is how many new things somebody has to decide on: new findings, and
// acquisitions that are new violations though no finding is there to say so.
func (c *Comparison) Decisions() int { return len(c.NewFindings) + len(c.silent()) }

// silent is the acquisitions that became violations, or came as such, without
// a finding: the settings do not ask about them, but nobody has looked at them.
func (c *Comparison) silent() []rule.Acquisition {
	reported := map[rule.Position]bool{}
	for _, f := range c.New.Findings {
		reported[f.Position] = true
	}
	var list []rule.Acquisition
	look := func(a rule.Acquisition) {
		if a.Verdict == "violation" && a.Approval == nil && !reported[a.Position] {
			list = append(list, a)
		}
	}
	for _, a := range c.Added {
		look(a)
	}
	for _, ch := range c.Changed {
		look(ch.New)
	}
	return list
}

// findingsOnlyIn is the findings of a that have no counterpart in b. One that
// occurs more often than before is new as often.
func findingsOnlyIn(a, b []rule.Finding) []rule.Finding {
	left := map[string]int{}
	for i := range b {
		left[findingKey(&b[i])]++
	}
	var list []rule.Finding
	for i := range a {
		if k := findingKey(&a[i]); left[k] > 0 {
			left[k]--
			continue
		}
		list = append(list, a[i])
	}
	return list
}

func findingKey(f *rule.Finding) string {
	if f.Fingerprint != "" {
		return f.Fingerprint
	}
	return strings.Join([]string{f.Rule, f.Symbol, f.Function, f.Position.File}, "\x00")
}

// matcher pairs acquisitions, from what is surely the same to what probably is.
type matcher struct {
	old, new []rule.Acquisition
	pair     []int // of old, or -1
	taken    []bool
}

func (m *matcher) run() {
	m.pair, m.taken = make([]int, len(m.old)), make([]bool, len(m.new))
	for i := range m.pair {
		m.pair[i] = -1
	}
	key := func(parts ...string) string { return strings.Join(parts, "\x00") }
	m.each(func(a rule.Acquisition) string {
		return key(a.Symbol, a.Kind, a.Function, a.Position.File, a.Verdict)
	}, true)
	m.each(func(a rule.Acquisition) string { return key(a.Symbol, a.Kind, a.Function, a.Position.File) }, true)
	m.each(func(a rule.Acquisition) string { return key(a.Symbol, a.Kind, a.Function) }, true)
	m.each(func(a rule.Acquisition) string { return key(a.Symbol, a.Kind, localName(a.Function)) }, false)
	m.each(func(a rule.Acquisition) string { return key(a.Symbol, a.Kind, a.Position.File) }, false)
	m.each(func(a rule.Acquisition) string { return key(a.Symbol, a.Kind, path.Base(a.Position.File)) }, false)
}

// each pairs those that are left and have the same key: in their order, or,
// when that would be a guess, only one with one.
func (m *matcher) each(key func(rule.Acquisition) string, inOrder bool) {
	olds, news := map[string][]int{}, map[string][]int{}
	for i, a := range m.old {
		if m.pair[i] < 0 {
			olds[key(a)] = append(olds[key(a)], i)
		}
	}
	for j, a := range m.new {
		if !m.taken[j] {
			news[key(a)] = append(news[key(a)], j)
		}
	}
	for k, is := range olds {
		js := news[k]
		if !inOrder && (len(is) != 1 || len(js) != 1) {
			continue
		}
		for n := range min(len(is), len(js)) {
			m.pair[is[n]], m.taken[js[n]] = js[n], true
		}
	}
}

// localName is a function's name without its package.
func localName(function string) string {
	return strings.TrimPrefix(strings.Replace(function, packagePath(function), "", 1), ".")
}
