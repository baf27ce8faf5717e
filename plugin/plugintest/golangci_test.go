package plugintest

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

// shop is a program with one pool per request, reached through another package,
// and one transaction that only strict asks about.
const shop = `
-- go.mod --
module example.com/shop

go 1.24
-- main.go --
package main

import (
	"database/sql"
	"net/http"

	"example.com/shop/store"
)

func main() {
	db, err := sql.Open("x", "")
	if err != nil {
		panic(err)
	}
	s := store.New(db)
	http.HandleFunc("POST /orders", func(w http.ResponseWriter, r *http.Request) {
		if err := s.Add(r.Context()); err != nil {
			http.Error(w, err.Error(), 500)
		}
	})
	http.ListenAndServe(":80", nil)
}
-- store/store.go --
package store

import (
	"context"
	"database/sql"
)

type Store struct{ db *sql.DB }

func New(db *sql.DB) *Store { return &Store{db} }

func (s *Store) Add(ctx context.Context) error {
	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if err := log(ctx); err != nil {
		return err
	}
	return tx.Commit()
}

func log(ctx context.Context) error {
	db, err := sql.Open("x", "log")
	if err != nil {
		return err
	}
	defer db.Close()
	return db.PingContext(ctx)
}
`

// thirdParty is another module, two calls away from what it opens.
const thirdParty = `
-- third/go.mod --
module example.org/audit

go 1.24
-- third/audit.go --
package audit

import (
	"context"
	"database/sql"
)

var shared *sql.DB

func Open(ctx context.Context) (*sql.DB, error) { return open("audit") }

func open(name string) (*sql.DB, error) { return sql.Open("x", name) }
`

