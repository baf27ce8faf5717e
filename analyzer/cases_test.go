package analyzer_test

import (
	"context"
	"path/filepath"
	"strings"
	"testing"

	"github.com/sessionlint/sessionlint/analyzer/driver"
	"github.com/sessionlint/sessionlint/analyzer/link"
	"github.com/sessionlint/sessionlint/analyzer/rule"
	"github.com/sessionlint/sessionlint/internal/casetest"
)

// casesRoot is the module of the cases.
func casesRoot(t *testing.T) string {
	t.Helper()
	root, err := filepath.Abs("../testdata/cases")
	if err != nil {
		t.Fatal(err)
	}
	return root
}

// loader loads the cases' module once per setting: the cases differ in few.
type loader struct {
	root  string
	cache string
	done  map[driver.Settings]map[bool]*driver.Loaded
}

func (l *loader) load(t *testing.T, s driver.Settings, tests bool) *driver.Loaded {
	t.Helper()
	s.Policy = ""
	if got := l.done[s][tests]; got != nil {
		return got
	}
	cat, _, err := s.Parse()
	if err != nil {
		t.Fatal(err)
	}
	got, err := driver.Load(context.Background(), driver.Config{Dir: l.root, Tests: tests, Examples: true, Cache: l.cache, Catalog: cat})
	if err != nil {
		t.Fatal(err)
	}
	for _, i := range got.Incomplete {
		t.Errorf("incomplete: %s: %s", i.Package, i.Error)
	}
	if l.done[s] == nil {
		l.done[s] = map[bool]*driver.Loaded{}
	}
	l.done[s][tests] = got
	return got
}

// judge judges one case alone: the other cases of the module are not there.
func (l *loader) judge(t *testing.T, c *casetest.Case) ([]rule.Finding, []rule.Acquisition) {
	t.Helper()
	findings, acquisitions, _ := rule.Judge(l.input(t, c))
	return findings, acquisitions
}

// input is a case as the rules see it.
func (l *loader) input(t *testing.T, c *casetest.Case) rule.Input {
	t.Helper()
	s := driver.Settings{Policy: c.Policy, Families: c.Families}
	loaded := l.load(t, s, c.Tests)
	_, policy, err := s.Parse()
	if err != nil {
		t.Fatal(err)
	}
	var units []link.Unit
	for _, u := range loaded.Units {
		if !u.Own || inCase(u.Summary.Path, c.Name) {
			units = append(units, u)
		}
	}
	return rule.Input{Programs: rule.Programs(units, c.Tests), Policy: policy, Locate: loaded.Locate}
}

func inCase(path, name string) bool {
	rest, ok := strings.CutPrefix(path, "example.com/cases/")
	return ok && (rest == name || rest == name+"_test" || strings.HasPrefix(rest, name+"/") || strings.HasPrefix(rest, "gen/"))
}

// TestCases runs every case alone and compares verdicts and findings with its
// comments.
func TestCases(t *testing.T) {
	root := casesRoot(t)
	cases, err := casetest.Load(root)
	if err != nil {
		t.Fatal(err)
	}
	if len(cases) < 100 {
		t.Fatalf("found %d cases", len(cases))
	}
	l := &loader{root: root, cache: t.TempDir(), done: map[driver.Settings]map[bool]*driver.Loaded{}}
	for _, c := range cases {
		t.Run(c.Name, func(t *testing.T) {
			found, acquired := l.judge(t, c)
			for _, d := range c.Compare(found, acquired) {
				t.Error(d)
			}
			checkFixes(t, c.Name, found)
		})
	}
}
