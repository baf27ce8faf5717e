package cli

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/sessionlint/sessionlint/analyzer/report"
	"github.com/sessionlint/sessionlint/analyzer/rule"
)

// incompleteRun has findings and a package that could not be analysed.
func incompleteRun() *Result {
	res := errorAndWarning()
	res.Report.Incomplete = []rule.Incomplete{{Package: "example.com/shop/x", Error: "x.go:1:1: expected 'package'"}}
	return res
}

// TestConvert: a report that was recorded gives in each format what the run
// gave, byte for byte.
func TestConvert(t *testing.T) {
	e := fakeEngine{result: incompleteRun()}
	for _, command := range [][]string{nil, {"audit"}} {
		recorded := run(t, e, nil, append(command, "-format=json")...).stdout
		file := filepath.Join(t.TempDir(), "report.json")
		if err := os.WriteFile(file, []byte(recorded), 0o644); err != nil {
			t.Fatal(err)
		}
		for _, format := range formatNames() {
			for _, verbose := range []string{"-v=false", "-v"} {
				want := run(t, e, nil, append(command, "-format="+format, verbose)...)
				fromFile := run(t, fakeEngine{}, nil, "convert", "-from", file, "-format="+format, verbose)
				fromStdin := run(t, fakeEngine{}, func(env *Env) { env.Stdin = strings.NewReader(recorded) }, "convert", "-from=-", "-format", format, verbose)
				if fromFile.stdout != want.stdout || fromStdin.stdout != want.stdout || fromFile.code != 0 {
					t.Errorf("%v %s %s: exit status %d, got\n%s\nwant\n%s", command, format, verbose, fromFile.code, fromFile.stdout, want.stdout)
				}
			}
		}
	}
}

// TestIncompleteWarning: where a format cannot say what is missing, standard
// error does, save with -q.
func TestIncompleteWarning(t *testing.T) {
	e := fakeEngine{result: incompleteRun()}
	recorded := run(t, e, nil, "-format=json").stdout
	for _, f := range report.Formats() {
		want := ""
		if !f.ListsIncomplete {
			want = "sessionlint: warning: 1 package not analysed in full, which -format=" + f.Name + " does not say and -format=text does\n"
		}
		replay := func(env *Env) { env.Stdin = strings.NewReader(recorded) }
		for _, got := range []outcome{run(t, e, nil, "-format="+f.Name), run(t, e, replay, "convert", "-from=-", "-format="+f.Name)} {
			if f.Name != "text" && got.stderr != want {
				t.Errorf("%s: got %q, want %q", f.Name, got.stderr, want)
			}
		}
		if got := run(t, e, nil, "-q", "-format="+f.Name); got.stderr != "" {
			t.Errorf("%s: -q wrote %q", f.Name, got.stderr)
		}
	}
}

type failingReader struct{}

func (failingReader) Read([]byte) (int, error) { return 0, errors.New("input/output error") }

func TestConvertReadError(t *testing.T) {
	got := run(t, fakeEngine{}, func(env *Env) { env.Stdin = failingReader{} }, "convert", "-from=-")
	if got.code != 2 || !strings.HasPrefix(got.stderr, "sessionlint: cannot read -from=-: input/output error; name") {
		t.Errorf("got %+v", got)
	}
}
