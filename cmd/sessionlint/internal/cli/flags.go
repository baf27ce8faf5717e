package cli

import (
	"errors"
	"flag"
	"io"
	"strconv"
	"strings"
)

// options is a command line as it was written.
type options struct {
	audit    bool
	dir      string
	format   string
	policy   string
	families string
	scope    string
	tests    *bool // nil: as the configuration says
	config   string
	tags     string
	cache    string
	failOn   string
	json     bool
	since    string
	baseline string
	watch    bool
	fix      bool
	diff     bool
	verbose  bool
	quiet    bool
	patterns []string
}

// newFlagSet is empty. Messages are written by errors.go and help.go.
func newFlagSet(name string) *flag.FlagSet {
	fs := flag.NewFlagSet(name, flag.ContinueOnError)
	fs.SetOutput(io.Discard)
	return fs
}

// newFlags declares the flags of a command that analyses; o receives them.
func newFlags(name string, o *options) *flag.FlagSet {
	fs := newFlagSet(name)
	fs.StringVar(&o.dir, "C", "", "change to `dir` first")
	declareFormat(fs, &o.format)
	fs.StringVar(&o.config, "config", "", "`file` of settings, or off (default: .sessionlint.yaml of the module, or\nabove it in the repository); what flags say goes before it")
	fs.StringVar(&o.policy, "policy", "", "`policy` for sessions taken on request and stream paths: standard,\nstrict, relaxed, or one for each as in\nrequest=strict,stream=standard (default standard)")
	fs.StringVar(&o.families, "families", "", "`sets` of libraries that count: default, extended, or names of families,\nseparated by commas (default default)")
	fs.StringVar(&o.scope, "scope", "", "which `paths` the rules on held sessions look at: request (and stream)\nor all (default request)")
	fs.BoolFunc("tests", "analyse _test.go files too", o.setTests)
	fs.StringVar(&o.tags, "tags", "", "build `tags`, separated by commas")
	fs.StringVar(&o.cache, "cache", "", "`dir` of the cache, or off (default: below the user's cache directory)")
	fs.StringVar(&o.failOn, "fail-on", "any", "`findings` that make the exit status 1: any, error, or rules such as\nSL101, separated by commas")
	fs.BoolVar(&o.json, "json", false, "the same as -format=json")
	fs.StringVar(&o.baseline, "baseline", "", "`file` of known findings, which are not reported, or off (default: that\nof the configuration)")
	fs.StringVar(&o.since, "changed-since", "", "only findings whose call path has a line that changed since the branch\nleft this `revision`")
	fs.BoolVar(&o.watch, "watch", false, "run again whenever a source file changes")
	if name == "" {
		fs.BoolVar(&o.fix, "fix", false, "apply the fix of each finding that has one, and report the others")
		fs.BoolVar(&o.diff, "diff", false, "print what -fix would change as a diff, and change nothing")
	}
	fs.BoolVar(&o.verbose, "v", false, "whole call chains and lists, and what the run did")
	fs.BoolVar(&o.quiet, "q", false, "no progress and no summary on standard error")
	return fs
}

func (o *options) setTests(value string) error {
	on, err := strconv.ParseBool(value)
	if err != nil {
		return errors.New("parse error") // as package flag says of its own
	}
	o.tests = &on
	return nil
}

// parseFlags reads the arguments of a command. The error is flag.ErrHelp when
// help is asked for.
func parseFlags(name string, args []string) (options, error) {
	o := options{audit: name == "audit"}
	fs := newFlags(name, &o)
	packages, err := checkFlags(fs, args)
	if err != nil {
		return o, err
	}
	if err := checkPackages(packages); err != nil {
		return o, err
	}
	if err := fs.Parse(args); err != nil {
		return o, errBadBool.of(err)
	}
	if o.json {
		if o.format != "json" && o.format != fs.Lookup("format").DefValue {
			return o, errJSONFormat.of(o.format)
		}
		o.format = "json"
	}
	o.patterns = fs.Args()
	if len(o.patterns) == 0 {
		o.patterns = []string{"./..."}
	}
	return o, nil
}

// checkFlags walks the arguments as package flag does and finds what that
// package reports in its own words: unknown flags and missing values. It
// returns what follows the flags, unless -- says where that begins.
func checkFlags(fs *flag.FlagSet, args []string) (rest []string, err error) {
	for len(args) > 0 {
		arg := args[0]
		if !isFlag(arg) {
			return args, nil
		}
		args = args[1:]
		if arg == "--" {
			return nil, nil
		}
		name, _, hasValue := strings.Cut(strings.TrimPrefix(arg[1:], "-"), "=")
		if name == "h" || name == "help" {
			return nil, flag.ErrHelp
		}
		f := fs.Lookup(name)
		switch {
		case f == nil:
			return nil, errUnknownFlag.of("-"+name, didYouMean("-"+name, flagNames(fs)), helpArgument(fs.Name()))
		case hasValue || isBool(f):
		case len(args) == 0:
			return nil, errNoValue.of("-" + name)
		default:
			args = args[1:]
		}
	}
	return nil, nil
}

// checkPackages finds flags after packages, which package flag would take for
// packages.
func checkPackages(args []string) error {
	for i, arg := range args {
		if isFlag(arg) {
			return errFlagAfterPackage.of(arg, args[i-1])
		}
	}
	return nil
}

func isFlag(arg string) bool { return len(arg) > 1 && arg[0] == '-' }

func isBool(f *flag.Flag) bool {
	b, ok := f.Value.(interface{ IsBoolFlag() bool })
	return ok && b.IsBoolFlag()
}

func flagNames(fs *flag.FlagSet) []string {
	var names []string
	fs.VisitAll(func(f *flag.Flag) { names = append(names, "-"+f.Name) })
	return names
}

// helpArgument is what follows "sessionlint help" for a command.
func helpArgument(command string) string {
	if command == "" {
		return ""
	}
	return " " + command
}
