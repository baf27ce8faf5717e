// Package vet speaks the protocol by which go vet runs a tool: -V=full for its
// identity, -flags for its flags, and one configuration file per package.
//
// It stands in the place of golang.org/x/tools/go/analysis/unitchecker, which
// type-checks every package of the import graph, the standard library
// included, whether or not an analyzer looks at it. Most packages cannot reach
// an acquisition and take no more here than the start of a process. It also
// prints the findings of packages that go vet visits as dependencies, because
// the go command (seen in 1.26) does not visit them again when they are asked
// for later: its cache does not tell the two kinds of visit apart.
package vet

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"

	"github.com/sessionlint/sessionlint/analyzer"
)

// Exit statuses, which the go command expects.
const (
	exitClean    = 0
	exitFindings = 1
	exitFailed   = 2
)

// Main runs the tool with the arguments that the go command gave it and
// returns the exit status. identity is what distinguishes this build from
// others; the go command keys its cache with it.
func Main(args []string, identity string, stdout, stderr io.Writer) int {
	if len(args) == 1 && args[0] == "-V=full" {
		fmt.Fprintf(stdout, "sessionlint version devel comments-go-here buildID=%s\n", withConfigs(identity))
		return exitClean
	}
	if len(args) == 1 && args[0] == "-flags" {
		if err := describeFlags(stdout); err != nil {
			return fail(stderr, err)
		}
		return exitClean
	}
	o, err := parse(args)
	if err != nil {
		return fail(stderr, err)
	}
	status, err := run(o, stdout, stderr)
	if err != nil {
		return fail(stderr, err)
	}
	return status
}

func fail(w io.Writer, err error) int {
	fmt.Fprintf(w, "sessionlint: %v\n", err)
	return exitFailed
}

// options are the flags of one run.
type options struct {
	settings analyzer.Settings
	json     bool
	fix      bool
	diff     bool
	config   string
}

func (o *options) flags() *flag.FlagSet {
	f := flag.NewFlagSet("sessionlint", flag.ContinueOnError)
	f.SetOutput(io.Discard)
	o.settings.Bind(f, "sessionlint.")
	f.BoolVar(&o.json, "json", false, "print findings as JSON")
	f.BoolVar(&o.fix, "fix", false, "apply the first fix of each finding, and print no finding")
	f.BoolVar(&o.diff, "diff", false, "with -fix: print the changes as a diff, and make none")
	f.Int("c", -1, "accepted for the go command, which shows the lines itself")
	return f
}

func parse(args []string) (*options, error) {
	o := &options{}
	f := o.flags()
	if err := f.Parse(args); err != nil {
		return nil, err
	}
	if f.NArg() != 1 {
		return nil, errors.New("want one configuration file of go vet")
	}
	o.config = f.Arg(0)
	return o, nil
}

// describeFlags lists the flags in the form that cmd/go reads.
func describeFlags(w io.Writer) error {
	type description struct {
		Name  string
		Bool  bool
		Usage string
	}
	var list []description
	new(options).flags().VisitAll(func(f *flag.Flag) {
		b, ok := f.Value.(interface{ IsBoolFlag() bool })
		list = append(list, description{f.Name, ok && b.IsBoolFlag(), f.Usage})
	})
	data, err := json.MarshalIndent(list, "", "\t")
	if err != nil {
		return err
	}
	_, err = w.Write(append(data, '\n'))
	return err
}

// run handles one package.
func run(o *options, stdout, stderr io.Writer) (int, error) {
	cfg, err := readConfig(o.config)
	if err != nil {
		return 0, err
	}
	if cfg.Stdout != "" {
		f, err := os.Create(cfg.Stdout)
		if err != nil {
			return 0, fmt.Errorf("opening the output: %w", err)
		}
		defer f.Close()
		stdout = f
	}
	found, err := cfg.analyse(o.settings)
	if err != nil {
		return 0, err
	}
	if !cfg.prints() {
		found = nil
	}
	switch {
	case o.json:
		return exitClean, printJSON(stdout, cfg.ID, found)
	case o.fix:
		return cfg.fix(found, o.diff, stdout)
	}
	for _, d := range found {
		fmt.Fprintf(stderr, "%s: %s\n", d.Position, d.Text)
	}
	if len(found) > 0 {
		return exitFindings, nil
	}
	return exitClean, nil
}

// printJSON writes findings as unitchecker does: by package and analyzer.
func printJSON(w io.Writer, id string, found []analyzer.Diagnostic) error {
	type diagnostic struct {
		Category string    `json:"category,omitempty"`
		Posn     string    `json:"posn"`
		Message  string    `json:"message"`
		Fixes    []jsonFix `json:"suggested_fixes,omitempty"`
	}
	tree := map[string]map[string][]diagnostic{}
	for _, d := range found {
		if tree[id] == nil {
			tree[id] = map[string][]diagnostic{}
		}
		tree[id]["sessionlint"] = append(tree[id]["sessionlint"], diagnostic{d.Category, d.Position.String(), d.Text, jsonFixes(d)})
	}
	data, err := json.MarshalIndent(tree, "", "\t")
	if err != nil {
		return err
	}
	_, err = w.Write(append(data, '\n'))
	return err
}
