package config

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

// TestWrong reads testdata/wrong: archives of wrong files, NAME.yaml, each with
// all that is said of it, NAME.want. Symbols are looked for in the Go files of
// the archive, which lie in the folders of their import paths. Messages are
// what users read, so each of them stands there word by word; UPDATE_WRONG=1
// writes them, and a person reads what was written.
func TestWrong(t *testing.T) {
	archives, err := filepath.Glob(filepath.Join("testdata", "wrong", "*.txtar"))
	if err != nil {
		t.Fatal(err)
	}
	cases := 0
	for _, archive := range archives {
		t.Run(strings.TrimSuffix(filepath.Base(archive), ".txtar"), func(t *testing.T) { cases += wrongFiles(t, archive) })
	}
	if cases < 100 {
		t.Errorf("found %d wrong files", cases)
	}
}

func wrongFiles(t *testing.T, archive string) int {
	a, err := txtar.ParseFile(archive)
	if err != nil {
		t.Fatal(err)
	}
	source := t.TempDir()
	cases, wants := 0, map[string]int{}
	for i, f := range a.Files {
		if strings.HasSuffix(f.Name, ".want") {
			wants[f.Name] = i
		}
		if strings.HasSuffix(f.Name, ".go") {
			at := filepath.Join(source, filepath.FromSlash(f.Name))
			if err := os.MkdirAll(filepath.Dir(at), 0o777); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(at, f.Data, 0o666); err != nil {
				t.Fatal(err)
			}
		}
	}
	for i := range a.Files {
		name, isCase := strings.CutSuffix(a.Files[i].Name, ".yaml")
		if !isCase {
			continue
		}
		cases++
		t.Run(name, func(t *testing.T) {
			got := wordsAbout(a.Files[i].Data, a.Files[i].Name, source)
			at, ok := wants[name+".want"]
			switch {
			case !ok:
				t.Fatalf("no %s.want for\n%s", name, got)
			case os.Getenv("UPDATE_WRONG") != "":
				a.Files[at].Data = []byte(got)
			case string(a.Files[at].Data) != got:
				t.Errorf("got\n%swant\n%s", got, a.Files[at].Data)
			}
			oneSentence(t, got)
		})
	}
	if os.Getenv("UPDATE_WRONG") != "" {
		if err := os.WriteFile(archive, txtar.Format(a), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return cases
}

// wordsAbout is all that a run says of a configuration, as it stands on the
// screen.
func wordsAbout(text []byte, name, source string) string {
	c, err := Parse(text, name)
	if err == nil {
		_, err = c.Catalog("")
	}
	if err != nil {
		return err.Error() + "\n"
	}
	var packages []string
	find := func(path string) Source {
		files, _ := filepath.Glob(filepath.Join(source, filepath.FromSlash(path), "*.go"))
		return Source{Files: files, Missing: len(files) == 0 && strings.HasPrefix(path+"/", "example.com/shop/")}
	}
	_ = filepath.WalkDir(source, func(at string, d os.DirEntry, err error) error {
		if rel, e := filepath.Rel(source, at); e == nil && err == nil && len(find(filepath.ToSlash(rel)).Files) > 0 {
			packages = append(packages, filepath.ToSlash(rel))
		}
		return err
	})
	warnings, err := c.Resolve(find, func() []string { return packages })
	var out strings.Builder
	for _, w := range warnings {
		fmt.Fprintf(&out, "warning: %s\n", w)
	}
	if err != nil {
		fmt.Fprintln(&out, err)
	}
	if out.Len() == 0 {
		return "nothing is said of it\n"
	}
	return out.String()
}

// oneSentence asks of messages what a list on the screen needs: a place, one
// line, no full stop, nothing of the parser.
func oneSentence(t *testing.T, messages string) {
	t.Helper()
	for line := range strings.SplitSeq(strings.TrimSuffix(messages, "\n"), "\n") {
		place, text, ok := strings.Cut(strings.TrimPrefix(line, "warning: "), ": ")
		if strings.Count(place, ":") != 2 || !ok {
			t.Errorf("no place before %s", line)
		}
		if strings.HasSuffix(text, ".") && !strings.HasSuffix(text, "....*") || strings.Contains(text, "*ast.") || len(line) > 260 {
			t.Errorf("not a sentence: %s", line)
		}
	}
}
