package cli

import (
	"bytes"
	"errors"
	"flag"
	"io"
	"os"

	"github.com/sessionlint/sessionlint/analyzer/report"
	"github.com/sessionlint/sessionlint/analyzer/rule"
)

// convertOptions is a command line of convert.
type convertOptions struct {
	from    string
	dir     string
	format  string
	verbose bool
}

func newConvertFlags(o *convertOptions) *flag.FlagSet {
	fs := newFlagSet("convert")
	fs.StringVar(&o.from, "from", "", "`file` that -format=json wrote, or - for standard input")
	declareFormat(fs, &o.format)
	fs.StringVar(&o.dir, "C", "", "`dir` of the module's root, from which markdown and html show code\n(default: the current directory)")
	fs.BoolVar(&o.verbose, "v", false, "whole call chains and lists in text")
	return fs
}

// runConvert writes a recorded report in another format. It analyses nothing,
// so what the report says does not change the exit status.
func runConvert(args []string, env Env) int {
	var o convertOptions
	err := parseConvert(&o, args)
	if errors.Is(err, flag.ErrHelp) {
		return env.print(usage("convert"))
	}
	if err != nil {
		return env.fail(err)
	}
	format, err := findFormat(o.format)
	if err != nil {
		return env.fail(err)
	}
	r, searched, err := readReport(o.from, env.Stdin)
	if err != nil {
		return env.fail(err)
	}
	err = env.write(func(w io.Writer) error {
		return format.Write(w, r, report.Options{
			TextOptions: report.TextOptions{Color: env.color(), Width: env.width(), Verbose: o.verbose},
			Searched:    searched, Version: version(), Source: sourceBelow(orHere(o.dir)),
		})
	})
	if err != nil {
		return env.fail(err)
	}
	env.warn(incompleteUntold(format, r))
	return exitClean
}

func parseConvert(o *convertOptions, args []string) error {
	fs := newConvertFlags(o)
	if _, err := checkFlags(fs, args); err != nil {
		return err
	}
	if err := fs.Parse(args); err != nil {
		return errBadBool.of(err)
	}
	if fs.NArg() > 0 {
		return errConvertArgument.of(fs.Arg(0))
	}
	if o.from == "" {
		return errNoFrom.of()
	}
	if o.dir != "" && !isDir(o.dir) {
		return errNoDir.of(o.dir)
	}
	return nil
}

func readReport(from string, stdin io.Reader) (*rule.Report, report.Searched, error) {
	text, err := readInput(from, stdin)
	if err != nil {
		return nil, report.Searched{}, errCannotRead.of(from, reason(err))
	}
	r, searched, err := report.ReadJSON(bytes.NewReader(text))
	if err != nil {
		return nil, searched, errNoReport.of(from, err)
	}
	return r, searched, nil
}

func readInput(from string, stdin io.Reader) ([]byte, error) {
	if from == "-" {
		return io.ReadAll(stdin)
	}
	return os.ReadFile(from)
}
