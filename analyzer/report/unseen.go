package report

import (
	"fmt"

	"github.com/sessionlint/sessionlint/analyzer/rule"
)

// unseenKind is the places of one kind from which the analysis could not go on.
type unseenKind struct {
	kind   string
	places []rule.Unseen
}

// unseenNothing is said of a program that has no such places.
const unseenNothing = "Every call of an interface method or of a function value leads to functions that are known; there is no call by " +
	"reflection, no plugin, no cgo, no assembly, and no file that build constraints leave out."

// byUnseen groups places by kind, in the order of the report.
func byUnseen(list []rule.Unseen) []unseenKind {
	var out []unseenKind
	at := map[string]int{}
	for _, u := range list {
		i, ok := at[u.Kind]
		if !ok {
			i = len(out)
			at[u.Kind] = i
			out = append(out, unseenKind{kind: u.Kind})
		}
		out[i].places = append(out[i].places, u)
	}
	return out
}

// words is "3 calls by reflection".
func (k unseenKind) words() string {
	one, more := unseenWords(k.kind)
	if n := len(k.places); n != 1 {
		return fmt.Sprintf("%d %s", n, more)
	}
	return "1 " + one
}

func unseenWords(kind string) (one, more string) {
	switch kind {
	case "interface-call":
		return "call through an interface at which no type of the program is known to arrive", "calls through interfaces at which no type of the program is known to arrive"
	case "function-value":
		return "call of a function value of which nothing is known", "calls of function values of which nothing is known"
	case "reflection":
		return "call by reflection", "calls by reflection"
	case "plugin":
		return "plugin that is opened", "plugins that are opened"
	case "linkname":
		return "go:linkname directive", "go:linkname directives"
	case "cgo":
		return "file that calls C", "files that call C"
	case "assembly":
		return "assembly file", "assembly files"
	case "build-tags":
		return "file that build constraints leave out", "files that build constraints leave out"
	}
	return "place of the kind " + clean(kind), "places of the kind " + clean(kind)
}

// unseen counts the places by kind, and lists them on request.
func (t *text) unseen(list []rule.Unseen) {
	if len(list) == 0 {
		return
	}
	t.line("")
	more := " (-v lists them)"
	if t.opts.Verbose {
		more = ""
	}
	t.line("places from which the analysis could not go on: %d%s", len(list), more)
	for _, k := range byUnseen(list) {
		t.line("    %s", k.words())
		for _, u := range k.places {
			if t.opts.Verbose {
				t.line("        %s", unseenPlace(u, clean, t.names))
			}
		}
	}
}

// unseenPlace names a place and what is called there.
func unseenPlace(u rule.Unseen, code func(string) string, names namer) string {
	out := code(place(u.Position))
	if u.What != "" {
		out += " calls " + code(names.function(u.What))
	}
	if u.Function != "" {
		out += " in " + code(names.function(u.Function))
	}
	return out
}