func writeModule(t *testing.T, archive string) string {
	t.Helper()
	// golangci-lint prints where links lead.
	dir, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range txtar.Parse([]byte(archive)).Files {
		writeFile(t, filepath.Join(dir, f.Name), string(f.Data))
	}
	return dir
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

func edit(t *testing.T, name, old, new string) {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if strings.Count(string(data), old) != 1 {
		t.Fatalf("%s does not hold %q once", name, old)
	}
	writeFile(t, name, strings.Replace(string(data), old, new, 1))
}

const (
	poolFound = "store/store.go:25: SL101: sql.Open creates a pool on every request"
	rollback  = "store/store.go:13: SL103: "
)

// TestMessage: the whole call path is part of the message, and nothing else is
// reported beside it.
func TestMessage(t *testing.T) {
	dir := writeModule(t, shop)
	issues := newLint(t).run(t, dir, config(), "./...")
	if len(issues) != 1 {
		t.Fatalf("got %q, want one issue", places(t, dir, issues))
	}
	text := issues[0].Text
	first, path, _ := strings.Cut(text, "\n")
	if !strings.HasPrefix(first, "SL101: ") {
		t.Errorf("the first line does not begin with the rule: %s", first)
	}
	for _, step := range []string{"POST /orders", "main.go:", "(*shop/store.Store).Add", "help: "} {
		if !strings.Contains(path, step) {
			t.Errorf("no %q in the message:\n%s", step, text)
		}
	}
}

// TestCache: a warm run shows what the cold one did and analyses nothing, and
// every change that matters is seen.
func TestCache(t *testing.T) {
	dir := writeModule(t, shop)
	l := newLint(t)
	expect := func(what, conf string, want ...string) {
		t.Helper()
		got := places(t, dir, l.run(t, dir, conf, "./..."))
		if !slices.EqualFunc(got, want, strings.HasPrefix) {
			t.Errorf("%s: got %q, want %q", what, got, want)
		}
	}
	expect("cold", config(), poolFound)
	before := entries(t, l.cache)
	expect("warm", config(), poolFound)
	if after := entries(t, l.cache); !slices.Equal(before, after) {
		t.Errorf("the warm run wrote to the cache: %d entries before, %d after", len(before), len(after))
	}
	expect("another policy", config("policy: strict"), rollback, poolFound)
	expect("the first policy again", config(), poolFound)
	edit(t, filepath.Join(dir, "store", "store.go"), `err := log(ctx); err != nil`, `err := ctx.Err(); err != nil`)
	expect("the call is gone", config())
	edit(t, filepath.Join(dir, "main.go"), `if err := s.Add(r.Context()); err != nil {`, `if _, err := sql.Open("x", ""); err != nil || s == nil {`)
	expect("another one in main", config(), "main.go:17: SL101: ")
}

func entries(t *testing.T, dir string) []string {
	t.Helper()
	var out []string
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		// Entries with -a name what an action gave.
		if err == nil && strings.HasSuffix(path, "-a") {
			out = append(out, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(out) == 0 {
		t.Fatal("the cache is empty")
	}
	return out
}

// TestThirdParty: a call path through another module, which a change there
// changes.
func TestThirdParty(t *testing.T) {
	dir := writeModule(t, shop+thirdParty)
	edit(t, filepath.Join(dir, "store", "store.go"), `sql.Open("x", "log")`, `audit.Open(ctx)`)
	edit(t, filepath.Join(dir, "store", "store.go"), `"database/sql"`, "\"database/sql\"\n\n\t\"example.org/audit\"")
	edit(t, filepath.Join(dir, "go.mod"), "go 1.24\n", "go 1.24\n\nrequire example.org/audit v1.2.3\n\nreplace example.org/audit => ./third\n")
	l := newLint(t)
	want := standalonePlaces(t, dir)
	if len(want) == 0 || !strings.HasPrefix(want[0], "store/store.go:27: SL101: ") {
		t.Fatalf("standalone found %q", want)
	}
	for _, run := range []string{"cold", "warm"} {
		if got := places(t, dir, l.run(t, dir, config(), "./...")); !slices.Equal(got, want) {
			t.Errorf("%s: got %q, want %q", run, got, want)
		}
	}
	edit(t, filepath.Join(dir, "third", "audit.go"), `return open("audit")`, `return shared, ctx.Err()`)
	changed := standalonePlaces(t, dir)
	if slices.Equal(changed, want) {
		t.Fatalf("a change of the other module changed nothing: %q", changed)
	}
	if got := places(t, dir, l.run(t, dir, config(), "./...")); !slices.Equal(got, changed) {
		t.Errorf("after a change of the other module: got %q, want %q", got, changed)
	}
}

// TestWrongSettings: a typing error ends the run.
func TestWrongSettings(t *testing.T) {
	dir := writeModule(t, shop)
	for setting, want := range map[string]string{"polcy: strict": "polcy", "policy: severe": "severe"} {
		out, err := newLint(t).command(t, dir, config(setting), "./...").CombinedOutput()
		if err == nil || !strings.Contains(string(out), want) {
			t.Errorf("%s: error %v\n%s", setting, err, out)
		}
	}
}

// TestSilenced: what golangci-lint offers to silence an issue works.
func TestSilenced(t *testing.T) {
	l := newLint(t)
	t.Run("nolint", func(t *testing.T) {
		dir := writeModule(t, shop)
		edit(t, filepath.Join(dir, "store", "store.go"), `sql.Open("x", "log")`, `sql.Open("x", "log") //nolint:sessionlint // a log of its own`)
		if got := places(t, dir, l.run(t, dir, config(), "./...")); len(got) > 0 {
			t.Errorf("got %q", got)
		}
	})
	for name, rule := range map[string]string{
		"text": "- linters: [sessionlint]\n        text: ^SL101",
		"path": "- linters: [sessionlint]\n        path: (^|/)store/",
	} {
		t.Run("exclusion by "+name, func(t *testing.T) {
			dir := writeModule(t, shop)
			conf := strings.Replace(config("policy: strict"), "    generated: disable\n",
				"    generated: disable\n    rules:\n      "+rule+"\n", 1)
			got := places(t, dir, l.run(t, dir, conf, "./..."))
			switch {
			case name == "text" && !slices.EqualFunc(got, []string{rollback}, strings.HasPrefix):
				t.Errorf("got %q, want the transaction only", got)
			case name == "path" && len(got) > 0:
				t.Errorf("got %q", got)
			}
		})
	}
}

// TestFix: without fixes to apply, --fix changes no file and hides no issue.
func TestFix(t *testing.T) {
	dir := writeModule(t, shop)
	got := places(t, dir, newLint(t).run(t, dir, config(), "--fix", "./..."))
	if !slices.EqualFunc(got, []string{poolFound}, strings.HasPrefix) {
		t.Errorf("got %q", got)
	}
	data, err := os.ReadFile(filepath.Join(dir, "store", "store.go"))
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(shop, string(data)) {
		t.Errorf("the file was changed:\n%s", data)
	}
}
