package report

import (
	"cmp"
	"slices"
	"strings"

	"github.com/sessionlint/sessionlint/analyzer/rule"
)

// entryPoint is where chains begin, with what they reach.
type entryPoint struct {
	function  string
	told      string // its kind as a finding tells it
	kind      string // the same, else what the verdicts say
	framework string
	routes    []string
	items     []int            // in the dossier's order
	point     *rule.EntryPoint // of a report that lists them
}

// entryLimits is what a report does not tell of entry points. It must be said
// wherever they are listed: a list that looks whole would mislead.
const entryLimits = "The analysis records one call chain for each acquisition, the shortest, and how many entry points reach it, " +
	"but not the names of the others. An entry point is therefore listed with the acquisitions whose recorded chain " +
	"begins at it, and entry points that reach nothing are not listed. Route, framework and the difference between " +
	"a request and a stream are known for those with a finding."

const requestOrStream = "request or stream"

// entryPoints collects the beginnings of all chains: streams first, then
// requests, then what runs elsewhere.
func entryPoints(items []item) []entryPoint {
	at := map[string]int{}
	var all []entryPoint
	for i, it := range items {
		function := entryFunction(it)
		if function == "" {
			continue
		}
		j, ok := at[function]
		if !ok {
			j = len(all)
			at[function] = j
			all = append(all, entryPoint{function: function})
		}
		all[j].add(i, it)
	}
	for i := range all {
		all[i].kind = orElse(all[i].told, all[i].kind)
	}
	slices.SortStableFunc(all, func(a, b entryPoint) int {
		return cmp.Or(cmp.Compare(kindOrder(a.kind), kindOrder(b.kind)), strings.Compare(a.kind, b.kind), strings.Compare(a.function, b.function))
	})
	return all
}

// listedEntries are the entry points of a report that lists them, but for
// start-up code that takes nothing. Each has what it takes, and that to which
// the recorded chain begins at it.
func (d *dossier) listedEntries(points []rule.EntryPoint) []entryPoint {
	begins := map[string][]int{}
	at := map[rule.Position][]int{}
	for i, it := range d.items {
		begins[entryFunction(it)] = append(begins[entryFunction(it)], i)
		at[it.position()] = append(at[it.position()], i)
	}
	var all []entryPoint
	for i := range points {
		p := &points[i]
		e := entryPoint{function: p.Function, kind: p.Kind, framework: p.Framework, routes: p.Routes, point: p}
		if e.routes == nil && p.Route != "" {
			e.routes = []string{p.Route}
		}
		e.items = append(e.items, begins[p.Function]...)
		for _, t := range p.Takes {
			e.items = append(e.items, at[t.Position]...)
		}
		slices.Sort(e.items)
		e.items = slices.Compact(e.items)
		if len(e.items) > 0 || !quietStart(*p) {
			all = append(all, e)
		}
	}
	return all
}

// way is the chain from an entry point to an item, when the report has it.
func (p entryPoint) way(it item) []rule.Step {
	if p.point == nil {
		return nil
	}
	for _, t := range p.point.Takes {
		if t.Position == it.position() {
			return t.Chain
		}
	}
	return nil
}

// entryFunction is the function in which an item's chain begins, or "".
func entryFunction(it item) string {
	if steps := it.chain(); len(steps) > 0 {
		return steps[0].Function
	}
	if e := it.entry(); e != nil {
		return e.Function
	}
	return ""
}

func (p *entryPoint) add(i int, it item) {
	p.items = append(p.items, i)
	if e := it.entry(); e != nil {
		p.told, p.framework = orElse(e.Kind, p.told), orElse(e.Framework, p.framework)
		if e.Route != "" && !slices.Contains(p.routes, e.Route) {
			p.routes = append(p.routes, e.Route)
		}
	}
	// main begins both what runs at start-up and what goes on behind it.
	if kind := kindByVerdict(it.verdict()); p.kind == "" || kindOrder(kind) < kindOrder(p.kind) {
		p.kind = kind
	}
}

// kindByVerdict: a verdict speaks of the kind of the paths that it judged.
func kindByVerdict(verdict string) string {
	switch verdict {
	case "violation", "request-session", verdictFinding:
		return requestOrStream
	case "startup", "background", "cli", "test":
		return verdict
	}
	return ""
}

func kindOrder(kind string) int {
	i := slices.Index([]string{"stream", "request", requestOrStream, "startup", "background", "cli", "test"}, kind)
	if i < 0 {
		return 100
	}
	return i
}

// label names an entry point for people: its routes and its function.
func (p entryPoint) label(names namer) string {
	name := names.function(p.function)
	if len(p.routes) == 0 {
		return name
	}
	return shortRoutes(p.routes) + "  " + name
}

// entryOf finds the entry points of each item.
func entryOf(entries []entryPoint, items int) [][]int {
	of := make([][]int, items)
	for e, p := range entries {
		for _, i := range p.items {
			of[i] = append(of[i], e)
		}
	}
	return of
}

// packagePath is the package of a function's full name.
func packagePath(function string) string {
	bare := strings.TrimLeft(function, "(*")
	slash := strings.LastIndexByte(bare, '/') + 1
	name, rest, ok := strings.Cut(bare[slash:], ".")
	if !ok {
		return bare
	}
	// gopkg.in/yaml.v3: the version belongs to the path.
	if version, _, more := strings.Cut(rest, "."); more && len(version) > 1 && version[0] == 'v' && strings.Trim(version[1:], "0123456789") == "" {
		name += "." + version
	}
	return bare[:slash] + name
}

// itemPackage is the package in which an item stands; findings in no function
// have their folder.
func itemPackage(it item) string {
	if f := it.function(); f != "" {
		return packagePath(f)
	}
	return folder(it.position())
}

func folder(p rule.Position) string {
	if i := strings.LastIndexByte(p.File, '/'); i >= 0 {
		return p.File[:i]
	}
	return "."
}
