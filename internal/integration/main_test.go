package integration

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// root is that of the repository.
var root, tool, goCache string

func TestMain(m *testing.M) {
	os.Exit(func() int {
		dir, err := os.MkdirTemp("", "integration-")
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			return 1
		}
		defer os.RemoveAll(dir)
		if root, err = filepath.Abs("../.."); err != nil {
			fmt.Fprintln(os.Stderr, err)
			return 1
		}
		tool = filepath.Join(dir, "sessionlint")
		cache, err := exec.Command("go", "env", "GOCACHE").Output()
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			return 1
		}
		goCache = strings.TrimSpace(string(cache))
		if out, err := exec.Command("go", "build", "-C", root, "-o", tool, "./cmd/sessionlint").CombinedOutput(); err != nil {
			fmt.Fprintf(os.Stderr, "%v\n%s", err, out)
			return 1
		}
		return m.Run()
	}())
}

const mainGo = `package main

import (
	"net/http"

	"example.com/shop/repo"
)

func main() {
	http.HandleFunc("GET /orders", func(w http.ResponseWriter, r *http.Request) { _ = repo.Orders() })
}
`

const repoGo = `package repo

import "database/sql"

func Orders() error {
	_, err := sql.Open("sqlite", "orders.db")
	return err
}
`

// sandbox is a repository with one finding, or with none.
func sandbox(t *testing.T, finding bool) string {
	t.Helper()
	dir := t.TempDir()
	repo := repoGo
	if !finding {
		repo = "package repo\n\nfunc Orders() error { return nil }\n"
	}
	write(t, filepath.Join(dir, "go.mod"), "module example.com/shop\n\ngo 1.24\n")
	write(t, filepath.Join(dir, "main.go"), mainGo)
	write(t, filepath.Join(dir, "repo", "repo.go"), repo)
	return dir
}

func write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o777); err != nil {
		t.Fatal(err)
	}
}

func read(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// outcome is how a command ended.
type outcome struct {
	status         int
	stdout, stderr string
}

// bash runs a script as CI systems do, with the tool on PATH.
func bash(t *testing.T, dir, script string, env ...string) outcome {
	t.Helper()
	cmd := exec.Command("bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", script)
	cmd.Dir = dir
	path := filepath.Dir(tool) + string(os.PathListSeparator) + os.Getenv("PATH")
	// Go's own cache would move with the user's cache directory.
	cmd.Env = append(append(os.Environ(), "PATH="+path, "GOCACHE="+goCache, "XDG_CACHE_HOME="+t.TempDir()), env...)
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	err := cmd.Run()
	if cmd.ProcessState == nil {
		t.Fatal(err)
	}
	return outcome{cmd.ProcessState.ExitCode(), stdout.String(), stderr.String()}
}

func wantStatus(t *testing.T, got outcome, status int) {
	t.Helper()
	if got.status != status {
		t.Fatalf("exit status %d, want %d\n%s%s", got.status, status, got.stdout, got.stderr)
	}
}

func wantText(t *testing.T, what, text string, parts ...string) {
	t.Helper()
	for _, p := range parts {
		if !strings.Contains(text, p) {
			t.Errorf("%s has no %q:\n%s", what, p, text)
		}
	}
}
