package cli

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"testing/synctest"
	"time"

	"github.com/sessionlint/sessionlint/analyzer/report"
	"github.com/sessionlint/sessionlint/analyzer/rule"
)

// fakeEngine answers every query with the same result.
type fakeEngine struct {
	result *Result
	err    error
	query  *Query // receives the last query
	slow   time.Duration
}

func (f fakeEngine) Rules() []Rule {
	return []Rule{{"SL101", "pool-per-request"}, {"SL103", "session-in-handler"}}
}

func (f fakeEngine) Check(q Query) error {
	if q.Policy == "lax" {
		return errors.New(`unknown policy "lax"`)
	}
	return nil
}

func (f fakeEngine) Analyze(_ context.Context, q Query) (*Result, error) {
	if q.Tags == "panic" {
		panic("out of range")
	}
	if f.query != nil {
		*f.query = q
	}
	if q.Progress != nil {
		q.Progress("summarise", 3, 12)
	}
	time.Sleep(f.slow)
	return f.result, f.err
}

func (fakeEngine) Vet() { panic("not in this test") }

func result(findings ...rule.Finding) *Result {
	return &Result{
		Report: &rule.Report{
			Schema: rule.Schema, Module: "example.com/shop", Policy: "standard", Findings: findings,
			Acquisitions: []rule.Acquisition{{
				Symbol: "database/sql.Open", Kind: "pool", Function: "example.com/shop.main",
				Position: rule.Position{File: "main.go", Line: 3, Column: 4}, Verdict: "startup", Reason: "only main reaches it",
			}},
		},
		Root:      ".",
		Searched:  report.Searched{Matched: 2, Mains: 1, Read: 5, Pruned: 40},
		FromCache: 3,
	}
}

func finding(id, name, severity string) rule.Finding {
	return rule.Finding{
		Rule: id, Name: name, Severity: severity, Message: "a message", Entries: 1,
		Position: rule.Position{File: "a.go", Line: 1, Column: 2},
	}
}

func errorAndWarning() *Result {
	return result(finding("SL101", "pool-per-request", "error"), finding("SL103", "session-in-handler", "warning"))
}

// outcome is what a run left behind.
type outcome struct {
	code           int
	stdout, stderr string
}

func run(t *testing.T, e Engine, change func(*Env), args ...string) outcome {
	t.Helper()
	var stdout, stderr bytes.Buffer
	env := Env{
		Stdin:  strings.NewReader("hello"),
		Stdout: &stdout, Stderr: &stderr,
		Getenv: func(string) string { return "" },
		Now:    time.Now,
	}
	if change != nil {
		change(&env)
	}
	code := Run(t.Context(), args, env, e)
	return outcome{code, stdout.String(), stderr.String()}
}

func TestExitStatus(t *testing.T) {
	for _, c := range []struct {
		name string
		args []string
		res  *Result
		want int
	}{
		{"clean", nil, result(), 0},
		{"findings", nil, errorAndWarning(), 1},
		{"audit clean", []string{"audit"}, result(), 0},
		{"audit findings", []string{"audit"}, errorAndWarning(), 1},
		{"json findings", []string{"-format=json"}, errorAndWarning(), 1},
		{"errors only, warning found", []string{"-fail-on=error"}, result(finding("SL103", "session-in-handler", "warning")), 0},
		{"errors only, error found", []string{"-fail-on", "error"}, errorAndWarning(), 1},
		{"rule that is found", []string{"-fail-on=SL103"}, errorAndWarning(), 1},
		{"rule by name", []string{"-fail-on=session-in-handler"}, errorAndWarning(), 1},
		{"rule that is not found", []string{"-fail-on=sl103"}, result(finding("SL101", "pool-per-request", "error")), 0},
		{"rule or error", []string{"-fail-on=SL103,error"}, result(finding("SL101", "pool-per-request", "error")), 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := run(t, fakeEngine{result: c.res}, nil, c.args...)
			if got.code != c.want {
				t.Errorf("exit status %d, want %d\n%s%s", got.code, c.want, got.stdout, got.stderr)
			}
		})
	}
}

