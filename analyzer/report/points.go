package report

import (
	"fmt"
	"slices"
	"strings"

	"github.com/sessionlint/sessionlint/analyzer/rule"
)

// placesTold is how many right places a conclusion goes through one by one.
const placesTold = 12

// points are the sentences behind the conclusion, without full stops, with names
// in backquotes: what requests create, how many sessions they take, what each
// stream uses, and why each place is right.
func (d *dossier) points() []string {
	var out []string
	if served := servedEntries(d.listed); len(served) > 0 {
		out = append(out, poolsPoint(served), upperFirst(entriesTally(d.listed)))
		for i := range served {
			if served[i].Kind == "stream" && len(served[i].Takes) > 0 && len(out) < placesTold {
				out = append(out, d.streamPoint(served[i]))
			}
		}
	}
	return append(out, d.rightPlaces()...)
}

func servedEntries(list []rule.EntryPoint) []rule.EntryPoint {
	var out []rule.EntryPoint
	for _, e := range list {
		if e.Kind == "request" || e.Kind == "stream" {
			out = append(out, e)
		}
	}
	return out
}

// poolsPoint says whether requests and streams make what should be shared.
func poolsPoint(served []rule.EntryPoint) string {
	n := 0
	for _, e := range served {
		if slices.ContainsFunc(e.Takes, func(t rule.Taken) bool { return t.Kind == "pool" || t.Kind == "conn" }) {
			n++
		}
	}
	switch n {
	case 0:
		return "No request or stream creates a pool or dials a connection of its own"
	case 1:
		return "1 entry point for requests or streams creates a pool or dials a connection of its own"
	}
	return fmt.Sprintf("%d entry points for requests or streams create a pool or dial a connection of their own", n)
}

func (d *dossier) streamPoint(e rule.EntryPoint) string {
	code := func(s string) string { return "`" + s + "`" }
	name := route(e)
	if name == "" {
		name = d.names.function(e.Function)
	}
	out := code(name) + " uses " + sessions(e, clean, code, d.names)
	for _, t := range e.Takes {
		if n := len(t.Made); n > 0 {
			return out + "; " + code(d.names.function(t.Made[n-1].Function)) + " hands it out"
		}
	}
	return out
}

// rightPlaces goes through the places that are right, when they are few.
func (d *dossier) rightPlaces() []string {
	var out []string
	for _, g := range d.groups {
		for _, i := range g.items {
			it := d.items[i]
			if it.acq == nil || len(it.findings) > 0 || it.acq.Verdict == "violation" {
				continue
			}
			reason := it.acq.Reason
			if it.acq.Verdict == "doc" {
				reason = "an example: " + reason
			}
			right := "is right (" + clean(it.acq.Verdict) + ")"
			if it.acq.Verdict == "unreachable" {
				right = "was not judged"
			}
			out = append(out, fmt.Sprintf("%s in `%s` %s: %s", it.id, d.names.function(it.acq.Function), right, clean(strings.ReplaceAll(reason, "`", "'"))))
		}
	}
	if len(out) > placesTold {
		return nil
	}
	return out
}
