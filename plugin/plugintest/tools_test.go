package plugintest

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// tools are the programs under test, built once.
type tools struct{ sessionlint, golangci string }

var built tools

func TestMain(m *testing.M) {
	os.Exit(func() int {
		dir, err := os.MkdirTemp("", "plugintest-")
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			return 1
		}
		defer os.RemoveAll(dir)
		built = tools{filepath.Join(dir, "sessionlint"), filepath.Join(dir, "golangci-lint")}
		for tool, pkg := range map[string]string{
			built.sessionlint: "github.com/sessionlint/sessionlint/cmd/sessionlint",
			built.golangci:    "./golangci",
		} {
			cmd := exec.Command("go", "build", "-trimpath", "-ldflags=-s -w", "-o", tool, pkg)
			cmd.Env = append(os.Environ(), "CGO_ENABLED=0")
			if out, err := cmd.CombinedOutput(); err != nil {
				fmt.Fprintf(os.Stderr, "building %s: %v\n%s", pkg, err, out)
				return 1
			}
		}
		return m.Run()
	}())
}

// output runs a command and returns its standard output. An exit status other
// than those that may mean findings fails the test.
func output(t *testing.T, cmd *exec.Cmd, allowed ...int) []byte {
	t.Helper()
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	err := cmd.Run()
	var exit *exec.ExitError
	if errors.As(err, &exit) && slices.Contains(allowed, exit.ExitCode()) {
		err = nil
	}
	if err != nil {
		t.Fatalf("%s: %v\n%s%s", cmd, err, stdout.String(), stderr.String())
	}
	return stdout.Bytes()
}

// lint is one golangci-lint with a cache of its own.
type lint struct{ tool, cache string }

func newLint(t *testing.T) lint { return lint{built.golangci, t.TempDir()} }

// issue is a line of golangci-lint's JSON.
type issue struct {
	FromLinter, Text string
	Pos              struct {
		Filename     string
		Line, Column int
	}
}

// run lints packages below dir; config is the body of .golangci.yml.
func (l lint) run(t *testing.T, dir, config string, args ...string) []issue {
	t.Helper()
	var result struct{ Issues []issue }
	out := output(t, l.command(t, dir, config, args...), 1)
	if err := json.Unmarshal(out, &result); err != nil {
		t.Fatalf("reading golangci-lint's JSON: %v\n%s", err, out)
	}
	return result.Issues
}

func (l lint) command(t *testing.T, dir, config string, args ...string) *exec.Cmd {
	t.Helper()
	file := filepath.Join(t.TempDir(), "golangci.yml")
	if err := os.WriteFile(file, []byte(config), 0o666); err != nil {
		t.Fatal(err)
	}
	fixed := []string{"run", "-c", file, "--output.json.path=stdout", "--show-stats=false", "--path-mode=abs"}
	cmd := exec.Command(l.tool, append(fixed, args...)...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOLANGCI_LINT_CACHE="+l.cache, "CGO_ENABLED=0")
	return cmd
}

// config enables nothing but the plugin, and hides nothing.
func config(settings ...string) string {
	text := `version: "2"
linters:
  default: none
  enable: [sessionlint]
  exclusions:
    generated: disable
  settings:
    custom:
      sessionlint:
        type: module
`
	if len(settings) > 0 {
		text += "        settings:\n"
		for _, s := range settings {
			text += "          " + s + "\n"
		}
	}
	return text + `issues:
  max-issues-per-linter: 0
  max-same-issues: 0
  uniq-by-line: false
`
}

// places lists issues as file:line: first line of the text.
func places(t *testing.T, dir string, issues []issue) []string {
	t.Helper()
	var out []string
	for _, i := range issues {
		rel, err := filepath.Rel(dir, i.Pos.Filename)
		if err != nil {
			t.Fatal(err)
		}
		first, _, _ := strings.Cut(i.Text, "\n")
		out = append(out, fmt.Sprintf("%s:%d: %s", filepath.ToSlash(rel), i.Pos.Line, first))
	}
	slices.Sort(out)
	return out
}

// standalonePlaces is what sessionlint prints alone, as places does.
func standalonePlaces(t *testing.T, dir string) []string {
	t.Helper()
	cmd := exec.Command(built.sessionlint, "-q", "-format=json", "-cache=off", "./...")
	cmd.Dir = dir
	var report struct {
		Findings []struct {
			Rule, Message string
			Position      struct {
				File string
				Line int
			}
		}
	}
	if err := json.Unmarshal(output(t, cmd, 1), &report); err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, f := range report.Findings {
		out = append(out, fmt.Sprintf("%s:%d: %s: %s", f.Position.File, f.Position.Line, f.Rule, f.Message))
	}
	slices.Sort(out)
	return out
}
