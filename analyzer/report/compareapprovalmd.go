package report

import (
	"strings"

	"github.com/sessionlint/sessionlint/analyzer/rule"
)

const approvalHead = "| what | of | reason | owner | until | written at |"

func (m *comparison) approvals(title string, list []rule.Declaration) {
	m.table(title, len(list), approvalHead, func(i int) string {
		return m.approvalRow(list[i], list[i])
	})
}

func (m *comparison) approvalsChanged() {
	list := m.Approvals.Changed
	m.table("Approvals changed", len(list), approvalHead, func(i int) string {
		return m.approvalRow(list[i].Old, list[i].New)
	})
}

// approvalRow shows what differs as before → now.
func (m *comparison) approvalRow(old, new rule.Declaration) string {
	cell := func(before, now string) string {
		if before == now {
			return mdCell(mdProse(now))
		}
		return mdCell(mdProse(orElse(before, "none")) + " → **" + mdProse(orElse(now, "none")) + "**")
	}
	cells := []string{
		cell(declaredAs(old), declaredAs(new)), m.declaredOf(new), cell(old.Reason, new.Reason), cell(old.Owner, new.Owner),
		cell(lastDay(old), lastDay(new)), mdCell(mdCode(place(new.Position))),
	}
	return "| " + strings.Join(cells, " | ") + " |"
}

// declaredAs is "provider (config, on request)".
func declaredAs(d rule.Declaration) string {
	s := d.What + " (" + d.By
	if d.OnRequest {
		s += ", on request"
	}
	return s + ")"
}

func lastDay(d rule.Declaration) string {
	if d.Expired {
		return d.Until + " (over)"
	}
	return d.Until
}

// declaredOf is the function or pattern that an approval is about, and the rules
// that it silences.
func (m *comparison) declaredOf(d rule.Declaration) string {
	var parts []string
	if len(d.Rules) > 0 {
		parts = append(parts, mdProse(strings.Join(d.Rules, ", ")))
	}
	if d.Symbol != "" {
		parts = append(parts, mdCode(m.names.function(d.Symbol)))
	}
	if len(parts) == 0 {
		parts = append(parts, "its line")
	}
	return mdCell(strings.Join(parts, " in "))
}
