package cli

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/sessionlint/sessionlint/analyzer/policy/baseline"
	"github.com/sessionlint/sessionlint/analyzer/policy/config"
)

const baselineHelp = `usage: sessionlint baseline write [flags] [packages]
       sessionlint baseline check [flags] [packages]

A baseline is a file of findings that are known and not to be reported: debt
from before, which nobody has approved. It holds for runs with -baseline=FILE,
and for all when the configuration names it (baseline: FILE).

write puts into it what is found now, and takes out what is fixed. check lists
what is fixed and still in it. Lines and file names do not matter: a finding is
the same when the same rule is broken by the same call in the same function. Two
equal ones in a function are two entries, so that a third is reported.

A run of some packages leaves the entries of others alone. Without a name the
file is .sessionlint-baseline.json in the root of the module.
`

const baselineExitHelp = `
exit status:
  0  the baseline was written; check: nothing in it is fixed
  1  check: some of it is fixed
  2  wrong usage or configuration, or a damaged baseline
  3  the program could not be loaded, or the baseline not written
`

func baselineCommands() []string { return []string{"write", "check"} }

func newBaselineFlags(o *options) *flag.FlagSet {
	fs := newFlagSet("baseline")
	borrowFlags(fs, o, "C", "baseline", "config", "policy", "families", "scope", "tests", "tags", "cache", "q")
	return fs
}

// runBaseline is baseline write and baseline check.
func runBaseline(ctx context.Context, args []string, env Env, e Engine) int {
	var o options
	command, err := parseBaseline(&o, args)
	if errors.Is(err, flag.ErrHelp) {
		return env.print(usage("baseline"))
	}
	if err != nil {
		return env.fail(err)
	}
	q, err := validate(o, e)
	if err != nil {
		return env.fail(err)
	}
	q.Keep, q.Anew = true, command == "write"
	res, err := analyze(ctx, q, o, &timings{now: env.Now}, env, e)
	if err != nil {
		return env.fail(err)
	}
	if !o.quiet {
		for _, w := range res.Warnings {
			env.warn(w)
		}
		env.warn(notJudged(res))
	}
	if command == "check" {
		return env.checkBaseline(res.Baseline)
	}
	return env.writeBaseline(o, res.Baseline)
}

func parseBaseline(o *options, args []string) (command string, err error) {
	if len(args) == 0 || isFlag(args[0]) {
		if wantsHelp(args) {
			return "", flag.ErrHelp
		}
		return "", errNoBaselineCommand.of()
	}
	command = args[0]
	if !slices.Contains(baselineCommands(), command) {
		return "", errUnknownBaseline.of(command, didYouMean(command, baselineCommands()))
	}
	fs := newBaselineFlags(o)
	rest, err := checkFlags(fs, args[1:])
	if err == nil {
		err = checkPackages(rest)
	}
	if err != nil {
		return "", err
	}
	if err := fs.Parse(args[1:]); err != nil {
		return "", errBadBool.of(err)
	}
	if o.baseline == config.Off {
		return "", errBaselineOff.of(command)
	}
	o.format, o.failOn, o.patterns = "text", "any", fs.Args()
	if len(o.patterns) == 0 {
		o.patterns = []string{"./..."}
	}
	return command, nil
}

// notJudged is why nothing is said of entries, or "".
func notJudged(res *Result) string {
	open, broken := len(res.Baseline.Open), len(res.Baseline.Broken)
	switch {
	case open == 0:
		return ""
	case broken > 0:
		return fmt.Sprintf("%s not analysed in full any more (%s), so nothing is said of %s", plural(broken, "package"), res.Baseline.Broken[0], plural(open, "entry"))
	}
	return fmt.Sprintf("nothing is said of %s, whose paths are not wholly in these packages", plural(open, "entry"))
}

// checkBaseline lists what is fixed.
func (env Env) checkBaseline(b *Baseline) int {
	err := env.write(func(w io.Writer) error {
		for _, e := range b.Fixed {
			if _, err := fmt.Fprintln(w, entryLine(e)); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return env.fail(err)
	}
	env.noteFixed(options{}, b)
	if len(b.Fixed) > 0 {
		return exitFindings
	}
	return exitClean
}

// entryLine is one entry for people: repo/open.go: SL101 in shop/repo.Open: what is wrong.
func entryLine(e baseline.Entry) string {
	var b strings.Builder
	for _, c := range fmt.Sprintf("%s: %s in %s: %s", e.File, e.Rule, e.Function, e.Message) {
		if c < ' ' || c == 0x7f { // the file may come from anywhere
			c = '�'
		}
		b.WriteRune(c)
	}
	return b.String()
}

// writeBaseline replaces the file and says what became of it.
func (env Env) writeBaseline(o options, b *Baseline) int {
	f := b.Renew()
	if err := f.Write(b.File); err != nil {
		return env.fail(errBaselineNotWritten.of(shortName(b.File), reason(err)))
	}
	if o.quiet {
		return exitClean
	}
	if !b.Named && o.baseline == "" {
		fmt.Fprintf(env.Stderr, "sessionlint: runs do not look at it yet: write 'baseline: %s' into %s\n", filepath.Base(b.File), config.FileName)
	}
	return env.print(fmt.Sprintf("%s: %s, %d of them new, %d taken out\n", shortName(b.File), plural(len(f.Entries), "finding"), len(b.New), len(b.Fixed)))
}
