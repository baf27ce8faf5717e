package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/sessionlint/sessionlint/analyzer/driver"
	"github.com/sessionlint/sessionlint/analyzer/policy/baseline"
	"github.com/sessionlint/sessionlint/analyzer/policy/config"
	"github.com/sessionlint/sessionlint/analyzer/query"
	"github.com/sessionlint/sessionlint/analyzer/rule"
)

// knownFindings is a baseline that was read; nil is none.
type knownFindings struct {
	name  string // absolute
	named bool   // by the configuration
	*baseline.File
}

// openBaseline reads the baseline that holds, before anything is analysed.
func openBaseline(q Query, conf *config.Config) (*knownFindings, error) {
	name := baselineFile(q, conf)
	if name == "" {
		return nil, nil
	}
	abs, err := filepath.Abs(name)
	if err != nil {
		return nil, errBadBaseline.of(name, err)
	}
	f, err := baseline.Read(abs)
	switch {
	case errors.Is(err, fs.ErrNotExist) && q.Anew:
		f = &baseline.File{}
	case errors.Is(err, fs.ErrNotExist):
		return nil, errNoBaseline.of(shortName(abs))
	case err != nil:
		return nil, errBadBaseline.of(shortName(abs), err)
	}
	return &knownFindings{abs, abs == conf.BaselinePath(), f}, nil
}

// baselineFile is the file that the flag names, or the configuration, or where a
// new one belongs. "" is none.
func baselineFile(q Query, conf *config.Config) string {
	switch {
	case q.Baseline == config.Off:
		return ""
	case q.Baseline != "" && filepath.IsAbs(q.Baseline):
		return q.Baseline
	case q.Baseline != "":
		return filepath.Join(q.Dir, q.Baseline)
	case conf.BaselinePath() != "":
		return conf.BaselinePath()
	case q.Keep:
		dir, err := filepath.Abs(orHere(q.Dir))
		if err != nil {
			dir = orHere(q.Dir)
		}
		return filepath.Join(config.Root(dir), baseline.FileName)
	}
	return ""
}

// apply takes known findings out of the report.
func (k *knownFindings) apply(r *rule.Report, l *driver.Loaded) *Baseline {
	if k == nil {
		return nil
	}
	var own []string
	for _, u := range l.Units {
		if u.Own {
			own = append(own, u.Summary.Path)
		}
	}
	b := &Baseline{File: k.name, Named: k.named, Outcome: k.Apply(r.Findings, baseline.Run{
		Whole: l.Whole, Packages: own, Main: len(l.Mains) > 0, Incomplete: packagesOf(l.Incomplete),
	})}
	r.Findings = b.New
	r.Baseline = &rule.Baselined{File: below(l.Root, k.name), Known: len(b.Known), Fixed: len(b.Fixed)}
	return b
}

func packagesOf(list []rule.Incomplete) []string {
	var out []string
	for _, p := range list {
		out = append(out, p.Package)
	}
	return out
}

// keeping adds the baseline to what keeps places from being reported whose
// findings are all in it.
func (b *Baseline) keeping(list []query.WhyNot) []query.WhyNot {
	if b == nil {
		return list
	}
	known := map[string]bool{}
	for _, f := range b.Known {
		known[f.Fingerprint] = true
	}
	for i := range list {
		reported := slices.ContainsFunc(list[i].Findings, func(f rule.Finding) bool { return !known[f.Fingerprint] })
		if len(list[i].Findings) > 0 && !reported {
			list[i].Stops = append(list[i].Stops, query.Stop{Kind: "baseline", Text: "the baseline " + shortName(b.File) + " has it: it is known, and not approved"})
		}
	}
	return list
}

// below names a file relative to the root of a report, as reports do.
func below(root, name string) string {
	if rel, err := filepath.Rel(root, name); err == nil {
		return filepath.ToSlash(rel)
	}
	return filepath.Base(name)
}

// shortName is a file's name relative to where the command runs, unless that is
// longer.
func shortName(name string) string {
	here, err := os.Getwd()
	if err != nil {
		return name
	}
	rel, err := filepath.Rel(here, name)
	if err != nil || len(rel) > len(name) || strings.HasPrefix(rel, filepath.Join("..", "..", "..")) {
		return name
	}
	return rel
}

// noteFixed says that a baseline can shrink.
func (env Env) noteFixed(o options, b *Baseline) {
	if b == nil || len(b.Fixed) == 0 || o.quiet {
		return
	}
	are, them := "are", "them"
	if len(b.Fixed) == 1 {
		are, them = "is", "it"
	}
	fmt.Fprintf(env.Stderr, "sessionlint: %s of the baseline %s %s fixed; 'sessionlint baseline write' takes %s out\n",
		plural(len(b.Fixed), "finding"), shortName(b.File), are, them)
}

func inBaseline(b *Baseline) string {
	if b == nil || len(b.Known) == 0 {
		return ""
	}
	return fmt.Sprintf(", %d more in the baseline", len(b.Known))
}
