package cli

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/sessionlint/sessionlint/analyzer/fix"
	"github.com/sessionlint/sessionlint/analyzer/rule"
)

// fixed is what became of the fixes of a run.
type fixed struct {
	files    []fix.File
	findings int // that have their fix in them
	skipped  int // whose fix does not stand together with another
}

// applyFixes applies the fix of each finding that has one. When that is done to
// the files, those findings are taken out of the report.
func applyFixes(res *Result, write bool) (fixed, error) {
	files, in := fix.Findings(res.Root, res.Report.Findings)
	out := fixed{files: files}
	var left []rule.Finding
	for i, f := range res.Report.Findings {
		switch {
		case in[i]:
			out.findings++
		case len(f.Fixes) > 0:
			out.skipped++
			left = append(left, f)
		default:
			left = append(left, f)
		}
	}
	if !write {
		return out, nil
	}
	res.Report.Findings = left
	for _, f := range files {
		if err := replaceFile(filepath.Join(res.Root, filepath.FromSlash(f.Name)), f.After); err != nil {
			if p, ok := errors.AsType[*fs.PathError](err); ok {
				err = p.Err
			}
			return out, errNotFixed.of(f.Name, err)
		}
	}
	return out, nil
}

// replaceFile keeps the file's mode.
func replaceFile(name string, text []byte) error {
	info, err := os.Stat(name)
	if err != nil {
		return err
	}
	return os.WriteFile(name, text, info.Mode().Perm())
}

func (d fixed) diff(w io.Writer) error {
	for _, f := range d.files {
		if _, err := w.Write(fix.Diff(f)); err != nil {
			return err
		}
	}
	return nil
}

// noteApplied says what was changed, which the remaining findings do not show.
func (env Env) noteApplied(o options, d fixed) {
	if o.quiet || !o.fix && !o.diff {
		return
	}
	verb := "fixed"
	if o.diff {
		verb = "would fix"
	}
	again := ""
	if d.skipped > 0 {
		again = fmt.Sprintf("; %s met another change, run again", fixes(d.skipped))
	}
	fmt.Fprintf(env.Stderr, "sessionlint: %s %s in %s%s\n", verb, plural(d.findings, "finding"), plural(len(d.files), "file"), again)
}

func fixes(n int) string {
	if n == 1 {
		return "1 fix"
	}
	return fmt.Sprintf("%d fixes", n)
}
