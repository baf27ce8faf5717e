package report

import (
	"fmt"
	"strings"

	"github.com/sessionlint/sessionlint/analyzer/rule"
)

// takesShown is how many places a sentence on sessions names.
const takesShown = 3

// sessions says in words what one pass through an entry point takes. prose and
// code write text, and a function or place, in the format at hand. Of requests
// and streams it is a statement: what is taken, where it is given back, what was
// there before, and what is wrong.
func sessions(e rule.EntryPoint, prose, code func(string) string, names namer) string {
	w := wording{prose, code, names}
	waited, apart := split(e.Takes)
	out := ""
	switch e.Sessions {
	case rule.NoSession:
		out = "none"
		if e.Given != nil {
			out = "none of its own"
		}
	case rule.OneSession:
		out = "exactly one" + session(waited) + ": " + w.taken(waited, " or ")
	case rule.SessionPerIteration:
		out = "one per iteration: " + w.taken(looped(waited), ", ")
		if rest := len(waited) - len(looped(waited)); rest > 0 {
			out += fmt.Sprintf("; and %d outside of loops", rest)
		}
	case rule.SeveralSessions:
		out = fmt.Sprintf("several, up to %d: ", e.AtMost) + w.taken(waited, ", ")
	default:
		out = prose(e.Sessions)
	}
	if len(apart) > 0 {
		out += "; in goroutines: " + w.taken(apart, ", ")
	}
	return out + w.given(e.Given) + w.broken(e.Broken)
}

// session is the word for what is taken, unless that is a pool or a connection.
func session(list []rule.Taken) string {
	for _, t := range list {
		if t.Kind != "tx" && t.Kind != "session" {
			return ""
		}
	}
	return " session"
}

// statement is the same as a sentence of its own, with full names.
func statement(e rule.EntryPoint) string {
	if e.Kind != "request" && e.Kind != "stream" {
		return ""
	}
	same := func(s string) string { return s }
	return "takes " + sessions(e, same, same, namer{})
}

// wording writes text in a format.
type wording struct {
	prose, code func(string) string
	names       namer
}

// given says what is there before the entry point begins.
func (w wording) given(g *rule.Given) string {
	switch {
	case g == nil:
		return ""
	case g.How == "middleware":
		return "; runs in the one that " + w.code(w.names.function(g.Function)) + " takes at " + w.code(place(g.Position))
	}
	return "; is given " + w.code(w.names.function(g.Symbol)) + " by parameter"
}

func (w wording) broken(list []rule.Broken) string {
	var out []string
	for i, b := range list {
		if i == takesShown && len(list) > takesShown+1 {
			out = append(out, fmt.Sprintf("%d more", len(list)-i))
			break
		}
		out = append(out, w.prose(b.Rule)+" at "+w.code(place(b.Position)))
	}
	if len(out) == 0 {
		return ""
	}
	return "; broken by " + strings.Join(out, ", ")
}

// released says where something is given back: the function only when it is
// another than that which takes it.
func (w wording) released(t rule.Taken) string {
	r := t.Released
	if r == nil {
		return ""
	}
	if r.How == "callback" {
		return ", until its callback returns"
	}
	out := ", released"
	if r.Function != t.Function {
		out += " in " + w.code(w.names.function(r.Function))
	}
	out += " at " + w.code(place(r.Position))
	if r.How == "deferred" {
		out += " (deferred)"
	}
	return out
}

// split parts what an entry point waits for from what it does not.
func split(list []rule.Taken) (waited, apart []rule.Taken) {
	for _, t := range list {
		if t.Goroutine {
			apart = append(apart, t)
		} else {
			waited = append(waited, t)
		}
	}
	return waited, apart
}

func looped(list []rule.Taken) []rule.Taken {
	var out []rule.Taken
	for _, t := range list {
		if t.InLoop {
			out = append(out, t)
		}
	}
	return out
}

func (w wording) taken(list []rule.Taken, sep string) string {
	var out []string
	for i, t := range list {
		if i == takesShown && len(list) > takesShown+1 {
			out = append(out, fmt.Sprintf("%d more", len(list)-i))
			break
		}
		s := strings.TrimSpace(w.prose(t.Kind) + " in " + w.code(w.names.function(t.Function)))
		if t.OnDemand {
			s += " on first use"
		}
		out = append(out, s+" at "+w.code(place(t.Position))+w.released(t))
	}
	return strings.Join(out, sep)
}