// TestProblems: each wrong command line has its sentence, on standard error,
// and nothing on standard output.
func TestProblems(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "file")
	if err := os.WriteFile(file, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		args []string
		code int
		want string
	}{
		{[]string{"adit"}, 2, `unknown command "adit" (did you mean audit?); the commands are audit, `},
		{[]string{"frobnicate", "./..."}, 2, `unknown command "frobnicate"; the commands are`},
		{[]string{"-polcy=strict"}, 2, "unknown flag -polcy (did you mean -policy?); run 'sessionlint help' for the flags"},
		{[]string{"audit", "--formt", "json"}, 2, "unknown flag -formt (did you mean -format?); run 'sessionlint help audit' for the flags"},
		{[]string{"-C"}, 2, "flag -C needs a value; write -C=VALUE"},
		{[]string{"-tests=perhaps"}, 2, `invalid boolean value "perhaps" for -tests`},
		{[]string{"./...", "-v"}, 2, "flag -v stands after package ./...; put the flags before the packages"},
		{[]string{"-format=pdf"}, 2, `unknown -format "pdf"; use text, json, markdown, html, sarif, github, gitlab, checkstyle, junit or rdjsonl`},
		{[]string{"-format=sariff"}, 2, `unknown -format "sariff" (did you mean sarif?); use text`},
		{[]string{"-format=JSON"}, 2, `unknown -format "JSON"; use text`},
		{[]string{"convert"}, 2, "convert needs a report; name it with -from=FILE, or write -from=- for standard input"},
		{[]string{"convert", "-from="}, 2, "convert needs a report; name it"},
		{[]string{"convert", "-from"}, 2, "flag -from needs a value; write -from=VALUE"},
		{[]string{"convert", "r.json"}, 2, "convert takes no arguments, and there is r.json; name the report with -from=FILE"},
		{[]string{"convert", "-from=-", "r.json", "-v"}, 2, "convert takes no arguments, and there is r.json; name"},
		{[]string{"convert", "-from=-", "-format=pdf"}, 2, `unknown -format "pdf"; use text`},
		{[]string{"convert", "-fron=-"}, 2, "unknown flag -fron (did you mean -from?); run 'sessionlint help convert' for the flags"},
		{[]string{"convert", "-policy=strict"}, 2, "unknown flag -policy; run 'sessionlint help convert' for the flags"},
		{[]string{"convert", "-v=perhaps", "-from=-"}, 2, `invalid boolean value "perhaps" for -v`},
		{[]string{"convert", "-from", filepath.Join(dir, "none")}, 2, "none: no such file or directory; name a file that -format=json wrote, or - for standard input"},
		{[]string{"convert", "-from", dir}, 2, ": is a directory; name a file that -format=json wrote"},
		{[]string{"convert", "-from", file}, 2, "file is not a sessionlint report: it is empty; name a file that -format=json wrote"},
		{[]string{"convert", "-from=-"}, 2, "-from=- is not a sessionlint report: invalid character 'h' looking for beginning of value"},
		{[]string{"-policy=lax"}, 2, `unknown policy "lax"; run 'sessionlint help'`},
		{[]string{"-fail-on=SL999"}, 2, `unknown -fail-on "SL999"`},
		{[]string{"-fail-on=pool-per-reqest"}, 2, "(did you mean pool-per-request?)"},
		{[]string{"-fail-on="}, 2, `unknown -fail-on ""; use any, error, or rules`},
		{[]string{"-q", "-v"}, 2, "-q and -v contradict each other; use one of them"},
		{[]string{"-C", filepath.Join(dir, "none")}, 2, "no such directory: -C"},
		{[]string{"-C", dir, "./none"}, 2, "package pattern ./none matches nothing; check the path"},
		{[]string{"-C", dir, "./none/..."}, 2, "package pattern ./none/... matches nothing"},
		{[]string{"-C", dir, "-cache", "file"}, 2, "-cache file is not a directory; name a directory"},
		{[]string{"-C", dir, "-cache", "file/below"}, 2, "-cache file/below is not a directory"},
		{[]string{"version", "now"}, 2, "version takes no arguments; run 'sessionlint help version'"},
		{[]string{"help", "adit"}, 2, `no help on "adit" (did you mean audit?); run 'sessionlint help'`},
		{[]string{"help", "audit", "version"}, 2, `no help on "audit version"; run`},
	} {
		t.Run(strings.Join(c.args, " "), func(t *testing.T) {
			got := run(t, fakeEngine{result: result()}, nil, c.args...)
			if got.code != c.code || got.stdout != "" {
				t.Errorf("exit status %d and output %q, want %d and none", got.code, got.stdout, c.code)
			}
			if !strings.HasPrefix(got.stderr, "sessionlint: ") || !strings.Contains(got.stderr, c.want) || strings.Count(got.stderr, "\n") != 1 {
				t.Errorf("got %q, want one line with %q", got.stderr, c.want)
			}
		})
	}
}

func TestNoToolchain(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	got := run(t, fakeEngine{result: result()}, nil)
	if got.code != 3 || !strings.Contains(got.stderr, "the go command is not on PATH; install Go") {
		t.Errorf("got %+v", got)
	}
}

