package report

import (
	"fmt"
	"strings"

	"github.com/sessionlint/sessionlint/analyzer/rule"
)

// takesShown is how many places a sentence on sessions names.
const takesShown = 3

// sessions says in words what one pass through an entry point takes. prose and
// code write text, and a function or place, in the format at hand.
func sessions(e rule.EntryPoint, prose, code func(string) string, names namer) string {
	waited, apart := split(e.Takes)
	out := ""
	switch e.Sessions {
	case rule.NoSession:
		out = "none"
	case rule.OneSession:
		out = "one: " + taken(waited, " or ", prose, code, names)
	case rule.SessionPerIteration:
		out = "one per iteration: " + taken(looped(waited), ", ", prose, code, names)
		if rest := len(waited) - len(looped(waited)); rest > 0 {
			out += fmt.Sprintf("; and %d outside of loops", rest)
		}
	case rule.SeveralSessions:
		out = fmt.Sprintf("several, up to %d: ", e.AtMost) + taken(waited, ", ", prose, code, names)
	default:
		out = prose(e.Sessions)
	}
	if len(apart) > 0 {
		out += "; in goroutines: " + taken(apart, ", ", prose, code, names)
	}
	if e.Note != "" {
		out += "; " + prose(e.Note)
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

func taken(list []rule.Taken, sep string, prose, code func(string) string, names namer) string {
	var out []string
	for i, t := range list {
		if i == takesShown && len(list) > takesShown+1 {
			out = append(out, fmt.Sprintf("%d more", len(list)-i))
			break
		}
		s := strings.TrimSpace(prose(t.Kind) + " in " + code(names.function(t.Function)))
		if t.OnDemand {
			s += " on first use"
		}
		out = append(out, s+" at "+code(place(t.Position)))
	}
	return strings.Join(out, sep)
}
