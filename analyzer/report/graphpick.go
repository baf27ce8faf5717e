package report

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/sessionlint/sessionlint/analyzer/rule"
)

// GraphPick says what a graph shows: what one entry point reaches, one
// acquisition, or all that there is.
type GraphPick struct {
	Entry string // a route, or a function with or without its package
	At    string // FILE:LINE or FILE:LINE:COLUMN
}

// choose finds the items; the error is one sentence.
func (p GraphPick) choose(d *dossier) (items []item, title string, err error) {
	switch {
	case p.Entry != "" && p.At != "":
		return nil, "", errors.New("an entry point and an acquisition cannot both be asked for")
	case p.Entry != "":
		return p.byEntry(d)
	case p.At != "":
		return p.byPlace(d)
	}
	items = d.items
	if len(items) == 0 {
		return nil, "", errors.New("there is nothing to draw: nothing is acquired")
	}
	return items, "what acquires in " + clean(d.module), nil
}

func (p GraphPick) byPlace(d *dossier) (items []item, title string, err error) {
	for _, it := range d.items {
		at := it.position()
		if p.At == place(at) || p.At == fmt.Sprintf("%s:%d", clean(at.File), at.Line) {
			items = append(items, it)
		}
	}
	if len(items) == 0 {
		return nil, "", fmt.Errorf("nothing is acquired at %s", p.At)
	}
	return items, "how " + clean(p.At) + " is reached", nil
}

// byEntry takes the entry points that match best: those with the name as it is
// before those whose method or function is called so.
func (p GraphPick) byEntry(d *dossier) (items []item, title string, err error) {
	best, found := 0, []int(nil)
	for i, e := range d.entries {
		rank := p.rank(e, d.names)
		if rank > best {
			best, found = rank, nil
		}
		if rank > 0 && rank == best {
			found = append(found, i)
		}
	}
	switch len(found) {
	case 0:
		return nil, "", fmt.Errorf("no entry point %s%s", p.Entry, d.someEntries(nil))
	case 1:
		e := d.entries[found[0]]
		return d.reachedFrom(e), "what " + e.label(d.names) + " acquires", nil
	}
	return nil, "", fmt.Errorf("%d entry points are called %s%s", len(found), p.Entry, d.someEntries(found))
}

// reachedFrom is what an entry point reaches, each with the way from there where
// the report has it.
func (d *dossier) reachedFrom(e entryPoint) []item {
	var out []item
	for _, i := range e.items {
		it := d.items[i]
		if steps := e.way(it); steps != nil {
			it.acq = withChain(it.acq, steps)
			out = append(out, it)
		} else if steps := it.chain(); len(steps) == 0 || steps[0].Function == e.function {
			out = append(out, it)
		}
	}
	return out
}

func withChain(a *rule.Acquisition, steps []rule.Step) *rule.Acquisition {
	if a == nil {
		return nil
	}
	b := *a
	b.Chain = steps
	return &b
}

func (p GraphPick) rank(e entryPoint, names namer) int {
	short := names.function(e.function)
	path := func(route string) bool {
		_, rest, ok := strings.Cut(route, " ")
		return ok && rest == p.Entry
	}
	switch {
	case e.function == p.Entry, short == p.Entry, slices.Contains(e.routes, p.Entry):
		return 3
	case slices.ContainsFunc(e.routes, path):
		return 2
	case strings.HasSuffix(short, "."+p.Entry), strings.HasSuffix(short, "/"+p.Entry):
		return 1
	}
	return 0
}

// entriesNamed is how many entry points an error names.
const entriesNamed = 5

// someEntries names entry points that can be asked for; nil is all.
func (d *dossier) someEntries(which []int) string {
	if which == nil {
		for i := range d.entries {
			which = append(which, i)
		}
	}
	if len(which) == 0 {
		return ": none is known"
	}
	var names []string
	for n, i := range which {
		if n == entriesNamed && len(which) > entriesNamed+1 {
			names = append(names, fmt.Sprintf("%d more", len(which)-entriesNamed))
			break
		}
		names = append(names, d.names.function(d.entries[i].function))
	}
	return ": there is " + strings.Join(names, ", ")
}