// TestEngineErrors: the engine's own sentence is the message, unless it chose
// a problem of this package or the user interrupted it.
func TestEngineErrors(t *testing.T) {
	got := run(t, fakeEngine{err: errors.New("go.mod is missing")}, nil, "example.com/x")
	if want := "sessionlint: go.mod is missing; see that 'go list example.com/x' works there\n"; got.code != 3 || got.stderr != want {
		t.Errorf("got %d %q, want 3 %q", got.code, got.stderr, want)
	}
	got = run(t, fakeEngine{err: errNothingMatches.of("example.com/x")}, nil)
	if got.code != 2 || !strings.Contains(got.stderr, "package pattern example.com/x matches nothing") {
		t.Errorf("got %+v", got)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	var stderr bytes.Buffer
	env := Env{Stdout: io.Discard, Stderr: &stderr, Getenv: os.Getenv, Now: time.Now}
	if code := Run(ctx, nil, env, fakeEngine{err: errors.New("signal: killed")}); code != 3 || !strings.Contains(stderr.String(), "interrupted") {
		t.Errorf("got %d %q", code, stderr.String())
	}
}

// TestPanic: a bug of the analysis is not taken for wrong usage.
func TestPanic(t *testing.T) {
	got := run(t, fakeEngine{}, nil, "-tags=panic")
	if got.code != 3 || !strings.Contains(got.stderr, "goroutine ") ||
		!strings.HasSuffix(got.stderr, "sessionlint: internal error: out of range; please report it with what stands above\n") {
		t.Errorf("got %+v", got)
	}
}

func TestQuery(t *testing.T) {
	dir := t.TempDir()
	var q Query
	got := run(t, fakeEngine{result: result(), query: &q}, nil,
		"-C", dir, "-policy=request=strict,stream=relaxed", "-families", "extended", "-scope=all",
		"-tests", "-tags", "a,b", "-cache=made/later", "./...", "example.com/x")
	if got.code != 0 {
		t.Fatalf("got %+v", got)
	}
	if q.Dir != dir || q.Policy != "request=strict,stream=relaxed" || q.Families != "extended" || q.Scope != "all" ||
		q.Tests == nil || !*q.Tests || q.Tags != "a,b" || q.Cache != filepath.Join(dir, "made", "later") ||
		strings.Join(q.Patterns, " ") != "./... example.com/x" {
		t.Errorf("got %+v", q)
	}
	if run(t, fakeEngine{result: result(), query: &q}, nil, "--", "shop"); strings.Join(q.Patterns, " ") != "shop" || q.Dir != "" || q.Cache != "" {
		t.Errorf("got %+v", q)
	}
}

// TestFormats: the plain run leaves the acquisitions out, the audit has them.
func TestFormats(t *testing.T) {
	e := fakeEngine{result: errorAndWarning()}
	plain := run(t, e, nil)
	if want := "a.go:1:2: SL101 pool-per-request: a message\na.go:1:2: SL103 session-in-handler: a message\n"; plain.stdout != want {
		t.Errorf("got %q, want %q", plain.stdout, want)
	}
	if want := "sessionlint: 2 findings in 2 packages\n"; plain.stderr != want {
		t.Errorf("got %q, want %q", plain.stderr, want)
	}
	audit := run(t, e, nil, "audit")
	if !strings.Contains(audit.stdout, "startup (1)") || !strings.HasSuffix(audit.stdout, "\n2 problems in 1 acquisition\n") || audit.stderr != "" {
		t.Errorf("got %+v", audit)
	}
	if got := run(t, e, nil, "-format=json"); strings.Contains(got.stdout, "acquisitions") || got.stderr != "" {
		t.Errorf("got %+v", got)
	}
	if got := run(t, e, nil, "audit", "-format=json"); !strings.Contains(got.stdout, `"acquisitions": [`) {
		t.Errorf("got %+v", got)
	}
}

func TestNotes(t *testing.T) {
	e := fakeEngine{result: errorAndWarning()}
	if got := run(t, e, nil, "-q"); got.stderr != "" {
		t.Errorf("-q wrote %q", got.stderr)
	}
	if got := run(t, e, nil, "-fail-on=error"); got.stderr != "sessionlint: 2 findings in 2 packages, 1 of them not counted by -fail-on=error\n" {
		t.Errorf("got %q", got.stderr)
	}
	if got := run(t, e, nil, "-v"); !strings.HasPrefix(got.stderr, "sessionlint: read 5 packages, 3 of them from the cache, left out 40, in ") {
		t.Errorf("got %q", got.stderr)
	}
	warned := result()
	warned.Warnings = []string{"the cache cannot be written"}
	if got := run(t, fakeEngine{result: warned}, nil); got.code != 0 || !strings.HasPrefix(got.stderr, "sessionlint: warning: the cache cannot be written\n") {
		t.Errorf("got %+v", got)
	}
	if got := run(t, fakeEngine{result: result()}, nil); got.stdout != "" || got.stderr != "sessionlint: no findings in 2 packages\n" {
		t.Errorf("got %+v", got)
	}
}

func TestColor(t *testing.T) {
	e := fakeEngine{result: errorAndWarning()}
	for name, c := range map[string]struct {
		terminal bool
		env      map[string]string
		want     bool
	}{
		"terminal":      {true, nil, true},
		"no terminal":   {false, nil, false},
		"NO_COLOR":      {true, map[string]string{"NO_COLOR": "1"}, false},
		"dumb terminal": {true, map[string]string{"TERM": "dumb"}, false},
	} {
		t.Run(name, func(t *testing.T) {
			got := run(t, e, func(env *Env) {
				env.StdoutTerminal = c.terminal
				env.Getenv = func(key string) string { return c.env[key] }
			})
			if strings.Contains(got.stdout, "\x1b[") != c.want {
				t.Errorf("got %q", got.stdout)
			}
		})
	}
}

func TestHelp(t *testing.T) {
	for _, args := range [][]string{{"help"}, {"-h"}, {"--help"}, {"help", "audit"}, {"audit", "-h"}, {"audit", "-v", "-help"}, {"version", "-h"}, {"help", "-h"}, {"help", "version"}, {"convert", "-h"}, {"graph", "-h"}, {"compare", "-h"}, {"help", "convert"}} {
		got := run(t, fakeEngine{}, nil, args...)
		if got.code != 0 || !strings.Contains(got.stdout, "usage:") || got.stderr != "" {
			t.Errorf("%v: got %+v", args, got)
		}
		for line := range strings.Lines(got.stdout) {
			if len(strings.TrimSuffix(line, "\n")) > 80 {
				t.Errorf("%v: long line %q", args, line)
			}
		}
	}
	if got := run(t, fakeEngine{}, nil, "version"); got.code != 0 || !strings.HasPrefix(got.stdout, "sessionlint ") {
		t.Errorf("got %+v", got)
	}
}

// failingWriter fails like a closed pipe or a full disk.
type failingWriter struct{ err error }

func (w failingWriter) Write([]byte) (int, error) { return 0, w.err }

func TestWriteErrors(t *testing.T) {
	for name, c := range map[string]struct {
		err  error
		want string
	}{
		"closed pipe": {&os.PathError{Op: "write", Path: "/dev/stdout", Err: syscall.EPIPE}, ""},
		"full disk":   {&os.PathError{Op: "write", Path: "/dev/stdout", Err: syscall.ENOSPC}, "sessionlint: cannot write the result: no space left on device; what was written is not complete\n"},
	} {
		t.Run(name, func(t *testing.T) {
			for _, args := range [][]string{nil, {"-format=json"}, {"audit"}, {"help"}, {"version"}} {
				got := run(t, fakeEngine{result: errorAndWarning()}, func(env *Env) { env.Stdout = failingWriter{c.err} }, args...)
				if got.code != 3 || got.stderr != c.want {
					t.Errorf("%v: got %d %q, want 3 %q", args, got.code, got.stderr, c.want)
				}
			}
		})
	}
}

// TestProgress: a line on a terminal, after a second, taken away at the end.
func TestProgress(t *testing.T) {
	terminal := func(env *Env) { env.StderrTerminal = true }
	dumb := func(env *Env) { env.StderrTerminal = true; env.Getenv = func(string) string { return "dumb" } }
	synctest.Test(t, func(t *testing.T) {
		slow := fakeEngine{result: result(), slow: 1100 * time.Millisecond}
		const want = "\r\x1b[Ksessionlint: reading packages 3/12\r\x1b[Ksessionlint: no findings in 2 packages\n"
		if got := run(t, slow, terminal); got.stderr != want {
			t.Errorf("got %q, want %q", got.stderr, want)
		}
		for name, got := range map[string]outcome{
			"short run":   run(t, fakeEngine{result: result(), slow: 900 * time.Millisecond}, terminal),
			"no terminal": run(t, slow, nil),
			"dumb":        run(t, slow, dumb),
			"quiet":       run(t, slow, terminal, "-q"),
		} {
			if strings.Contains(got.stderr, "\r") {
				t.Errorf("%s: progress in %q", name, got.stderr)
			}
		}
	})
}

func TestSpokenToByVet(t *testing.T) {
	for args, want := range map[string]bool{
		"-V=full":                                true,
		"-flags":                                 true,
		"/tmp/b001/vet.cfg":                      true,
		"-json -sessionlint.policy=s /tmp/v.cfg": true,
		"":                                       false,
		"./...":                                  false,
		"audit x.cfg":                            false,
		"-v":                                     false,
		"-C=dir.cfg":                             false,
		"./... -flags":                           false,
	} {
		if got := spokenToByVet(strings.Fields(args)); got != want {
			t.Errorf("%q: got %v, want %v", args, got, want)
		}
	}
}
