package report

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/sessionlint/sessionlint/analyzer/rule"
)

// entriesDocument is a list of entry points as it stands in JSON.
type entriesDocument struct {
	Schema      string            `json:"schema"`
	Module      string            `json:"module"`
	EntryPoints []rule.EntryPoint `json:"entryPoints"`
	Incomplete  []rule.Incomplete `json:"incomplete"`
}

// WriteEntries writes the entry points of an audit as text, json or markdown.
func WriteEntries(w io.Writer, r *rule.Report, format string, o TextOptions) error {
	switch format {
	case "json":
		d := entriesDocument{rule.Schema, r.Module, withStatements(r.EntryPoints), r.Incomplete}
		if d.EntryPoints == nil {
			d.EntryPoints = []rule.EntryPoint{}
		}
		if d.Incomplete == nil {
			d.Incomplete = []rule.Incomplete{}
		}
		return encode(w, d)
	case "markdown":
		m := &markdown{dossier: newDossier(r, Options{})}
		m.line("# Entry points of %s\n", mdCode(orElse(m.module, "an unnamed module")))
		m.line("%s\n", mdProse(upperFirst(entriesTally(r.EntryPoints))+"."))
		m.entryTable(r.EntryPoints)
		_, err := io.WriteString(w, m.buf.String())
		return err
	}
	return entriesText(w, r, o)
}

func entriesText(w io.Writer, r *rule.Report, o TextOptions) error {
	t := newText(r, o)
	kind, quiet := "", 0
	width := 0
	for _, e := range r.EntryPoints {
		if n := utf8.RuneCountInString(route(e)); n < 40 {
			width = max(width, n)
		}
	}
	for _, e := range r.EntryPoints {
		if quietStart(e) && !o.Verbose {
			quiet++
			continue
		}
		if e.Kind != kind {
			if kind != "" {
				t.line("")
			}
			kind = e.Kind
			t.line("%s", t.paint.bold(clean(kind)))
		}
		name := t.names.function(e.Function)
		if e.Framework != "" {
			name += t.paint.faint("  " + clean(e.Framework))
		}
		t.line("  %s%s", routeColumn(route(e), width), name)
		t.line("      %s", t.paint.sessions(e.Sessions, sessions(e, clean, clean, t.names)))
	}
	if len(r.EntryPoints) > quiet {
		t.line("")
	}
	t.line("%s", t.paint.bold(entriesTally(r.EntryPoints)))
	if quiet > 0 {
		t.line("not listed: %s of start-up code that %s nothing (-v lists them)", count(quiet, "piece"), takes(quiet))
	}
	return t.writeTo(w)
}

func routeColumn(route string, width int) string {
	if width == 0 {
		return ""
	}
	return pad(route, width) + "  "
}

// quietStart: start-up code that takes nothing, of which every package has some.
func quietStart(e rule.EntryPoint) bool {
	return e.Kind == "startup" && len(e.Takes) == 0
}

// routesShown is how many routes of one entry point are listed.
const routesShown = 3

// route is the routes of an entry point.
func route(e rule.EntryPoint) string {
	if len(e.Routes) > 0 {
		return shortRoutes(e.Routes)
	}
	return clean(e.Route)
}

func shortRoutes(routes []string) string {
	if n := len(routes); n > routesShown+1 {
		return clean(strings.Join(routes[:routesShown], ", ")) + fmt.Sprintf(" and %d more", n-routesShown)
	}
	return clean(strings.Join(routes, ", "))
}

// entriesTally is "3 entry points: 1 stream, 2 requests; sessions: 1 none, 2 one".
func entriesTally(list []rule.EntryPoint) string {
	if len(list) == 0 {
		return "no entry point was found"
	}
	served := servedEntries(list)
	out := count(len(list), "entry point")
	if len(served) == 0 {
		return out + ", none of which serves requests"
	}
	out += fmt.Sprintf(", %d of them for requests and streams", len(served))
	var parts []string
	for _, s := range []struct{ sessions, words string }{
		{rule.NoSession, "no session"}, {rule.OneSession, "one session"}, {rule.SeveralSessions, "several"}, {rule.SessionPerIteration, "one per iteration"},
	} {
		n := 0
		for _, e := range served {
			if e.Sessions == s.sessions {
				n++
			}
		}
		if n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s %s", n, takes(n), s.words))
		}
	}
	return out + ": " + strings.Join(parts, ", ")
}

func takes(n int) string {
	if n == 1 {
		return "takes"
	}
	return "take"
}

func (p paint) sessions(kind, text string) string {
	switch kind {
	case rule.NoSession:
		return p.faint(text)
	case rule.SeveralSessions, rule.SessionPerIteration:
		return p.bold(text)
	}
	return text
}

// entryTable is the entry points in Markdown, start-up code that takes nothing
// left out.
func (m *markdown) entryTable(list []rule.EntryPoint) {
	quiet := 0
	m.line("| kind | route | function | sessions |\n|---|---|---|---|")
	for _, e := range list {
		if quietStart(e) {
			quiet++
			continue
		}
		kind := mdProse(e.Kind)
		if e.Framework != "" {
			kind += ", " + mdProse(e.Framework)
		}
		m.line("| %s | %s | %s | %s |", mdCell(kind), mdCell(mdCode(route(e))), mdCell(mdCode(m.names.function(e.Function))),
			mdCell(sessions(e, mdProse, mdCode, m.names)))
	}
	if quiet > 0 {
		m.line("\nNot listed: %s of start-up code that %s nothing.", count(quiet, "piece"), takes(quiet))
	}
}
