package report

import (
	"fmt"
	"strings"

	"github.com/sessionlint/sessionlint/analyzer/rule"
)

// takesShown is how many places a sentence on sessions names.
const takesShown = 3

// sessions says in words what one pass through an entry point takes. code writes
// a function or place.
func sessions(e rule.EntryPoint, code func(string) string, names namer) string {
	waited, apart := split(e.Takes)
	out := ""
	switch e.Sessions {
	case rule.NoSession:
		out = "none"
	case rule.OneSession:
		out = "one: " + taken(waited, " or ", code, names)
	case rule.SessionPerIteration:
		out = "one per iteration: " + taken(looped(waited), ", ", code, names)
		if rest := len(waited) - len(looped(waited)); rest > 0 {
			out += fmt.Sprintf("; and %d outside of loops", rest)
		}
	case rule.SeveralSessions:
		out = fmt.Sprintf("several, up to %d: ", e.AtMost) + taken(waited, ", ", code, names)
	default:
		out = code(clean(e.Sessions))
	}
	if len(apart) > 0 {
		out += "; in goroutines: " + taken(apart, ", ", code, names)
	}
	if e.Note != "" {
		out += "; " + e.Note
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

func taken(list []rule.Taken, sep string, code func(string) string, names namer) string {
	var out []string
	for i, t := range list {
		if i == takesShown && len(list) > takesShown+1 {
			out = append(out, fmt.Sprintf("%d more", len(list)-i))
			break
		}
		s := strings.TrimSpace(clean(t.Kind) + " in " + code(names.function(t.Function)))
		if t.OnDemand {
			s += " on first use"
		}
		out = append(out, s+" at "+code(place(t.Position)))
	}
	return strings.Join(out, sep)
}

func asItIs(s string) string { return s }
