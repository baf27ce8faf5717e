package cli

import (
	"bytes"
	"errors"
	"flag"
	"io"

	"github.com/sessionlint/sessionlint/analyzer/report"
	"github.com/sessionlint/sessionlint/analyzer/rule"
)

func newCompareFlags(all *bool) *flag.FlagSet {
	fs := newFlagSet("compare")
	fs.BoolVar(all, "v", false, "every row, however many there are")
	return fs
}

// runCompare writes what changed between two recorded audits, for a comment on
// a pull request.
func runCompare(args []string, env Env) int {
	var all bool
	fs := newCompareFlags(&all)
	files, err := parseCompare(fs, args)
	if errors.Is(err, flag.ErrHelp) {
		return env.print(usage("compare"))
	}
	if err != nil {
		return env.fail(err)
	}
	c, err := compareFiles(files[0], files[1], env.Stdin)
	if err != nil {
		return env.fail(err)
	}
	if err := env.write(func(w io.Writer) error { return report.WriteComparison(w, c, all) }); err != nil {
		return env.fail(err)
	}
	if c.Decisions() > 0 {
		return exitFindings
	}
	return exitClean
}

func parseCompare(fs *flag.FlagSet, args []string) ([]string, error) {
	rest, err := checkFlags(fs, args)
	if err != nil {
		return nil, err
	}
	if err := checkPackages(rest); err != nil {
		return nil, err
	}
	if err := fs.Parse(args); err != nil {
		return nil, errBadBool.of(err)
	}
	if fs.NArg() != 2 {
		return nil, errCompareArguments.of(plural(fs.NArg(), "file"))
	}
	return fs.Args(), nil
}

func compareFiles(oldFile, newFile string, stdin io.Reader) (*report.Comparison, error) {
	before, err := readAudit(oldFile, stdin)
	if err != nil {
		return nil, err
	}
	after, err := readAudit(newFile, stdin)
	if err != nil {
		return nil, err
	}
	return report.Compare(before, after), nil
}

func readAudit(file string, stdin io.Reader) (*rule.Report, error) {
	text, err := readInput(file, stdin)
	if err != nil {
		return nil, errCannotCompare.of(file, reason(err))
	}
	r, _, err := report.ReadJSON(bytes.NewReader(text))
	if err != nil {
		return nil, errCannotCompare.of(file, err)
	}
	if r.Acquisitions == nil {
		return nil, errCannotCompare.of(file, "it lists no acquisitions")
	}
	return r, nil
}
