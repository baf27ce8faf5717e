package cli

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"

	"github.com/sessionlint/sessionlint/analyzer/policy"
	"github.com/sessionlint/sessionlint/analyzer/policy/baseline"
	"github.com/sessionlint/sessionlint/analyzer/policy/config"
)

const initHelp = `usage: sessionlint init [flags] [packages]

Writes what a project needs to begin: .sessionlint.yaml, with the functions that
were recognised as providers of sessions and as background work, each with a
reason to be edited, and .sessionlint-baseline.json, with what is found now. Both
go into the root of the module. Commit them: the next run is clean, and what is
new from then on is reported.

The flags that say what is reported are written down as settings.
`

const initExitHelp = `
exit status:
  0  both files were written
  2  wrong usage, or there are files that -force would overwrite
  3  the program could not be loaded, or a file not written
`

func newInitFlags(o *options, force *bool) *flag.FlagSet {
	fs := newFlagSet("init")
	fs.BoolVar(force, "force", false, "overwrite the files if they are there")
	borrowFlags(fs, o, "C", "policy", "families", "scope", "tests", "tags", "cache", "q")
	return fs
}

// runInit writes a first configuration and a baseline.
func runInit(ctx context.Context, args []string, env Env, e Engine) int {
	var o options
	force, err := parseInit(&o, args)
	if errors.Is(err, flag.ErrHelp) {
		return env.print(usage("init"))
	}
	if err != nil {
		return env.fail(err)
	}
	o.config, o.baseline = config.Off, config.Off
	q, err := validate(o, e)
	if err != nil {
		return env.fail(err)
	}
	at, err := placesOfInit(o.dir, force)
	if err != nil {
		return env.fail(err)
	}
	p, res, err := propose(ctx, q, o, env, e)
	if err != nil {
		return env.fail(err)
	}
	known := baseline.Of(res.Report.Findings, packagesOf(res.Report.Incomplete))
	if err := known.Write(at.baseline); err != nil {
		return env.fail(errFileNotWritten.of(shortName(at.baseline), reason(err)))
	}
	if err := os.WriteFile(at.config, []byte(p.String()), 0o644); err != nil {
		return env.fail(errFileNotWritten.of(shortName(at.config), reason(err)))
	}
	if o.quiet {
		return exitClean
	}
	for _, w := range res.Warnings {
		env.warn(w)
	}
	env.warnIncomplete(o, res)
	return env.print(fmt.Sprintf("%s: %s, %s, with proposed reasons: edit them\n%s: %s that nobody has approved\nCommit both. From then on, runs report what is new.\n",
		shortName(at.config), plural(len(p.Providers), "provider"), plural(len(p.Background), "background function"),
		shortName(at.baseline), plural(len(known.Entries), "known finding")))
}

func parseInit(o *options, args []string) (force bool, err error) {
	fs := newInitFlags(o, &force)
	rest, err := checkFlags(fs, args)
	if err != nil {
		return false, err
	}
	if err := checkPackages(rest); err != nil {
		return false, err
	}
	if err := fs.Parse(args); err != nil {
		return false, errBadBool.of(err)
	}
	o.audit, o.format, o.failOn, o.patterns = true, "text", "any", fs.Args()
	if len(o.patterns) == 0 {
		o.patterns = []string{"./..."}
	}
	return force, nil
}

// initFiles are the files that init writes.
type initFiles struct{ config, baseline string }

// placesOfInit finds where the files belong, and that nothing is lost there.
func placesOfInit(dir string, force bool) (initFiles, error) {
	abs, err := filepath.Abs(orHere(dir))
	if err != nil {
		return initFiles{}, errNoDir.of(dir)
	}
	root := config.Root(abs)
	at := initFiles{filepath.Join(root, config.FileName), filepath.Join(root, baseline.FileName)}
	if force {
		return at, nil
	}
	if there := config.Find(abs); there != "" {
		return at, errConfigured.of(shortName(there))
	}
	if _, err := os.Lstat(at.baseline); err == nil {
		return at, errConfigured.of(shortName(at.baseline))
	}
	return at, nil
}

// initRounds is how often declarations are taken back that turn out to do more
// than they should, before all are.
const initRounds = 4

// propose analyses without a configuration, and then with the one that it
// proposes, until that changes no finding. The result is that of the last run.
func propose(ctx context.Context, q Query, o options, env Env, e Engine) (*config.Proposal, *Result, error) {
	first, err := analyze(ctx, q, o, &timings{now: env.Now}, env, e)
	if err != nil {
		return nil, nil, err
	}
	apart := map[string]string{}
	for round := 1; ; round++ {
		p := &config.Proposal{
			Policy: q.Policy, Families: q.Families, Scope: q.Scope, Tests: q.Tests != nil && *q.Tests, Baseline: baseline.FileName,
		}
		policy.Propose(p, first.Report, apart)
		if len(p.Providers)+len(p.Background) == 0 {
			return p, first, nil
		}
		if q.Loaded, err = config.Parse([]byte(p.String()), config.FileName); err != nil {
			return nil, nil, errInternal.of(err)
		}
		res, err := analyze(ctx, q, o, &timings{now: env.Now}, env, e)
		if err != nil {
			return nil, nil, err
		}
		unfit := policy.Unfit(p, first.Report.Findings, res.Report.Findings)
		if len(unfit) == 0 {
			return p, res, nil
		}
		if round == initRounds {
			for _, list := range [][]config.Proposed{p.Providers, p.Background} {
				for _, d := range list {
					unfit[d.Symbol] = "not declared, because what it changes is not clear"
				}
			}
		}
		maps.Copy(apart, unfit)
	}
}
