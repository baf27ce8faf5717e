package cli

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/sessionlint/sessionlint/analyzer/report"
	"github.com/sessionlint/sessionlint/analyzer/rule"
)

// graphOptions is a command line of graph: that of an analysis, or a recorded
// report in its place, and what to draw.
type graphOptions struct {
	options
	from    string
	drawing string // its format
	pick    report.GraphPick
}

// newGraphFlags has the flags that say what is analysed, and its own.
func newGraphFlags(o *graphOptions) *flag.FlagSet {
	fs := newFlagSet("graph")
	fs.StringVar(&o.pick.Entry, "entry", "", "draw what the entry point `name` reaches: its route, as in /orders or\n\"POST /orders\", or its function, with or without the package")
	fs.StringVar(&o.pick.At, "at", "", "draw how the acquisition at `file:line` is reached")
	fs.StringVar(&o.drawing, "format", graphFormatNames()[0], "`format` of the drawing: "+strings.Join(graphFormatNames(), ", "))
	fs.StringVar(&o.from, "from", "", "draw the report in `file`, which audit -format=json wrote, or - for\nstandard input, instead of analysing")
	analysisFlags(fs, &o.options)
	return fs
}

// analysisFlags declares the flags of a command that analyses without reporting.
func analysisFlags(fs *flag.FlagSet, o *options) {
	borrowFlags(fs, o, "C", "config", "policy", "families", "tests", "tags", "cache", "q")
}

// borrowFlags declares flags of the plain run.
func borrowFlags(fs *flag.FlagSet, o *options, names ...string) {
	newFlags("audit", o).VisitAll(func(f *flag.Flag) {
		if slices.Contains(names, f.Name) {
			fs.Var(f.Value, f.Name, f.Usage)
			fs.Lookup(f.Name).DefValue = f.DefValue
		}
	})
}

func graphFormatNames() []string {
	var names []string
	for _, f := range report.GraphFormats() {
		names = append(names, f.Name)
	}
	return names
}

// runGraph draws call chains. What they mean is for audit to say, so the exit
// status tells only whether there is a drawing.
func runGraph(ctx context.Context, args []string, env Env, e Engine) int {
	var o graphOptions
	fs := newGraphFlags(&o)
	format, err := parseGraph(fs, &o, args)
	if errors.Is(err, flag.ErrHelp) {
		return env.print(usage("graph"))
	}
	if err != nil {
		return env.fail(err)
	}
	r, err := graphReport(ctx, o, env, e)
	if err != nil {
		return env.fail(err)
	}
	g, err := report.NewGraph(r, o.pick)
	if err != nil {
		return env.fail(errNothingToDraw.of(err))
	}
	if err := env.write(func(w io.Writer) error { return format.Write(w, g) }); err != nil {
		return env.fail(err)
	}
	if n := len(r.Incomplete); n > 0 && !o.quiet {
		env.warn(plural(n, "package") + " not analysed in full, so calls may be missing")
	}
	return exitClean
}

func parseGraph(fs *flag.FlagSet, o *graphOptions, args []string) (report.GraphFormat, error) {
	var format report.GraphFormat
	rest, err := checkFlags(fs, args)
	if err != nil {
		return format, err
	}
	if err := checkPackages(rest); err != nil {
		return format, err
	}
	if err := fs.Parse(args); err != nil {
		return format, errBadBool.of(err)
	}
	o.patterns = fs.Args()
	if o.from != "" && len(o.patterns) > 0 {
		return format, errGraphArgument.of(o.patterns[0])
	}
	if len(o.patterns) == 0 {
		o.patterns = []string{"./..."}
	}
	for _, f := range report.GraphFormats() {
		if f.Name == o.drawing {
			return f, nil
		}
	}
	names := graphFormatNames()
	return format, errBadFormat.of(o.drawing, didYouMean(o.format, names), orList(names))
}

// orList is "a, b or c".
func orList(words []string) string { return joinList(words, "or") }

// andList is "a, b and c".
func andList(words []string) string { return joinList(words, "and") }

func joinList(words []string, last string) string {
	n := len(words) - 1
	return fmt.Sprintf("%s %s %s", strings.Join(words[:n], ", "), last, words[n])
}

func graphReport(ctx context.Context, o graphOptions, env Env, e Engine) (*rule.Report, error) {
	if o.from != "" {
		r, _, err := readReport(o.from, env.Stdin)
		return r, err
	}
	o.audit = true
	q, err := validate(o.options, e)
	if err != nil {
		return nil, err
	}
	q.Ways = o.pick.Entry != ""
	res, err := analyze(ctx, q, o.options, &timings{now: env.Now}, env, e)
	if err != nil {
		return nil, err
	}
	return res.Report, nil
}
