package analyzer_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"

	"github.com/sessionlint/sessionlint/analyzer"
)

// exampleVariable makes this test program the multichecker of the example.
const exampleVariable = "SESSIONLINT_TEST_EXAMPLE"

func TestMain(m *testing.M) {
	if os.Getenv(exampleVariable) != "" {
		ExampleNew_multichecker()
	}
	os.Exit(m.Run())
}

// TestMultichecker runs the example.
func TestMultichecker(t *testing.T) {
	dir := t.TempDir()
	writeFile(t, filepath.Join(dir, "go.mod"), "module example.com/shop\n\ngo 1.24\n")
	writeFile(t, filepath.Join(dir, "main.go"), exampleProgram)
	for policy, want := range map[string]struct {
		status int
		text   string
	}{"standard": {0, ""}, "strict": {3, "main.go:21:13: SL103: "}} {
		cmd := exec.Command(os.Args[0], "-sessionlint.policy="+policy, "./...")
		cmd.Dir = dir
		cmd.Env = append(os.Environ(), exampleVariable+"=1")
		out, _ := cmd.CombinedOutput()
		if got := cmd.ProcessState.ExitCode(); got != want.status || !strings.Contains(string(out), want.text) {
			t.Errorf("%s: exit status %d, %s", policy, got, out)
		}
	}
}

func writeFile(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

// TestConcurrent: analyzers with different settings share nothing, and one of
// them may analyse several packages at once. It means most under -race.
func TestConcurrent(t *testing.T) {
	dir := t.TempDir()
	writeFile(t, filepath.Join(dir, "go.mod"), "module example.com/shop\n\ngo 1.24\n")
	for i := range 4 {
		writeFile(t, filepath.Join(dir, fmt.Sprintf("shop%d", i), "main.go"), exampleProgram)
	}
	pkgs, err := packages.Load(&packages.Config{Dir: dir, Mode: packages.LoadAllSyntax | packages.NeedModule}, "./...")
	if err != nil {
		t.Fatal(err)
	}
	shared := analyzer.New(analyzer.Settings{Policy: "strict", Config: "off"})
	want := "shop0:21:13:SL103 shop1:21:13:SL103 shop2:21:13:SL103 shop3:21:13:SL103"
	var wg sync.WaitGroup
	for range 2 {
		for a, want := range map[*analysis.Analyzer]string{
			shared: want,
			analyzer.New(analyzer.Settings{Policy: "strict", Config: "off"}):                                               want,
			analyzer.New(analyzer.Settings{Policy: "standard", Config: "off"}):                                             "",
			analyzer.New(analyzer.Settings{Policy: "strict", Families: "apache cassandra-gocql-driver v2", Config: "off"}): "",
		} {
			wg.Go(func() {
				graph, err := checker.Analyze([]*analysis.Analyzer{a}, pkgs, nil)
				if err != nil {
					t.Error(err)
					return
				}
				if got := found(graph); got != want {
					t.Errorf("got %q, want %q", got, want)
				}
			})
		}
	}
	wg.Wait()
}

// found lists what the packages that were asked for have.
func found(graph *checker.Graph) string {
	var out []string
	for _, a := range graph.Roots {
		if a.Err != nil {
			return a.Err.Error()
		}
		for _, d := range a.Diagnostics {
			at := a.Package.Fset.Position(d.Pos)
			out = append(out, fmt.Sprintf("%s:%d:%d:%s", filepath.Base(filepath.Dir(at.Filename)), at.Line, at.Column, d.Category))
		}
	}
	slices.Sort(out)
	return strings.Join(out, " ")
}
