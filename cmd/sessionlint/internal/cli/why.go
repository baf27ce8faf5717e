package cli

import (
	"context"
	"errors"
	"flag"
	"io"
	"strconv"

	"github.com/sessionlint/sessionlint/analyzer/query"
	"github.com/sessionlint/sessionlint/analyzer/report"
)

// whyOptions is a command line of why or why-not.
type whyOptions struct {
	options
	place  string
	count  string
	answer string // its format
}

const whyShown = "10"

func newWhyFlags(name string, o *whyOptions) *flag.FlagSet {
	fs := newFlagSet(name)
	fs.StringVar(&o.answer, "format", "text", "output `format`: text or json")
	if name == "why" {
		fs.StringVar(&o.count, "n", whyShown, "at most so many `ways`, 0 for all")
	}
	analysisFlags(fs, &o.options)
	return fs
}

// runWhy answers why and why-not. The answer is for people to judge, so the
// exit status tells only whether there is one.
func runWhy(ctx context.Context, name string, args []string, env Env, e Engine) int {
	var o whyOptions
	n, err := parseWhy(name, &o, args)
	if errors.Is(err, flag.ErrHelp) {
		return env.print(usage(name))
	}
	if err != nil {
		return env.fail(err)
	}
	res, err := askable(ctx, &o.options, env, e)
	if err != nil {
		return env.fail(err)
	}
	targets, err := res.Asker.Find(o.place)
	if err != nil {
		return env.fail(errNotFound.of(err))
	}
	err = env.write(func(w io.Writer) error {
		opts := report.TextOptions{Color: env.color(), Width: env.width(), Verbose: true}
		if name == "why-not" {
			var list []query.WhyNot
			for _, t := range targets {
				list = append(list, res.Baseline.keeping(res.Asker.WhyNot(t))...)
			}
			return report.WriteWhyNot(w, res.Report, list, o.answer, opts)
		}
		var list []query.Why
		for _, t := range targets {
			list = append(list, res.Asker.Why(t, n))
		}
		return report.WriteWhy(w, res.Report, list, o.answer, opts)
	})
	if err != nil {
		return env.fail(err)
	}
	env.warnIncomplete(o.options, res)
	return exitClean
}

func parseWhy(name string, o *whyOptions, args []string) (n int, err error) {
	fs := newWhyFlags(name, o)
	rest, err := checkFlags(fs, args)
	if err != nil {
		return 0, err
	}
	if err := checkPackages(rest); err != nil {
		return 0, err
	}
	if err := fs.Parse(args); err != nil {
		return 0, errBadBool.of(err)
	}
	if fs.NArg() == 0 {
		return 0, errNoPlace.of(name)
	}
	o.place, o.patterns = fs.Arg(0), fs.Args()[1:]
	if err := checkAnswer(o.answer, "text", "json"); err != nil {
		return 0, err
	}
	if name == "why" {
		if n, err = strconv.Atoi(o.count); err != nil || n < 0 {
			return 0, errBadCount.of(o.count)
		}
	}
	return n, nil
}

func checkAnswer(format string, known ...string) error {
	for _, k := range known {
		if format == k {
			return nil
		}
	}
	return errBadFormat.of(format, didYouMean(format, known), orList(known))
}

// askable analyses for a question.
func askable(ctx context.Context, o *options, env Env, e Engine) (*Result, error) {
	o.format, o.failOn = "text", "any"
	if len(o.patterns) == 0 {
		o.patterns = []string{"./..."}
	}
	q, err := validate(*o, e)
	if err != nil {
		return nil, err
	}
	res, err := analyze(ctx, q, *o, &timings{now: env.Now}, env, e)
	if err != nil {
		return nil, err
	}
	if !o.quiet {
		for _, w := range res.Warnings {
			env.warn(w)
		}
	}
	return res, nil
}

func (env Env) warnIncomplete(o options, res *Result) {
	if n := len(res.Report.Incomplete); n > 0 && !o.quiet {
		env.warn(plural(n, "package") + " not analysed in full, so calls may be missing")
	}
}
