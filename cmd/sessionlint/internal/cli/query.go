package cli

import (
	"context"

	"github.com/sessionlint/sessionlint/analyzer/policy/baseline"
	"github.com/sessionlint/sessionlint/analyzer/policy/config"
	"github.com/sessionlint/sessionlint/analyzer/query"
	"github.com/sessionlint/sessionlint/analyzer/report"
	"github.com/sessionlint/sessionlint/analyzer/rule"
)

// Engine is the analysis as the command line sees it.
type Engine interface {
	// Rules lists the rules that -fail-on may name.
	Rules() []Rule
	// Check says in one sentence what is wrong with the query's policy,
	// families or scope. It does not look at the program.
	Check(Query) error
	// Analyze runs the query. The error is one sentence, or a problem of
	// this package with its own exit status.
	Analyze(context.Context, Query) (*Result, error)
	// Vet speaks go vet's protocol with the process's arguments. It need
	// not return.
	Vet()
}

// Rule names a rule.
type Rule struct{ ID, Name string }

// Query is what to analyse and how.
type Query struct {
	Dir      string // "" is the current directory
	Patterns []string
	Config   string         // a file relative to Dir, "" to look for one, or off
	Loaded   *config.Config // in the place of Config
	Tests    *bool          // nil: as the configuration says, like "" below
	Tags     string
	Cache    string // "", "off" or an absolute path
	Policy   string
	Families string
	Scope    string
	Baseline string                              // a file relative to Dir, "" for that of the configuration, or off
	Keep     bool                                // a baseline that nobody names is that of the module
	Anew     bool                                // the baseline need not be there yet
	Today    string                              // "2006-01-02"
	Entries  bool                                // an audit: list the entry points, examples, and what was not seen
	Ways     bool                                // with the ways from each to what it acquires
	Progress func(stage string, done, total int) // from one goroutine at a time
}

// Result is the report with all acquisitions, and what the run did.
type Result struct {
	Report    *rule.Report
	Root      string // the directory that the report's files are relative to
	Searched  report.Searched
	FromCache int       // packages of Searched.Read that were not read again
	Warnings  []string  // what went wrong without changing the report
	Baseline  *Baseline // nil: none
	Asker     Asker     // answers questions about the program; nil when there is none
}

// Baseline is what the file of known findings says about a run. The report has
// the new findings only.
type Baseline struct {
	File  string // absolute
	Named bool   // the configuration names it
	baseline.Outcome
}

// Asker answers questions about an analysed program.
type Asker interface {
	// Find finds a place by FILE:LINE, function or acquiring symbol. The error
	// is one sentence.
	Find(name string) ([]query.Target, error)
	// Why finds who reaches a place: the first n paths, or all of them for 0.
	Why(t query.Target, n int) query.Why
	// WhyNot finds what keeps a place from being reported; a function stands
	// for the places in it.
	WhyNot(query.Target) []query.WhyNot
}
