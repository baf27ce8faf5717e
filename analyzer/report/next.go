package report

import (
	"fmt"
	"strings"

	"github.com/sessionlint/sessionlint/analyzer/rule"
)

// advice is one thing to do next.
type advice struct {
	what  string // whole sentence without a full stop
	items []int  // what it is about
}

// next lists what to do, the worst first. Findings that ask for the same are
// one thing to do.
func (d *dossier) next() []advice {
	list := d.fixes()
	if n := d.silentViolations(); len(n) > 0 {
		list = append(list, advice{"Decide on " + count(len(n), "violation") + " that these settings do not report", n})
	}
	if n := len(d.incomplete); n > 0 {
		list = append(list, advice{what: fmt.Sprintf("Make %s compile or supply what is missing, and run the audit again: what is acquired there is not in this report", count(n, "package"))})
	}
	if d.unreached {
		list = append(list, advice{what: "Say where the program starts, and run the audit again: a framework or a command line parser that is not known calls its functions; the configuration's `catalog` takes rows for it"})
	}
	if a, ok := d.manySessions(); ok {
		list = append(list, a)
	}
	if !d.audit {
		list = append(list, advice{what: "Run `sessionlint audit` to see every acquisition with its verdict, not findings only"})
	}
	if d.audit && len(list) == 0 {
		list = append(list, advice{what: "Nothing has to change; record this audit with `sessionlint audit -format=json` and let `sessionlint compare` say what a change adds"})
	}
	return list
}

// manySessions asks about requests that take more than one session.
func (d *dossier) manySessions() (advice, bool) {
	several, each := 0, 0
	for _, e := range servedEntries(d.listed) {
		switch e.Sessions {
		case rule.SeveralSessions:
			several++
		case rule.SessionPerIteration:
			each++
		}
	}
	if several+each == 0 {
		return advice{}, false
	}
	var parts []string
	if several > 0 {
		parts = append(parts, count(several, "entry point")+" may take several sessions on one pass")
	}
	if each > 0 {
		parts = append(parts, count(each, "entry point")+" may take one per iteration of a loop")
	}
	return advice{what: "See whether one request should be one unit of work where it is not: " + strings.Join(parts, " and ") +
		"; the table of entry points says which, and `sessionlint why` how"}, true
}

// fixes are what the findings ask for. What they ask of several functions in the
// same words is one thing to do.
func (d *dossier) fixes() []advice {
	var list []advice
	at, first := map[[2]string]int{}, map[int]*rule.Finding{}
	for i, it := range d.items {
		for _, f := range it.findings {
			key := [2]string{f.Rule, helpFor(f, "each of these functions")}
			j, ok := at[key]
			switch {
			case !ok:
				j = len(list)
				at[key], first[j] = j, f
				list = append(list, advice{what: fix(f, f.Help)})
			case f.Function != first[j].Function:
				list[j].what = fix(f, key[1])
			}
			if n := len(list[j].items); n == 0 || list[j].items[n-1] != i {
				list[j].items = append(list[j].items, i)
			}
		}
	}
	return list
}

// helpFor is the help of a finding with other words for its function.
func helpFor(f *rule.Finding, words string) string {
	name := rule.ShortSymbol(f.Function)
	at := strings.LastIndex(f.Help, name)
	if name == "" || at < 0 {
		return f.Help
	}
	return f.Help[:at] + words + f.Help[at+len(name):]
}

func fix(f *rule.Finding, what string) string {
	if what == "" {
		what = f.Message
	}
	return fmt.Sprintf("%s %s: %s", clean(f.Rule), clean(f.Name), clean(what))
}

// silentViolations are wrong by verdict without a finding, which the policy or
// an approval silences.
func (d *dossier) silentViolations() []int {
	var list []int
	for i, it := range d.items {
		if it.verdict() == "violation" && len(it.findings) == 0 {
			list = append(list, i)
		}
	}
	return list
}

// blindSpots is what no run can see. A reader who takes a clean report for
// proof should know.
func blindSpots() []string {
	return []string{
		"Calls that the source does not show: reflection and containers that inject by it, plugins, go:linkname, cgo and assembly.",
		"Libraries that the catalog does not know: a database reached through one of them is not seen.",
		"Build configurations other than the one that was analysed.",
		"Conditions are not evaluated: a path shown here is possible by types and data flow, not proven to be taken.",
	}
}
