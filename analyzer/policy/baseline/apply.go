package baseline

import (
	"slices"

	"github.com/sessionlint/sessionlint/analyzer/rule"
)

// Run is what the run looked at that made the findings.
type Run struct {
	Whole      bool     // the whole module or workspace
	Packages   []string // of the analysed modules, those that it read
	Main       bool     // there is a main package among those that were asked for
	Incomplete []string // packages that were not analysed in full
}

// Outcome is what a baseline says about the findings of a run.
type Outcome struct {
	New   []rule.Finding // not in the baseline
	Known []rule.Finding
	Fixed []Entry // nothing is found for them any more
	Open  []Entry // nothing is found for them, and this run cannot say that they are fixed
	// Broken are the packages that were analysed in full when the baseline was
	// written, and not in this run: no entry is fixed then.
	Broken []string

	incomplete []string // of the baseline to write
}

// Apply tells known findings from new ones. Of equal findings in one function it
// cannot know which is the new one: those whose message is that of an entry are
// taken for known first, and then those that stand first.
func (f *File) Apply(findings []rule.Finding, run Run) Outcome {
	left := map[string][]int{} // entries by fingerprint
	for i, e := range f.Entries {
		left[e.Fingerprint] = append(left[e.Fingerprint], i)
	}
	known := make([]bool, len(findings))
	match := func(same func(*rule.Finding, *Entry) bool) {
		for i := range findings {
			key := rule.Unnumbered(findings[i].Fingerprint)
			if known[i] || key == "" {
				continue
			}
			at := slices.IndexFunc(left[key], func(e int) bool { return same(&findings[i], &f.Entries[e]) })
			if at >= 0 {
				known[i] = true
				left[key] = slices.Delete(left[key], at, at+1)
			}
		}
	}
	match(func(f *rule.Finding, e *Entry) bool { return f.Message == e.Message })
	match(func(*rule.Finding, *Entry) bool { return true })

	var out Outcome
	for i, f := range findings {
		if known[i] {
			out.Known = append(out.Known, f)
		} else {
			out.New = append(out.New, f)
		}
	}
	out.incompleteness(f, run)
	for i := range f.Entries {
		e := &f.Entries[i]
		switch {
		case !slices.Contains(left[e.Fingerprint], i):
		case len(out.Broken) == 0 && run.judges(e):
			out.Fixed = append(out.Fixed, *e)
		default:
			out.Open = append(out.Open, *e)
		}
	}
	return out
}

func (o *Outcome) incompleteness(f *File, run Run) {
	if len(f.Entries) == 0 {
		o.incomplete = run.Incomplete // a new one
		return
	}
	for _, p := range run.Incomplete {
		if !slices.Contains(f.Incomplete, p) {
			o.Broken = append(o.Broken, p)
		}
	}
	o.incomplete = f.Incomplete
	if run.Whole && len(o.Broken) == 0 {
		o.incomplete = run.Incomplete
	}
}

// judges reports whether the finding of an entry would have been found if it
// were still there. A run of some packages sees the paths among them: when the
// path goes from one package to another, main is needed too, because it decides
// what stands behind an interface.
func (r Run) judges(e *Entry) bool {
	if r.Whole {
		return true
	}
	in, from := rule.PackageOf(e.Function), rule.PackageOf(e.Entry)
	if e.Entry == "" {
		from = in
	}
	return r.read(in) && r.read(from) && (in == from || r.Main)
}

func (r Run) read(pkg string) bool { return pkg != "" && slices.Contains(r.Packages, pkg) }

// Renew is the baseline to write after a run: what is found now, and what the
// run could not judge.
func (o *Outcome) Renew() *File {
	f := Of(append(slices.Clone(o.New), o.Known...), o.incomplete)
	f.Entries = append(f.Entries, o.Open...)
	f.sort()
	return f
}
