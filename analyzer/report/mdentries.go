package report

import (
	"fmt"
	"slices"
	"strings"

	"github.com/sessionlint/sessionlint/analyzer/rule"
)

func (m *markdown) entryPoints() {
	switch {
	case m.listed != nil:
		m.heading(2, "Entry points and their sessions")
		m.line("%s. %s\n", upperFirst(entriesTally(m.listed)), sessionLimits)
		m.entryTable(m.listed)
	case len(m.entries) > 0:
		m.recordedEntries()
	}
}

// sessionLimits is what the numbers of sessions do not say.
const sessionLimits = "Branches are not told apart, so a number is the most that there can be on one pass."

// recordedEntries is what can be told from the chains alone.
func (m *markdown) recordedEntries() {
	m.heading(2, "Entry points")
	m.line("%s\n", entryLimits)
	m.line("| kind | route | function | reaches |\n|---|---|---|---|")
	for _, p := range m.entries {
		var routes []string
		for _, r := range p.routes {
			routes = append(routes, mdCode(r))
		}
		m.line("| %s | %s | %s | %s |", mdCell(mdProse(orElse(p.kind, "not told"))), mdCell(strings.Join(routes, ", ")),
			mdCell(mdCode(m.names.function(p.function))), m.ids(p.items))
	}
}

// idsShown is how many items a cell names.
const idsShown = 12

func (m *markdown) ids(items []int) string {
	var out []string
	for _, i := range items {
		if len(out) == idsShown && len(items) > idsShown+1 {
			out = append(out, fmt.Sprintf("%d more", len(items)-idsShown))
			break
		}
		out = append(out, m.items[i].id)
	}
	return strings.Join(out, ", ")
}

// streams follows the chains that begin at streams: what is held there is held
// as long as a client stays.
func (m *markdown) streams() {
	first := true
	for _, p := range m.entries {
		if p.kind != "stream" {
			continue
		}
		if first {
			m.heading(2, "The chains of each stream")
			first = false
		}
		if p.point == nil {
			m.recordedStream(p)
			continue
		}
		m.stream(p)
	}
}

func (m *markdown) recordedStream(p entryPoint) {
	m.line("* %s", mdCode(p.label(m.names)))
	for _, i := range p.items {
		it := m.items[i]
		m.line("  * %s, %s: %s", it.id, m.verdict(it.verdict()), mdCode(it.symbol()))
		m.hops("    ", it.chain())
	}
}

func (m *markdown) stream(p entryPoint) {
	title := mdCode(m.names.function(p.function))
	if len(p.routes) > 0 {
		title = mdCode(shortRoutes(p.routes))
	}
	m.heading(3, "%s", title)
	if p.point.Sessions == rule.NoSession && len(p.point.Takes) == 0 {
		m.line("%s takes no session.", mdCode(m.names.function(p.function)))
		return
	}
	m.line("Sessions of %s: %s.", mdCode(m.names.function(p.function)), sessions(*p.point, mdProse, mdCode, m.names))
	for _, t := range p.point.Takes {
		if len(t.Made) > 0 {
			m.line("\nWhat begins the session is made by %s:\n", mdCode(m.names.function(t.Made[len(t.Made)-1].Function)))
			m.hops("", t.Made)
		}
		if len(t.Chain) > 0 {
			m.line("\n%s, %s, verdict %s:\n", m.wayTo(t.Position), mdCode(t.Symbol), m.verdict(t.Verdict))
			m.hops("", t.Chain)
		}
	}
}

// wayTo names the acquisition at a place, at the beginning of a sentence.
func (m *markdown) wayTo(at rule.Position) string {
	i := slices.IndexFunc(m.items, func(it item) bool { return it.position() == at })
	if i < 0 {
		return "The way to what it acquires"
	}
	return "The way to " + m.items[i].id
}

// hops lists the steps of a chain, each with its line of code.
func (m *markdown) hops(indent string, steps []rule.Step) {
	for i, s := range steps {
		code := ""
		if e, ok := m.sources.around(s.Position); ok {
			code = ": " + mdCode(e.marked())
		}
		m.line("%s%d. %s%s", indent, i+1, m.hop(i, nil, s), code)
	}
}

// unseenShown is how many places of one kind are listed.
const unseenShown = 25

func (m *markdown) notAnalysed() {
	m.heading(2, "What was not analysed")
	if len(m.incomplete) == 0 {
		m.line("Every package that was read was analysed in full.")
	} else {
		m.line("%s not analysed in full, so acquisitions and findings may be missing:\n", upperFirst(count(len(m.incomplete), "package")))
		for _, p := range m.incomplete {
			m.line("* %s: %s", mdCode(p.Package), mdCode(p.Error))
		}
	}
	switch kinds := byUnseen(m.unseen); {
	case len(kinds) > 0:
		m.line("\nFrom these places the analysis could not go on; what is acquired behind them is not in this report:")
		for _, k := range kinds {
			m.unseenPlaces(k)
		}
	case m.listed != nil:
		m.line("%s", unseenNothing)
	}
	m.line("\nNo run sees:\n")
	for _, s := range blindSpots() {
		m.line("* %s", mdProse(s))
	}
}

func (m *markdown) unseenPlaces(k unseenKind) {
	m.line("\n* %s:", mdProse(upperFirst(k.words())))
	for i, u := range k.places {
		if i == unseenShown && len(k.places) > unseenShown+1 {
			m.line("  * %d more", len(k.places)-i)
			return
		}
		m.line("  * %s", unseenPlace(u, mdCode, m.names))
	}
}
