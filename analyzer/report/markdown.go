package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/sessionlint/sessionlint/analyzer/rule"
)

// Markdown writes the report as the document that a reviewer would have
// written: the conclusion, what was searched and how, what is wrong, every
// acquisition with its code, the entry points, what was not analysed, and what
// to do next.
func Markdown(w io.Writer, r *rule.Report, o Options) error {
	m := &markdown{dossier: newDossier(r, o)}
	m.summary()
	m.problems()
	if m.audit {
		m.acquisitions()
	}
	m.entryPoints()
	m.streams()
	m.notAnalysed()
	m.conclude()
	_, err := io.WriteString(w, m.buf.String())
	return err
}

type markdown struct {
	*dossier
	buf strings.Builder
}

func (m *markdown) line(format string, args ...any) {
	fmt.Fprintf(&m.buf, format, args...)
	m.buf.WriteByte('\n')
}

func (m *markdown) heading(level int, format string, args ...any) {
	m.blank()
	m.line(strings.Repeat("#", level)+" "+format+"\n", args...)
}

// blank separates what follows from what stands before it.
func (m *markdown) blank() {
	if s := m.buf.String(); s != "" && !strings.HasSuffix(s, "\n\n") {
		m.buf.WriteByte('\n')
	}
}

func (m *markdown) summary() {
	m.heading(1, "Session audit of %s", mdCode(orElse(m.module, "an unnamed module")))
	m.line("**%s.**%s\n", mdProse(upperFirst(m.conclusion)), m.rest())
	m.line("The question: which code can acquire a fresh database session, connection or pool while a request or a stream")
	m.line("is being served, by which call path, and is that place right?")
	if len(m.groups) > 0 {
		m.line("\n| verdict | places | meaning |\n|---|---:|---|")
		for _, g := range m.groups {
			m.line("| %s | %d | %s |", m.verdict(g.verdict), len(g.items), meaning(g.verdict))
		}
	}
	m.heading(2, "What was searched, and how")
	if m.searched != "" {
		m.line("* Read: %s.", mdProse(m.searched))
	}
	if m.policy != "" {
		m.line("* Policy: %s.", mdCode(m.policy))
	}
	m.line("* Calls were followed from every entry point through interfaces, callbacks, closures and dependency injection to")
	m.line("  each call that acquires something; third-party code included where it can reach one.")
	if !m.audit {
		m.line("* This run lists findings only. `sessionlint audit` lists every acquisition.")
	}
}

func (m *markdown) rest() string {
	if m.reservation == "" {
		return ""
	}
	return " " + upperFirst(m.reservation) + "."
}

func (m *markdown) verdict(v string) string {
	if plainWord(v) {
		return v
	}
	return mdCell(mdCode(v))
}

// problems shows each finding with the code of every hop of its chain.
func (m *markdown) problems() {
	n := 0
	for _, it := range m.items {
		for _, f := range it.findings {
			if n++; n == 1 {
				m.heading(2, "Problems")
			}
			m.problem(n, it, f)
		}
	}
}

func (m *markdown) problem(n int, it item, f *rule.Finding) {
	m.heading(3, "%d. %s %s at %s", n, mdProse(f.Rule), mdProse(f.Name), mdCode(place(f.Position)))
	m.line("%s%s.\n", mdProse(capital(f.Message)), m.named(it))
	if f.Held != nil {
		m.line("Held: %s, acquired at %s.\n", mdCode(f.Held.Symbol), mdCode(place(f.Held.Position)))
	}
	for i, s := range f.Chain {
		m.line("%d. %s", i+1, m.hop(i, f.Entry, s))
		m.code("   ", s.Position)
	}
	if len(f.Chain) == 0 {
		m.code("", f.Position)
	}
	if f.Help != "" {
		m.blank()
		m.line("**What to do:** %s.", mdProse(f.Help))
	}
}

// named is how the list of acquisitions calls the place of a problem.
func (m *markdown) named(it item) string {
	if it.acq == nil {
		return ""
	}
	return " (" + it.id + ")"
}

func (m *markdown) hop(i int, entry *rule.Entry, s rule.Step) string {
	out := mdCode(m.names.function(s.Function)) + " at " + mdCode(place(s.Position))
	switch {
	case i == 0 && entryLabel(entry) != "":
		return mdCode(strings.TrimSpace(entryLabel(entry))) + " enters " + out
	case i == 0, s.Via == "", s.Via == "static":
		return out
	}
	return out + ", " + mdProse(viaPhrase(s.Via))
}

func (m *markdown) code(indent string, p rule.Position) {
	if e, ok := m.sources.around(p); ok {
		m.blank()
		m.buf.WriteString(mdFence(indent, "go", e.text()) + "\n")
	}
}

func (m *markdown) acquisitions() {
	m.heading(2, "Every acquisition")
	if len(m.items) == 0 {
		m.line("Nothing is acquired.")
	}
	for _, g := range m.groups {
		if g.verdict == verdictFinding {
			continue
		}
		m.heading(3, "%s (%d)", upperFirst(m.verdict(g.verdict)), len(g.items))
		for _, i := range g.items {
			m.acquisition(m.items[i])
		}
	}
}

func (m *markdown) acquisition(it item) {
	a := it.acq
	kind := ""
	if a.Kind != "" {
		kind = mdProse(a.Kind) + " "
	}
	lines := []string{fmt.Sprintf("* **%s** %s%s in %s at %s", it.id, kind, mdCode(a.Symbol), mdCode(m.names.function(a.Function)), mdCode(place(a.Position)))}
	if a.Reason != "" {
		lines = append(lines, mdProse(capital(a.Reason))+reachedBy(a.Entries)+".")
	}
	if p := a.Approval; p != nil {
		lines = append(lines, fmt.Sprintf("Approved by %s.", approval(p, a.Reason, mdProse, mdCode)))
	}
	if len(a.Chain) > 1 {
		var hops []string
		for _, s := range a.Chain {
			hops = append(hops, mdCode(m.names.function(s.Function)))
		}
		lines = append(lines, strings.Join(hops, " → "))
	}
	m.line("%s", strings.Join(lines, "\\\n  ")) // a backslash breaks the line
	m.code("  ", a.Position)
}

func (m *markdown) conclude() {
	m.heading(2, "Conclusion, and what to do next")
	m.line("%s.%s\n", mdProse(upperFirst(m.conclusion)), m.rest())
	if points := m.points(); m.audit && len(points) > 0 {
		for _, s := range points {
			m.line("* %s.", mdAdvice(s))
		}
		m.line("\nWhat to do next:\n")
	}
	for i, a := range m.next() {
		where := ""
		if len(a.items) > 0 {
			where = " (" + m.ids(a.items) + ")"
		}
		m.line("%d. %s%s.", i+1, mdAdvice(a.what), where)
	}
}

// mdAdvice keeps the code spans of this package's own sentences.
func mdAdvice(s string) string {
	parts := strings.Split(s, "`")
	if len(parts)%2 == 0 { // not ours: a name with a backquote in it
		return mdProse(s)
	}
	for i, p := range parts {
		if i%2 == 1 {
			parts[i] = mdCode(p)
			continue
		}
		parts[i] = leadingSpace(p) + mdProse(p) + trailingSpace(p)
	}
	return strings.Join(parts, "")
}

func leadingSpace(s string) string {
	if strings.HasPrefix(s, " ") {
		return " "
	}
	return ""
}

func trailingSpace(s string) string {
	if len(s) > 1 && strings.HasSuffix(s, " ") {
		return " "
	}
	return ""
}
