package cli

import (
	"context"
	"errors"
	"flag"
	"io"

	"github.com/sessionlint/sessionlint/analyzer/report"
)

// entriesOptions is a command line of entries.
type entriesOptions struct {
	options
	list string // its format
}

func newEntriesFlags(o *entriesOptions) *flag.FlagSet {
	fs := newFlagSet("entries")
	fs.StringVar(&o.list, "format", "text", "output `format`: text, json or markdown")
	fs.BoolVar(&o.verbose, "v", false, "start-up code that takes nothing, too")
	analysisFlags(fs, &o.options)
	return fs
}

// runEntries lists the entry points.
func runEntries(ctx context.Context, args []string, env Env, e Engine) int {
	var o entriesOptions
	err := parseEntries(&o, args)
	if errors.Is(err, flag.ErrHelp) {
		return env.print(usage("entries"))
	}
	if err != nil {
		return env.fail(err)
	}
	o.audit = true
	res, err := askable(ctx, &o.options, env, e)
	if err != nil {
		return env.fail(err)
	}
	err = env.write(func(w io.Writer) error {
		return report.WriteEntries(w, res.Report, o.list, report.TextOptions{Color: env.color(), Width: env.width(), Verbose: o.verbose})
	})
	if err != nil {
		return env.fail(err)
	}
	env.warnIncomplete(o.options, res)
	return exitClean
}

func parseEntries(o *entriesOptions, args []string) error {
	fs := newEntriesFlags(o)
	rest, err := checkFlags(fs, args)
	if err != nil {
		return err
	}
	if err := checkPackages(rest); err != nil {
		return err
	}
	if err := fs.Parse(args); err != nil {
		return errBadBool.of(err)
	}
	o.patterns = fs.Args()
	return checkAnswer(o.list, "text", "json", "markdown")
}
