// Package baseline keeps the findings that were there when somebody began to
// look: debt, which is not reported and not approved either.
//
// In: a file of entries, and the findings of a run. Out: which findings are new,
// and which entries nothing is found for any more. An entry stands for one
// finding with its fingerprint, so it holds when lines move or a file is renamed,
// and two equal findings need two entries.
package baseline

import (
	"cmp"
	"slices"

	"github.com/sessionlint/sessionlint/analyzer/rule"
)

// FileName is what a baseline is called when nobody names one.
const FileName = ".sessionlint-baseline.json"

// Entry is a finding that is known. Only the fingerprint tells which one; the
// rest is for people who read or merge the file, and says which packages a run
// must have looked at before it can say that the finding is gone.
type Entry struct {
	Rule        string `json:"rule"`
	Function    string `json:"function"` // of a closure: the one around it
	Symbol      string `json:"symbol"`
	File        string `json:"file"`
	Message     string `json:"message"`
	Entry       string `json:"entry,omitempty"` // the function in which the path begins
	Fingerprint string `json:"fingerprint"`     // without a number
}

// File is a baseline.
type File struct {
	Entries []Entry
	// Incomplete are the packages that were not analysed in full when it was
	// written, so that a run which sees no less can tell what is fixed.
	Incomplete []string
}

// Of is the baseline of findings, in a program of which some packages were not
// analysed in full. Those without a fingerprint cannot be kept.
func Of(findings []rule.Finding, incomplete []string) *File {
	f := &File{Incomplete: slices.Compact(slices.Sorted(slices.Values(incomplete)))}
	for i := range findings {
		if e := entryOf(&findings[i]); e.Fingerprint != "" {
			f.Entries = append(f.Entries, e)
		}
	}
	f.sort()
	return f
}

func entryOf(f *rule.Finding) Entry {
	e := Entry{
		Rule: f.Rule, Function: rule.Enclosing(f.Function), Symbol: f.Symbol, File: f.Position.File, Message: f.Message,
		Fingerprint: rule.Unnumbered(f.Fingerprint),
	}
	if f.Entry != nil {
		e.Entry = f.Entry.Function
	}
	return e
}

// sort puts entries in an order that keeps what belongs together in one place,
// and in which a renamed file moves nothing.
func (f *File) sort() {
	slices.SortFunc(f.Entries, func(a, b Entry) int {
		return cmp.Or(
			cmp.Compare(rule.PackageOf(a.Function), rule.PackageOf(b.Function)), cmp.Compare(a.Function, b.Function),
			cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.Symbol, b.Symbol), cmp.Compare(a.Message, b.Message),
			cmp.Compare(a.Entry, b.Entry), cmp.Compare(a.Fingerprint, b.Fingerprint), cmp.Compare(a.File, b.File),
		)
	})
}
