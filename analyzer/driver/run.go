package driver

import (
	"context"
	"fmt"

	"github.com/sessionlint/sessionlint/analyzer/catalog"
	"github.com/sessionlint/sessionlint/analyzer/rule"
)

// Settings are what a user may set of an analysis, as text.
type Settings struct {
	Policy   string // see rule.ParsePolicy
	Families string // see catalog.Options
}

// Parse reads the settings.
func (s Settings) Parse() (*catalog.Catalog, rule.Policy, error) {
	policy, err := rule.ParsePolicy(s.Policy)
	if err != nil {
		return nil, rule.Policy{}, err
	}
	cat, err := catalog.Load(catalog.Options{Families: s.Families})
	if err != nil {
		return nil, rule.Policy{}, fmt.Errorf("loading the catalog: %w", err)
	}
	return cat, policy, nil
}

// Run loads packages, links the programs among them and judges them. The
// catalog of c is set from the settings.
func Run(ctx context.Context, c Config, s Settings) (*rule.Report, *Loaded, error) {
	cat, policy, err := s.Parse()
	if err != nil {
		return nil, nil, err
	}
	c.Catalog = cat
	l, err := Load(ctx, c)
	if err != nil {
		return nil, nil, err
	}
	if c.Progress != nil {
		c.Progress(Progress{Stage: "link"})
	}
	l.Programs = rule.Programs(l.Units, c.Tests)
	findings, acquisitions := rule.Judge(rule.Input{
		Programs: l.Programs, Policy: policy, Locate: l.Locate,
	})
	return &rule.Report{
		Schema: rule.Schema, Module: l.Module, Policy: policy.String(),
		Findings: findings, Acquisitions: acquisitions, Incomplete: l.Incomplete,
	}, l, nil
}
