package analyzer_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"

	"github.com/sessionlint/sessionlint/analyzer"
	"github.com/sessionlint/sessionlint/analyzer/driver"
	"github.com/sessionlint/sessionlint/internal/casetest"
	"github.com/sessionlint/sessionlint/internal/nogo"
)

// group is the cases that are analysed with the same settings.
type group struct {
	settings analyzer.Settings
	cases    []*casetest.Case
}

// groups sorts the cases by settings. A case without a main package needs to be
// told so where packages are analysed one at a time.
func groups(t *testing.T, all []*casetest.Case) []group {
	t.Helper()
	by := map[analyzer.Settings][]*casetest.Case{}
	for _, c := range all {
		s := analyzer.Settings{Policy: c.Policy, Families: c.Families, Tests: c.Tests, Library: strings.HasPrefix(c.Name, "library/")}
		by[s] = append(by[s], c)
	}
	keys := slices.SortedFunc(maps.Keys(by), func(a, b analyzer.Settings) int {
		return strings.Compare(fmt.Sprint(a), fmt.Sprint(b))
	})
	var out []group
	for _, k := range keys {
		out = append(out, group{k, by[k]})
	}
	return out
}

func (g group) patterns() []string {
	var out []string
	for _, c := range g.cases {
		out = append(out, "./"+c.Name+"/...")
	}
	return out
}

// TestDriversAgree runs every case through the standalone driver, a real go
// vet, the in-memory checker and one that behaves as Bazel's nogo, and compares the findings.
func TestDriversAgree(t *testing.T) {
	root := casesRoot(t)
	cases, err := casetest.Load(root)
	if err != nil {
		t.Fatal(err)
	}
	tool := buildTool(t)
	l := &loader{root: root, cache: t.TempDir(), done: map[driver.Settings]map[bool]*driver.Loaded{}}
	multi := 0
	for _, g := range groups(t, cases) {
		want := map[string]bool{}
		for _, c := range g.cases {
			if c.Packages > 1 {
				multi++
			}
			findings, _ := l.judge(t, c)
			for _, f := range findings {
				fix := ""
				if len(f.Fixes) > 0 {
					fix = ", " + f.Fixes[0].Message
				}
				want[fmt.Sprintf("%s:%d:%d: %s%s", f.Position.File, f.Position.Line, f.Position.Column, f.Rule, fix)] = true
			}
		}
		compare(t, g, "go vet", want, vetFindings(t, tool, root, g))
		compare(t, g, "checker", want, checkerFindings(t, root, g))
		if !g.settings.Tests { // nogo does not tell tests from other packages
			compare(t, g, "nogo", want, nogoFindings(t, root, g))
		}
	}
	if multi < 12 {
		t.Errorf("only %d cases of several packages", multi)
	}
}

func compare(t *testing.T, g group, driver string, want, got map[string]bool) {
	t.Helper()
	for _, f := range slices.Sorted(maps.Keys(want)) {
		if !got[f] {
			t.Errorf("%s %+v misses %s", driver, g.settings, f)
		}
	}
	for _, f := range slices.Sorted(maps.Keys(got)) {
		if !want[f] {
			t.Errorf("%s %+v adds %s", driver, g.settings, f)
		}
	}
}

// buildTool builds the command once: go vet needs a real file.
func buildTool(t *testing.T) string {
	t.Helper()
	tool := filepath.Join(t.TempDir(), "sessionlint")
	out, err := exec.Command("go", "build", "-o", tool, "../cmd/sessionlint").CombinedOutput()
	if err != nil {
		t.Fatalf("building the tool: %v\n%s", err, out)
	}
	return tool
}

var ruleRE = regexp.MustCompile(`^SL\d+`)

func vetFindings(t *testing.T, tool, root string, g group) map[string]bool {
	t.Helper()
	args := []string{"vet", "-json", "-vettool=" + tool, "-sessionlint.policy=" + g.settings.Policy, "-sessionlint.families=" + g.settings.Families}
	args = append(args, fmt.Sprintf("-sessionlint.tests=%v", g.settings.Tests), fmt.Sprintf("-sessionlint.library=%v", g.settings.Library))
	cmd := exec.Command("go", append(args, g.patterns()...)...)
	cmd.Dir = root
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	if err := cmd.Run(); err != nil {
		t.Fatalf("go vet: %v\n%s", err, stderr.String())
	}
	return parseVet(t, root, stdout.Bytes())
}

// parseVet reads the JSON objects that go vet prints one after the other.
func parseVet(t *testing.T, root string, data []byte) map[string]bool {
	t.Helper()
	got := map[string]bool{}
	dec := json.NewDecoder(bytes.NewReader(data))
	for dec.More() {
		var tree map[string]map[string][]struct {
			Posn, Message string
			Fixes         []struct{ Message string } `json:"suggested_fixes"`
		}
		if err := dec.Decode(&tree); err != nil {
			t.Fatalf("reading go vet's JSON: %v\n%s", err, data)
		}
		for _, byAnalyzer := range tree {
			for _, d := range byAnalyzer["sessionlint"] {
				fix := ""
				if len(d.Fixes) > 0 {
					fix = d.Fixes[0].Message
				}
				got[shown(t, root, d.Posn, d.Message, fix)] = true
			}
		}
	}
	return got
}

func shown(t *testing.T, root, posn, message, fix string) string {
	t.Helper()
	rel, err := filepath.Rel(root, posn)
	if err != nil {
		t.Fatal(err)
	}
	if fix != "" {
		fix = ", " + fix
	}
	return filepath.ToSlash(rel) + ": " + ruleRE.FindString(message) + fix
}

func nogoFindings(t *testing.T, root string, g group) map[string]bool {
	t.Helper()
	flags := map[string]string{
		"policy": g.settings.Policy, "families": g.settings.Families,
		"library": fmt.Sprint(g.settings.Library), "own": "example.com/cases",
	}
	found, err := nogo.Run(root, analyzer.New(analyzer.Settings{}), flags, g.patterns()...)
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]bool{}
	for _, f := range found {
		got[shown(t, root, f.Position.String(), f.Message, f.Fix)] = true
	}
	return got
}

func checkerFindings(t *testing.T, root string, g group) map[string]bool {
	t.Helper()
	cfg := &packages.Config{Dir: root, Mode: packages.LoadAllSyntax | packages.NeedModule, Env: os.Environ(), Tests: g.settings.Tests}
	pkgs, err := packages.Load(cfg, g.patterns()...)
	if err != nil {
		t.Fatal(err)
	}
	a := analyzer.New(g.settings)
	// SanityCheck fails the test when a fact is not encoded the same twice.
	graph, err := checker.Analyze([]*analysis.Analyzer{a}, pkgs, &checker.Options{SanityCheck: true})
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]bool{}
	var errs []error
	for act := range graph.All() {
		if act.Err != nil {
			errs = append(errs, act.Err)
		}
		if !act.IsRoot {
			continue
		}
		for _, d := range act.Diagnostics {
			fix := ""
			if len(d.SuggestedFixes) > 0 {
				fix = d.SuggestedFixes[0].Message
			}
			got[shown(t, root, act.Package.Fset.PositionFor(d.Pos, false).String(), d.Message, fix)] = true
		}
	}
	if err := errors.Join(errs...); err != nil {
		t.Fatal(err)
	}
	return got
}
