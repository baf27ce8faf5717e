package cli

import (
	"context"
	"fmt"

	"github.com/sessionlint/sessionlint/analyzer/driver"
	"github.com/sessionlint/sessionlint/analyzer/report"
	"github.com/sessionlint/sessionlint/analyzer/rule"
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
	if q.Scope != "" && q.Scope != "request" {
		return fmt.Errorf("unknown -scope %q", q.Scope)
	}
	_, _, err := driver.Settings{Policy: q.Policy, Families: q.Families}.Parse()
	return err
}

func (engine) Analyze(ctx context.Context, q Query) (*Result, error) {
	c := driver.Config{Dir: q.Dir, Patterns: q.Patterns, Tests: q.Tests, Tags: q.Tags, Cache: q.Cache}
	if q.Progress != nil {
		c.Progress = func(p driver.Progress) { q.Progress(p.Stage, p.Done, p.Total) }
	}
	r, l, err := driver.Run(ctx, c, driver.Settings{Policy: q.Policy, Families: q.Families})
	if err != nil {
		if driver.IsUsage(err) {
			return nil, errWrongPackages.of(err)
		}
		return nil, err
	}
	return &Result{
		Report: r,
		Searched: report.Searched{
			Matched: len(l.Matched), Mains: len(l.Mains), Read: len(l.Units), Pruned: l.Stats.Pruned,
		},
		FromCache: l.Stats.FromCache,
	}, nil
}

func (engine) Vet() {}
