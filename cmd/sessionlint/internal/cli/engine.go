package cli

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"os"
	"slices"

	"github.com/sessionlint/sessionlint/analyzer/catalog"
	"github.com/sessionlint/sessionlint/analyzer/driver"
	"github.com/sessionlint/sessionlint/analyzer/policy/config"
	"github.com/sessionlint/sessionlint/analyzer/query"
	"github.com/sessionlint/sessionlint/analyzer/report"
	"github.com/sessionlint/sessionlint/analyzer/rule"
	"github.com/sessionlint/sessionlint/analyzer/vet"
)

// engine is the real analysis.
type engine struct{}

func realEngine() Engine { return engine{} }

func (engine) Rules() []Rule {
	var out []Rule
	for _, r := range rule.All() {
		out = append(out, Rule{r.ID, r.Name})
	}
	return out
}

func (engine) Check(q Query) error {
	if _, err := rule.ParseScope(q.Scope); err != nil {
		return err
	}
	if _, err := rule.ParsePolicy(q.Policy); err != nil {
		return err
	}
	switch q.Families {
	case "", "default", "extended":
		return nil // Analyze loads the catalog; loading it twice costs time
	}
	_, err := catalog.Load(catalog.Options{Families: q.Families})
	return err
}

func (engine) Analyze(ctx context.Context, q Query) (*Result, error) {
	conf, err := q.Loaded, error(nil)
	if conf == nil {
		if conf, err = config.Load(q.Dir, q.Config); err != nil {
			return nil, err
		}
	}
	known, err := openBaseline(q, conf)
	if err != nil {
		return nil, err
	}
	c := driver.Config{Dir: q.Dir, Patterns: q.Patterns, Tests: testsOf(q, conf), Examples: q.Entries, Tags: q.Tags, Cache: q.Cache}
	if q.Progress != nil {
		c.Progress = func(p driver.Progress) { q.Progress(p.Stage, p.Done, p.Total) }
	}
	r, l, err := driver.Run(ctx, c, driver.Settings{Policy: q.Policy, Families: q.Families, Scope: q.Scope, Config: conf, Today: q.Today})
	if err != nil {
		if driver.IsUsage(err) {
			return nil, errWrongPackages.of(err)
		}
		return nil, err
	}
	all := *r // questions are about known findings, too
	ask := query.New(query.Input{Programs: l.Programs, Report: &all, Locate: l.Locate, Source: sourceBelow(l.Root)})
	if q.Entries {
		r.EntryPoints = ask.EntryPoints(q.Ways)
		r.Unseen = append(ask.Unseen(), l.Unseen...)
	}
	return &Result{
		Report:   r,
		Baseline: known.apply(r, l),
		Asker:    ask,
		Root:     l.Root,
		Searched: report.Searched{
			Matched: len(l.Matched), Mains: len(l.Mains), Read: len(l.Units), Pruned: l.Stats.Pruned,
		},
		FromCache: l.Stats.FromCache,
		Warnings:  l.Warnings,
	}, nil
}

func testsOf(q Query, conf *config.Config) bool {
	switch {
	case q.Tests != nil:
		return *q.Tests
	case conf != nil && conf.Tests != nil:
		return *conf.Tests
	}
	return false
}

// Vet answers the go command, which asks once for the identity and then starts
// a process for each package: hashing the executable in those would cost more
// than the rest of most of them.
func (engine) Vet() {
	args, id := os.Args[1:], ""
	if slices.Contains(args, "-V=full") {
		id = identity()
	}
	os.Exit(vet.Main(args, id, os.Stdout, os.Stderr))
}

// identity tells this build from others: the go command keys its cache of
// findings and facts with it.
func identity() string {
	name, err := os.Executable()
	if err != nil {
		return "unknown"
	}
	f, err := os.Open(name)
	if err != nil {
		return "unknown"
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return "unknown"
	}
	return hex.EncodeToString(h.Sum(nil))
}
