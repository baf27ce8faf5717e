package report

import (
	"fmt"
	"strings"

	"github.com/sessionlint/sessionlint/analyzer/rule"
)

// pageAdvice is one thing to do, with links to what it is about.
type pageAdvice struct {
	Parts []pagePart
	Links []string
	More  int
}

// pagePart is a piece of a sentence.
type pagePart struct {
	Text string
	Code bool
}

// linksShown is how many links stand in one place.
const linksShown = 8

func (p *page) addNext(d *dossier) {
	for _, a := range d.next() {
		var out pageAdvice
		out.Parts = parts(a.what)
		out.Links, out.More = d.links(a.items)
		p.Next = append(p.Next, out)
	}
}

// parts splits a sentence of this package at its backquotes. One with a name in
// it that has a backquote is text.
func parts(s string) []pagePart {
	spans := codeSpans(s)
	if len(spans)%2 == 0 {
		return []pagePart{{clean(s), false}}
	}
	var out []pagePart
	for i, text := range spans {
		out = append(out, pagePart{clean(text), i%2 == 1})
	}
	return out
}

func (d *dossier) links(items []int) (ids []string, more int) {
	for _, i := range items {
		if len(ids) == linksShown && len(items) > linksShown+1 {
			return ids, len(items) - linksShown
		}
		ids = append(ids, d.items[i].id)
	}
	return ids, 0
}

// pageEntry is a row of the table of entry points.
type pageEntry struct {
	Index                       int
	Kind, Framework, Routes, Fn string
	Sessions, Tone              string
	Links                       []string
	More, Count                 int
}

func (p *page) addEntries(d *dossier) {
	for i, e := range d.entries {
		out := pageEntry{
			Index: i, Kind: kindLabel(e.kind), Framework: clean(e.framework),
			Routes: clean(strings.Join(e.routes, ", ")), Fn: d.names.function(e.function), Count: len(e.items),
		}
		if e.point != nil {
			out.Routes = shortRoutes(e.routes)
			out.Sessions, out.Tone = sessions(*e.point, clean, clean, d.names), sessionsSlug(e.point.Sessions)
		}
		out.Links, out.More = d.links(e.items)
		p.Entries = append(p.Entries, out)
	}
}

// pageRule is the documentation of a rule that is broken.
type pageRule struct {
	Head, Title, Bad, Good string
	Why, Approve, Limits   []string
}

func (p *page) addRules(d *dossier) {
	for _, r := range d.rules {
		p.Rules = append(p.Rules, pageRule{
			Head: fmt.Sprintf("%s %s", r.ID, r.Name), Title: upperFirst(r.Title),
			Bad: codeExample(r.Bad), Good: codeExample(r.Good),
			Why: paragraphs(r.Why), Approve: paragraphs(r.Approve), Limits: paragraphs(r.Limits),
		})
	}
}

func codeExample(s string) string {
	return strings.ReplaceAll(strings.TrimSpace(s), "\t", strings.Repeat(" ", tabWidth))
}

func paragraphs(s string) []string {
	if s = unwrap(s); s == "" {
		return nil
	}
	return strings.Split(s, "\n\n")
}

// via tells how a function is reached when it is not by a plain call.
func via(s rule.Step, first bool) string {
	switch s.Via {
	case "", "static", "entry":
		if first {
			return ""
		}
		return "calls"
	}
	return clean(s.Via)
}

// viaPhrase is the same in a sentence.
func viaPhrase(via string) string {
	switch via {
	case "interface":
		return "through an interface"
	case "dynamic":
		return "through a function value"
	case "callback":
		return "as a callback"
	case "go":
		return "in a goroutine"
	case "defer":
		return "deferred"
	case "once":
		return "once"
	}
	return "by " + clean(via)
}

// sessionsSlug is how many sessions an entry point takes, as a CSS class.
func sessionsSlug(s string) string {
	switch s {
	case rule.NoSession, rule.OneSession, rule.SeveralSessions, rule.SessionPerIteration:
		return s
	}
	return "other"
}
