package report

import (
	"fmt"
	"unicode/utf8"

	"github.com/sessionlint/sessionlint/analyzer/rule"
)

// A chain of more steps than chainShown is shortened to its first and last
// ones: how execution gets in, and what to change.
const (
	chainHead  = 2
	chainTail  = 3
	chainShown = chainHead + chainTail + 1
)

// alignAt is the widest function name to which the positions are aligned, on a
// terminal that has room for them.
const alignAt = 72

// chainRow is one line of a chain: what runs, and where it calls on.
type chainRow struct{ what, where string }

// chain writes the steps from the entry point to the place of the finding.
func (t *text) chain(indent string, entry *rule.Entry, steps []rule.Step) {
	rows := t.chainRows(entry, steps)
	width, widest := 0, alignAt
	if t.opts.Width > 0 {
		widest = min(widest, t.opts.Width-len(indent)-2-wherever(rows))
	}
	for _, r := range rows {
		if n := utf8.RuneCountInString(r.what); n <= widest {
			width = max(width, n)
		}
	}
	for _, r := range rows {
		if r.where == "" {
			t.line("%s%s", indent, t.paint.faint(r.what))
			continue
		}
		t.line("%s%s  %s", indent, pad(r.what, width), t.paint.faint(r.where))
	}
}

// wherever is the width of the widest position.
func wherever(rows []chainRow) int {
	n := 0
	for _, r := range rows {
		n = max(n, utf8.RuneCountInString(r.where))
	}
	return n
}

func (t *text) chainRows(entry *rule.Entry, steps []rule.Step) []chainRow {
	left := t.leftOut(len(steps))
	var rows []chainRow
	for i, s := range steps {
		if left > 0 && i == chainHead {
			rows = append(rows, chainRow{what: fmt.Sprintf("  … %d more …", left)})
		}
		if i >= chainHead && i < chainHead+left {
			continue
		}
		rows = append(rows, chainRow{t.step(i, entry, s), place(s.Position)})
	}
	return rows
}

// leftOut is how many steps of a chain of n are not shown.
func (t *text) leftOut(n int) int {
	if t.opts.Verbose || n <= chainShown {
		return 0
	}
	return n - chainHead - chainTail
}

// step names the function of a step; the first one after how it is entered,
// the others after how they are called unless that is a plain call.
func (t *text) step(i int, entry *rule.Entry, s rule.Step) string {
	name := t.names.function(s.Function)
	if i == 0 {
		return entryLabel(entry) + name
	}
	switch s.Via {
	case "", "static", "entry":
		return "  → " + name
	}
	return fmt.Sprintf("  → %s  (%s)", name, clean(s.Via))
}

// entryLabel is the route when the registration tells it, else the kind of
// entry point.
func entryLabel(e *rule.Entry) string {
	switch {
	case e == nil:
		return ""
	case e.Route != "":
		return clean(e.Route) + "  "
	case e.Kind != "":
		return clean(e.Kind) + "  "
	}
	return ""
}
