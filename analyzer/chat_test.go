package analyzer_test

import (
	"bufio"
	"context"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/sessionlint/sessionlint/analyzer/driver"
	"github.com/sessionlint/sessionlint/analyzer/rule"
)

func runIn(t *testing.T, dir string) *rule.Report {
	t.Helper()
	r, _, err := driver.Run(context.Background(), driver.Config{Dir: dir, Cache: "off"}, driver.Settings{})
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Incomplete) > 0 {
		t.Fatalf("incomplete: %v", r.Incomplete)
	}
	return r
}

// TestChat audits the example service: beside the pool that main opens there
// are three places, each of them right.
func TestChat(t *testing.T) {
	r := runIn(t, "../testdata/chat")
	if len(r.Findings) > 0 {
		t.Errorf("findings: %+v", r.Findings)
	}
	got := map[string]string{}
	for _, a := range r.Acquisitions {
		if a.Reason == "" {
			t.Errorf("%s has no reason", a.Symbol)
		}
		got[a.Position.File] += a.Verdict
	}
	want := map[string]string{
		"main.go":            "startup",         // the pool
		"cleanup/cleaner.go": "background",      // a session per tick
		"store/store.go":     "doc",             // an example in a comment
		"store/session.go":   "request-session", // the provider GetDB, one per request
	}
	if !maps.Equal(got, want) {
		t.Errorf("verdicts: got %v, want %v", got, want)
	}
	for _, a := range r.Acquisitions {
		if a.Position.File == "store/session.go" && (len(a.Chain) < 4 || !strings.Contains(a.Reason, "GetDB")) {
			t.Errorf("the session of a request: reason %q, chain %+v", a.Reason, a.Chain)
		}
	}
}

// TestChatVariants breaks one thing of the service at a time.
func TestChatVariants(t *testing.T) {
	dirs, err := filepath.Glob("../testdata/chat-variants/*/want.txt")
	if err != nil || len(dirs) != 4 {
		t.Fatalf("variants: %v %v", dirs, err)
	}
	for _, want := range dirs {
		overlay := filepath.Dir(want)
		t.Run(filepath.Base(overlay), func(t *testing.T) {
			dir := t.TempDir()
			for _, src := range []string{"../testdata/chat", overlay} {
				if err := copyOver(dir, src); err != nil {
					t.Fatal(err)
				}
			}
			r := runIn(t, dir)
			var got []string
			for _, f := range r.Findings {
				got = append(got, fmt.Sprintf("%s %s:%d", f.Rule, f.Position.File, f.Position.Line))
			}
			if expected := expectations(t, dir, want); !slices.Equal(got, expected) {
				t.Errorf("got %v, want %v", got, expected)
			}
		})
	}
}

// copyOver copies a tree, replacing the files that are there.
func copyOver(dst, src string) error {
	return filepath.WalkDir(src, func(path string, d os.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(src, path)
		if err != nil {
			return err
		}
		to := filepath.Join(dst, rel)
		if d.IsDir() {
			return os.MkdirAll(to, 0o777)
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		return os.WriteFile(to, data, 0o666)
	})
}

// expectations reads want.txt: "RULE file:text", where the text stands on one
// line of the file. Of "SL201|SL103" the last counts while the first is no rule.
func expectations(t *testing.T, dir, want string) []string {
	t.Helper()
	data, err := os.ReadFile(want)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, l := range strings.Split(string(data), "\n") {
		if l == "" || strings.HasPrefix(l, "#") {
			continue
		}
		rules, place, _ := strings.Cut(l, " ")
		file, text, _ := strings.Cut(place, ":")
		id := ""
		for _, r := range strings.Split(rules, "|") {
			if rule.Find(r) != nil && id == "" {
				id = r
			}
		}
		out = append(out, fmt.Sprintf("%s %s:%d", id, file, lineOf(t, filepath.Join(dir, file), text)))
	}
	return out
}

func lineOf(t *testing.T, file, text string) int {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	s := bufio.NewScanner(f)
	for n := 1; s.Scan(); n++ {
		if strings.Contains(s.Text(), text) {
			return n
		}
	}
	t.Fatalf("%s: no line with %q", file, text)
	return 0
}
