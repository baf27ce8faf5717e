package driver

import (
	"context"
	"fmt"
	"path/filepath"

	"github.com/sessionlint/sessionlint/analyzer/catalog"
	"github.com/sessionlint/sessionlint/analyzer/policy"
	"github.com/sessionlint/sessionlint/analyzer/policy/config"
	"github.com/sessionlint/sessionlint/analyzer/rule"
)

// Settings are what a user may set of an analysis, as text. What is "" is as the
// configuration says.
type Settings struct {
	Policy   string // see rule.ParsePolicy
	Scope    string // see rule.ParseScope
	Families string // see catalog.Options
	Config   *config.Config
	Today    string // "2006-01-02": approvals of the configuration that ended before approve nothing; "" is never
}

// Parse reads the settings.
func (s Settings) Parse() (*catalog.Catalog, rule.Policy, error) {
	if s.Policy == "" && s.Config != nil {
		s.Policy = s.Config.Policy
	}
	level, err := rule.ParsePolicy(s.Policy)
	if err != nil {
		return nil, rule.Policy{}, err
	}
	cat, err := s.Config.Catalog(s.Families)
	if err != nil {
		return nil, rule.Policy{}, fmt.Errorf("loading the catalog: %w", err)
	}
	return cat, level, nil
}

// Run loads packages, links the programs among them and judges them. The
// catalog of c is set from the settings.
func Run(ctx context.Context, c Config, s Settings) (*rule.Report, *Loaded, error) {
	cat, level, err := s.Parse()
	if err != nil {
		return nil, nil, err
	}
	if s.Scope == "" && s.Config != nil {
		s.Scope = s.Config.Scope
	}
	all, err := rule.ParseScope(s.Scope)
	if err != nil {
		return nil, nil, err
	}
	c.Catalog = cat
	l, err := Load(ctx, c)
	if err != nil {
		return nil, nil, err
	}
	warnings, err := s.Config.Resolve(l.sources.find, l.sources.paths)
	if err != nil {
		return nil, nil, err
	}
	l.Warnings = append(l.Warnings, warnings...)
	if c.Progress != nil {
		c.Progress(Progress{Stage: "link"})
	}
	l.Whole = wholeModule(c.Patterns) && resolved(absolute(c.Dir)) == resolved(l.Root)
	l.Programs = rule.Programs(l.Units, c.Tests)
	findings, acquisitions, approvals := rule.Judge(rule.Input{
		Programs: l.Programs, Policy: level, Locate: l.Locate, All: all,
		Declared: declaredBy(s.Config), Stale: staleOf(s.Config, l), Today: s.Today, Whole: l.Whole,
	})
	findings = policy.Apply(s.Config, findings, relativeTo(s.Config, l.Root))
	return &rule.Report{
		Schema: rule.Schema, Module: l.Module, Policy: level.String(),
		Findings: findings, Acquisitions: acquisitions, Approvals: approvals, Incomplete: l.Incomplete,
	}, l, nil
}

// staleOf lists what the configuration excludes and is not there.
func staleOf(c *config.Config, l *Loaded) []rule.Declared {
	if !l.Whole {
		return nil
	}
	return c.ExcludesNothing(l.Root)
}

// relativeTo names files of a report, which are relative to root, relative to
// the folder of the configuration.
func relativeTo(c *config.Config, root string) func(string) string {
	if c == nil || c.Dir == "" {
		return func(file string) string { return file }
	}
	dir, root := resolved(c.Dir), resolved(root)
	return func(file string) string {
		rel, err := filepath.Rel(dir, filepath.Join(root, filepath.FromSlash(file)))
		if err != nil {
			return file
		}
		return filepath.ToSlash(rel)
	}
}

func absolute(dir string) string {
	if abs, err := filepath.Abs(dir); err == nil {
		return abs
	}
	return dir
}

// resolved is a folder without symbolic links, if it can be known.
func resolved(dir string) string {
	if real, err := filepath.EvalSymlinks(dir); err == nil {
		return real
	}
	return dir
}

func declaredBy(c *config.Config) []rule.Declared {
	if c == nil {
		return nil
	}
	return c.Declared
}

// wholeModule reports whether patterns take in everything below the directory.
// Only of the whole module can it be said that an approval approves nothing.
func wholeModule(patterns []string) bool {
	return len(patterns) == 0 || len(patterns) == 1 && patterns[0] == "./..."
}
