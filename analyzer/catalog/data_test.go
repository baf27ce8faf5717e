package catalog

import (
	"flag"
	"os"
	"slices"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the golden lists of names")

// readData parses every embedded file.
func readData(t *testing.T) (blocks []*block, texts map[string]string) {
	t.Helper()
	entries, err := data.ReadDir("data")
	if err != nil {
		t.Fatal(err)
	}
	texts = map[string]string{}
	for _, e := range entries {
		name := "data/" + e.Name()
		text, err := data.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		bs, err := parse(name, string(text))
		if err != nil {
			t.Errorf("%v", err)
		}
		blocks, texts[name] = append(blocks, bs...), string(text)
	}
	return blocks, texts
}

func TestData(t *testing.T) {
	blocks, texts := readData(t)
	if _, err := build(blocks, Options{Families: "extended"}); err != nil {
		t.Error(err)
	}
	var families, frameworks []string
	for _, b := range blocks {
		if b.family != "" {
			families = append(families, b.family)
		} else {
			frameworks = append(frameworks, b.name)
		}
	}
	golden(t, "testdata/families.txt", families, 162)
	golden(t, "testdata/frameworks.txt", frameworks, 80)
	for name, text := range texts {
		for i, line := range strings.Split(text, "\n") {
			switch {
			case strings.HasPrefix(line, "family ") && !strings.Contains(line, "#"):
				t.Errorf("%s:%d: no reason", name, i+1)
			case strings.TrimRight(line, " \t") != line:
				t.Errorf("%s:%d: space at the end", name, i+1)
			case len(line) > 170:
				t.Errorf("%s:%d: %d characters are too many for one line", name, i+1, len(line))
			}
		}
	}
}

// golden compares names with a list that a person has read.
func golden(t *testing.T, file string, names []string, atLeast int) {
	t.Helper()
	slices.Sort(names)
	if n := len(slices.Compact(slices.Clone(names))); n != len(names) || n < atLeast {
		t.Errorf("%s: %d names, %d different, want %d or more", file, len(names), n, atLeast)
	}
	got := strings.Join(names, "\n") + "\n"
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s has other names than the data; if that is meant, run go test -update and read the difference", file)
	}
}

// An import that no row uses is left over from a row that went.
func TestImportsAreUsed(t *testing.T) {
	blocks, _ := readData(t)
	for _, b := range blocks {
		var all strings.Builder
		for _, r := range b.rows {
			all.WriteString(" " + r.rest)
		}
		for name := range b.paths {
			used := slices.ContainsFunc([]string{" ", "(", "*", ",", "=", "."}, func(before string) bool {
				return strings.Contains(all.String(), before+name+".")
			})
			if !used && !slices.Contains(b.scanned, name) && !strings.HasPrefix(b.paths[name], "<") {
				t.Errorf("%s:%d: %s is imported and not used", b.file, b.line, name)
			}
		}
	}
}

// What acquires must be ended somehow, or its note must say why not.
func TestReleases(t *testing.T) {
	blocks, _ := readData(t)
	c, err := build(blocks, Options{Families: "extended"})
	if err != nil {
		t.Fatal(err)
	}
	for _, info := range c.known.(*whole).packages {
		for _, s := range info.funcs {
			a := s.Acquire
			if a == nil {
				continue
			}
			if a.Auto && a.Release != nil {
				t.Errorf("%s ends its resource itself and names a release", s.Name)
			}
			if a.Origin == Callback && a.Func < 0 {
				t.Errorf("%s calls back through no argument", s.Name)
			}
			if a.Kind == Tx && !a.Auto && a.Release == nil && a.Note == "" {
				t.Errorf("%s begins a tx that nothing ends, without a note", s.Name)
			}
		}
	}
}
