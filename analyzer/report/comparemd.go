package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/sessionlint/sessionlint/analyzer/rule"
)

// comparisonShown is how many rows a table of a comparison has at most: a
// comment on a pull request may have 65,536 characters.
const comparisonShown = 40

// WriteComparison writes a comparison as a comment on a pull request: what
// needs a decision first, and nothing about what is as it was. All is for those
// who want every row.
func WriteComparison(w io.Writer, c *Comparison, all bool) error {
	m := &comparison{Comparison: c, names: newNamer(c.New.Module), most: comparisonShown}
	if all {
		m.most = len(c.Old.Acquisitions) + len(c.New.Acquisitions) + len(c.New.Findings) + len(c.Old.Findings) + c.Approvals.Count()
	}
	m.summary()
	m.findings("Needs a decision", c.NewFindings)
	m.acquisitions("Needs a decision: violations that these settings do not report", c.silent())
	m.approvals("Approvals added", c.Approvals.Added)
	m.approvalsChanged()
	m.approvals("Approvals removed", c.Approvals.Removed)
	m.acquisitions("Added", c.Added)
	m.changed()
	m.moved()
	m.acquisitions("Removed", c.Removed)
	m.findings("Findings that are gone", c.GoneFindings)
	m.warnings()
	_, err := io.WriteString(w, m.buf.String())
	return err
}

type comparison struct {
	*Comparison
	buf   strings.Builder
	names namer
	most  int
}

func (m *comparison) line(format string, args ...any) {
	fmt.Fprintf(&m.buf, format, args...)
	m.buf.WriteByte('\n')
}

func (m *comparison) summary() {
	m.line("### Sessions of %s", mdCode(orElse(m.New.Module, "an unnamed module")))
	switch n := m.Decisions(); {
	case n > 0:
		m.line("\n**%s a decision.**", needs(n))
	case len(m.Added)+len(m.Removed)+len(m.Moved)+len(m.Changed)+len(m.GoneFindings)+m.Approvals.Count() == 0:
		m.line("\nNothing changed: %s as before.", count(m.Same, "acquisition"))
		return
	default:
		m.line("\nNothing new needs a decision.")
	}
	m.line("\n| added | removed | verdict changed | moved | as before |\n|---:|---:|---:|---:|---:|")
	m.line("| %d | %d | %d | %d | %d |", len(m.Added), len(m.Removed), len(m.Changed), len(m.Moved), m.Same)
	if a := &m.Approvals; a.Count() > 0 {
		m.line("\nApprovals: %d added, %d removed, %d changed.", len(a.Added), len(a.Removed), len(a.Changed))
	}
}

func needs(n int) string {
	if n == 1 {
		return "1 new thing needs"
	}
	return fmt.Sprintf("%d new things need", n)
}

func (m *comparison) table(title string, rows int, head string, row func(i int) string) {
	if rows == 0 {
		return
	}
	columns := strings.Count(head, "|") - 1
	m.line("\n#### %s\n\n%s\n|%s", title, head, strings.Repeat("---|", columns))
	for i := range min(rows, m.most) {
		m.line("%s", row(i))
	}
	if rest := rows - m.most; rest > 0 {
		m.line("\n… and %d more (-v lists them)", rest)
	}
}

func (m *comparison) findings(title string, list []rule.Finding) {
	m.table(title, len(list), "| rule | place | what | path |", func(i int) string {
		f := &list[i]
		return fmt.Sprintf("| %s | %s | %s | %s |", mdCell(mdProse(ruleLabel(f))), mdCell(mdCode(place(f.Position))),
			mdCell(mdProse(f.Message)), mdCell(m.path(f.Entry, f.Chain)))
	})
}

func (m *comparison) acquisitions(title string, list []rule.Acquisition) {
	m.table(title, len(list), "| verdict | what | place | why |", func(i int) string {
		a := list[i]
		return fmt.Sprintf("| %s | %s | %s | %s |", m.verdict(a), m.what(a), m.where(a), m.why(a))
	})
}

func (m *comparison) changed() {
	m.table("Verdict changed", len(m.Changed), "| verdict | what | place | why |", func(i int) string {
		ch := m.Changed[i]
		where := m.where(ch.New)
		if ch.Old.Function != ch.New.Function || ch.Old.Position.File != ch.New.Position.File {
			where += ", before at " + m.where(ch.Old)
		}
		return fmt.Sprintf("| %s → **%s** | %s | %s | %s |", m.verdict(ch.Old), m.verdict(ch.New), m.what(ch.New), where, m.why(ch.New))
	})
}

func (m *comparison) moved() {
	m.table("Moved", len(m.Moved), "| verdict | what | from | to |", func(i int) string {
		ch := m.Moved[i]
		return fmt.Sprintf("| %s | %s | %s | %s |", m.verdict(ch.New), m.what(ch.New), m.where(ch.Old), m.where(ch.New))
	})
}

func (m *comparison) verdict(a rule.Acquisition) string { return mdCell(mdProse(a.Verdict)) }

func (m *comparison) what(a rule.Acquisition) string {
	return mdCell(strings.TrimSpace(mdProse(a.Kind) + " " + mdCode(a.Symbol)))
}

func (m *comparison) where(a rule.Acquisition) string {
	return mdCell(mdCode(m.names.function(a.Function)) + " at " + mdCode(place(a.Position)))
}

func (m *comparison) why(a rule.Acquisition) string {
	return mdCell(mdProse(a.Reason) + reachedBy(a.Entries))
}

// path is a chain in one cell: how execution gets in, and where it ends.
func (m *comparison) path(entry *rule.Entry, steps []rule.Step) string {
	var parts []string
	if label := strings.TrimSpace(entryLabel(entry)); label != "" {
		parts = append(parts, mdCode(label))
	}
	for i, s := range steps {
		if len(steps) > chainShown && i >= chainHead && i < len(steps)-chainTail {
			if i == chainHead {
				parts = append(parts, "…")
			}
			continue
		}
		parts = append(parts, mdCode(m.names.function(s.Function)))
	}
	return strings.Join(parts, " → ")
}

// warnings are why the comparison may say too little.
func (m *comparison) warnings() {
	if m.Old.Policy != m.New.Policy {
		m.line("\n> The two audits have different policies: %s before, %s now.", mdCode(m.Old.Policy), mdCode(m.New.Policy))
	}
	if m.Approvals.Unknown {
		m.line("\n> One of the audits does not list its approvals, so nothing is said of them here.")
	}
	if m.Old.Module != m.New.Module {
		m.line("\n> The two audits are of different modules: %s before, %s now.", mdCode(m.Old.Module), mdCode(m.New.Module))
	}
	if n := len(m.NewIncomplete); n > 0 {
		m.line("\n> Analysed in full before and not now, so what is removed may still be there: %s.", count(n, "package"))
		m.line(">")
		for i, p := range m.NewIncomplete {
			if i == incompleteShown && m.most == comparisonShown {
				m.line("> * … %d more", n-i)
				break
			}
			m.line("> * %s: %s", mdCode(p.Package), mdCode(p.Error))
		}
	}
}
