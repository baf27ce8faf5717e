package docs

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/sessionlint/sessionlint/analyzer/rule"
)

var update = flag.Bool("update", false, "write the generated pages")

// TestFresh: the pages say what the program knows. "go generate ./internal/docs"
// writes them.
func TestFresh(t *testing.T) {
	root := filepath.Join("..", "..", "docs")
	pages, err := Pages()
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range pages {
		file := filepath.Join(root, filepath.FromSlash(name))
		if *update {
			if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
				t.Fatal(err)
			}
		}
		got, err := os.ReadFile(file)
		if err != nil || string(got) != text {
			t.Errorf("docs/%s is stale (error %v): run go generate ./internal/docs", name, err)
		}
	}
	left, err := filepath.Glob(filepath.Join(root, "rules", "*.md"))
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range left {
		if pages["rules/"+filepath.Base(file)] == "" {
			t.Errorf("docs/rules/%s is of no rule: remove it", filepath.Base(file))
		}
	}
}

// TestRulesDocumented: every part of a rule's documentation is there.
func TestRulesDocumented(t *testing.T) {
	for _, r := range rule.All() {
		page := RulePage(r)
		for _, heading := range []string{"## Why", "## Wrong", "## Right", "## When it is right", "## Limits"} {
			if !strings.Contains(page, "\n"+heading+"\n\n") {
				t.Errorf("%s has no %q", r.ID, heading)
			}
		}
	}
}
