package plugintest

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/sessionlint/sessionlint/internal/casetest"
)

// setting is what the comments of a case ask for.
type setting struct {
	policy, families string
	tests            bool
	library          bool // of cases without a main package
}

// findings are file:line:column: rule, relative to the cases.
type findings map[string]bool

// way is one way to run the cases of one setting.
type way struct {
	name string
	run  func(t *testing.T, root string, s setting, patterns []string) findings
}

// TestMatrix runs every case of several packages in every way and prints how
// many findings each gave. All must be the same. (For the other cases, in all
// ways but golangci-lint, TestDriversAgree of the analyzer does that.)
func TestMatrix(t *testing.T) {
	root, err := filepath.Abs("../../testdata/cases")
	if err != nil {
		t.Fatal(err)
	}
	cases, err := casetest.Load(root)
	if err != nil {
		t.Fatal(err)
	}
	bySetting := map[setting][]*casetest.Case{}
	for _, c := range cases {
		if c.Packages > 1 {
			s := setting{c.Policy, c.Families, c.Tests, strings.HasPrefix(c.Name, "library/")}
			bySetting[s] = append(bySetting[s], c)
		}
	}
	ways := []way{{"standalone", standalone}, {"go vet", vet}, {"golangci-lint", newLint(t).findings}, {"nogo-like", likeNogo}}
	m := matrix{ways: ways, rows: map[string]row{}}
	for s, cases := range bySetting {
		var patterns []string
		for _, c := range cases {
			patterns = append(patterns, "./"+c.Name+"/...")
		}
		found := make([]findings, len(ways))
		for i, w := range ways {
			found[i] = w.run(t, root, s, patterns)
		}
		for _, c := range cases {
			m.add(c, found)
		}
	}
	if len(m.rows) < 30 {
		t.Errorf("only %d cases of several packages", len(m.rows))
	}
	t.Logf("findings of each way to run sessionlint:\n%s", m)
	// go test shows no log of what passes, and CI shows the table.
	if file := os.Getenv("SESSIONLINT_MATRIX"); file != "" {
		if err := os.WriteFile(file, []byte(m.String()), 0o666); err != nil {
			t.Error(err)
		}
	}
	for _, d := range m.differences {
		t.Error(d)
	}
}

// matrix counts findings by case and way.
type matrix struct {
	ways        []way
	rows        map[string]row
	differences []string
}

type row struct {
	packages  int
	counts    []int
	different bool
}

// add counts what was found below a case.
func (m *matrix) add(c *casetest.Case, found []findings) {
	r := row{packages: c.Packages}
	want := found[0].below(c.Name)
	for i, w := range m.ways {
		got := found[i].below(c.Name)
		r.counts = append(r.counts, len(got))
		if !maps.Equal(want, got) {
			r.different = true
			m.differences = append(m.differences, fmt.Sprintf("%s: %s found %q, %s %q", c.Name, m.ways[0].name,
				slices.Sorted(maps.Keys(want)), w.name, slices.Sorted(maps.Keys(got))))
		}
	}
	m.rows[c.Name] = r
}

// below are the findings of one case.
func (f findings) below(name string) findings {
	out := findings{}
	for p := range f {
		if strings.HasPrefix(p, name+"/") {
			out[p] = true
		}
	}
	return out
}

func (m matrix) String() string {
	var b strings.Builder
	line := func(name string, cells ...any) {
		fmt.Fprintf(&b, "%-34s", name)
		for _, c := range cells {
			fmt.Fprintf(&b, "%15v", c)
		}
		b.WriteByte('\n')
	}
	head := []any{"packages"}
	for _, w := range m.ways {
		head = append(head, w.name)
	}
	line("", head...)
	sum := row{counts: make([]int, len(m.ways))}
	same := 0
	for _, name := range slices.Sorted(maps.Keys(m.rows)) {
		r := m.rows[name]
		line(name, r.cells()...)
		sum.packages += r.packages
		for i, n := range r.counts {
			sum.counts[i] += n
		}
		if !r.different {
			same++
		}
	}
	line("all", sum.cells()...)
	fmt.Fprintf(&b, "%d cases, identical findings in %d\n", len(m.rows), same)
	return b.String()
}

func (r row) cells() []any {
	cells := []any{r.packages}
	for _, n := range r.counts {
		cells = append(cells, n)
	}
	if r.different {
		cells = append(cells, "different")
	}
	return cells
}
