package analyzer_test

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/sessionlint/sessionlint/internal/casetest"
)

var update = flag.Bool("update", false, "write testdata/cases/INDEX.md")

// TestCaseIndex: INDEX.md lists every case. "go test ./analyzer -run CaseIndex
// -update" writes it.
func TestCaseIndex(t *testing.T) {
	root := filepath.Join("..", "testdata", "cases")
	cases, err := casetest.Load(root)
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(root, "INDEX.md")
	old, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	text, err := casetest.Index(string(old), cases)
	if err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	} else if text != string(old) {
		t.Error("testdata/cases/INDEX.md is stale: run go test ./analyzer -run CaseIndex -update")
	}
}
