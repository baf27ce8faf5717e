package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func TestGenerate(t *testing.T) {
	dir := t.TempDir()
	if err := generate(dir, 3000); err != nil {
		t.Fatal(err)
	}
	if _, err := goCommand(dir, "build", "-o", os.DevNull, "./..."); err != nil {
		t.Fatal(err)
	}
	tr := &tree{name: "generated", dir: dir}
	if err := tr.inspect(); err != nil {
		t.Fatal(err)
	}
	if tr.lines < 3000 || tr.lines > 6000 || tr.users == 0 {
		t.Errorf("%d lines, edits are to %s with %d users", tr.lines, tr.edited, tr.users)
	}
	for _, what := range []string{comment, api} {
		if err := tr.edit(what); err != nil {
			t.Fatal(err)
		}
		if _, err := goCommand(dir, "build", "-o", os.DevNull, "./..."); err != nil {
			t.Fatal(err)
		}
	}
	if err := tr.restore(); err != nil {
		t.Fatal(err)
	}
}

func TestAims(t *testing.T) {
	of := func(ms, mb int) cost {
		return cost{time.Duration(ms) * time.Millisecond, time.Duration(ms) * time.Millisecond, int64(mb) * 1e6}
	}
	r := &result{
		tree: &tree{lines: 300_000},
		costs: map[string]map[string]cost{
			goListName:      {"warm": of(100, 10)},
			sessionlintName: {"cold": of(1000, 501), "warm": of(160, 20)},
			noopName:        {"cold": of(1000, 10)},
			vetName:         {"cold": of(1301, 10)},
			staticcheckName: {"cold": of(4000, 10)},
		},
		facts:     factSizes{plain: 100},
		summaries: summarySizes{stored: 10, compressed: 9},
	}
	want := []string{"0.25 met", "1.60 met", "1.60 met", "501 MB for 300,000 missed", "1.30 missed", "11.11 missed", "10.00 met"}
	for i, a := range r.aims() {
		if got := a.figure + " " + a.verdict(); got != want[i] {
			t.Errorf("%s: %s, want %s", a.what, got, want[i])
		}
	}
}

// TestVersions: what is measured is of the version that the modules require.
func TestVersions(t *testing.T) {
	for _, mod := range []string{"go.mod", filepath.Join("..", "go.mod")} {
		data, err := os.ReadFile(mod)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(string(data), "golang.org/x/tools "+deadcodeVersion+"\n") {
			t.Errorf("%s does not require golang.org/x/tools %s", mod, deadcodeVersion)
		}
	}
}
