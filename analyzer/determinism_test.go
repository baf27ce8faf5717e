package analyzer_test

import (
	"bytes"
	"context"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/packages"

	"github.com/sessionlint/sessionlint/analyzer"
	"github.com/sessionlint/sessionlint/analyzer/driver"
	"github.com/sessionlint/sessionlint/analyzer/report"
)

// TestSameBytes: whatever the parallelism, the order of the patterns, the state
// of the cache and the place of the source, the output is the same.
func TestSameBytes(t *testing.T) {
	tests := []struct {
		dir      string
		settings driver.Settings
		tests    bool
	}{
		{"../testdata/chat", driver.Settings{}, false},
		{"../testdata/cases", driver.Settings{Policy: "strict", Families: "extended"}, true},
	}
	for _, test := range tests {
		t.Run(filepath.Base(test.dir), func(t *testing.T) {
			defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
			moved := t.TempDir()
			if err := copyOver(moved, test.dir); err != nil {
				t.Fatal(err)
			}
			patterns := packageDirs(t, test.dir)
			c := driver.Config{Tests: test.tests}
			var first string
			for run := range 20 {
				runtime.GOMAXPROCS(1 + run%4)
				c.Dir = []string{test.dir, moved}[run/2%2]
				switch run % 5 {
				case 0:
					c.Cache = "off"
				case 1:
					c.Cache = t.TempDir()
				} // otherwise it is warm
				c.Patterns = shuffled(patterns, run)
				got := output(t, c, test.settings)
				if run == 0 {
					first = got
				}
				if got != first {
					t.Fatalf("run %d (%d patterns, GOMAXPROCS=%d) differs at %s", run, len(c.Patterns), runtime.GOMAXPROCS(0), difference(first, got))
				}
			}
			if !strings.Contains(first, `"rule"`) && test.settings.Policy == "strict" {
				t.Error("nothing was found")
			}
		})
	}
}

// output is all that the command can print of one analysis.
func output(t *testing.T, c driver.Config, s driver.Settings) string {
	t.Helper()
	r, l, err := driver.Run(context.Background(), c, s)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	searched := report.Searched{Matched: len(l.Matched), Mains: len(l.Mains), Read: len(l.Units), Pruned: l.Stats.Pruned}
	text := report.TextOptions{Verbose: true}
	for _, err := range []error{
		report.JSON(&b, r, searched),
		report.Text(&b, r, text),
		report.AuditText(&b, r, report.AuditOptions{TextOptions: text, Searched: searched}),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	return b.String()
}

// packageDirs lists the packages of a module as patterns.
func packageDirs(t *testing.T, root string) []string {
	t.Helper()
	dirs := map[string]bool{}
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err == nil && d.IsDir() && path != root {
			if _, err := os.Stat(filepath.Join(path, "go.mod")); err == nil {
				return filepath.SkipDir
			}
		}
		if err != nil || filepath.Ext(path) != ".go" || strings.HasSuffix(path, "_test.go") {
			return err
		}
		rel, err := filepath.Rel(root, filepath.Dir(path))
		dirs["./"+filepath.ToSlash(rel)] = true
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return slices.Sorted(maps.Keys(dirs))
}

func shuffled(list []string, seed int) []string {
	list = slices.Clone(list)
	rand.New(rand.NewPCG(uint64(seed), 0)).Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
	return list
}

// difference shows the first line that is not the same.
func difference(want, got string) string {
	w, g := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := range min(len(w), len(g)) {
		if w[i] != g[i] {
			return "\n" + w[i] + "\n" + g[i]
		}
	}
	return "the end"
}

// TestSameFacts: a fact is the same each time, or everything above it would be
// analysed again for nothing.
func TestSameFacts(t *testing.T) {
	loaded := loadSyntax(t, "../testdata/cases")
	want := facts(t, loaded)
	again := facts(t, loaded)
	// Files that are parsed in parallel have other positions each time.
	other := facts(t, loadSyntax(t, "../testdata/cases"))
	if len(want) < 100 {
		t.Fatalf("%d facts", len(want))
	}
	for _, path := range slices.Sorted(maps.Keys(want)) {
		if !bytes.Equal(want[path], again[path]) {
			t.Errorf("the fact of %s differs when it is made again", path)
		}
		if !bytes.Equal(want[path], other[path]) {
			t.Errorf("the fact of %s depends on how it was loaded", path)
		}
	}
}

func loadSyntax(t *testing.T, dir string) []*packages.Package {
	t.Helper()
	pkgs, err := packages.Load(&packages.Config{Dir: dir, Mode: packages.LoadAllSyntax | packages.NeedModule}, "./...")
	if err != nil {
		t.Fatal(err)
	}
	return pkgs
}

// facts analyses packages as go vet does, imports first, each with the facts of
// its direct imports only.
func facts(t *testing.T, roots []*packages.Package) map[string][]byte {
	t.Helper()
	e, err := analyzer.NewEngine(analyzer.Settings{})
	if err != nil {
		t.Fatal(err)
	}
	all := map[string][]byte{}
	packages.Visit(roots, nil, func(p *packages.Package) {
		if p.Module == nil {
			return // the standard library has no facts
		}
		below := map[string][]byte{}
		for path := range p.Imports {
			if f := all[path]; f != nil {
				below[path] = f
			}
		}
		fact, _, err := e.Analyse(analyzer.Unit{
			Path: p.PkgPath, Own: true, Module: p.Module.Path, Fset: p.Fset, Files: p.Syntax,
			Pkg: p.Types, Info: p.TypesInfo, Facts: below,
		})
		if err != nil {
			t.Fatal(err)
		}
		all[p.PkgPath] = fact
	})
	return all
}
