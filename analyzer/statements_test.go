package analyzer_test

import (
	"context"
	"encoding/json"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/sessionlint/sessionlint/analyzer/driver"
	"github.com/sessionlint/sessionlint/analyzer/query"
	"github.com/sessionlint/sessionlint/analyzer/report"
	"github.com/sessionlint/sessionlint/analyzer/rule"
	"github.com/sessionlint/sessionlint/internal/casetest"
)

// statements are the sentences on the entry points for requests and streams, as
// JSON has them, without import paths and folders.
func statements(t *testing.T, in rule.Input) []string {
	t.Helper()
	r := &rule.Report{}
	r.Findings, r.Acquisitions, r.Approvals = rule.Judge(in)
	r.EntryPoints = query.New(query.Input{Programs: in.Programs, Report: r, Locate: in.Locate}).EntryPoints(false)
	out, w := io.Pipe()
	go func() { w.CloseWithError(report.JSON(w, r, report.Searched{})) }()
	var d struct {
		EntryPoints []struct{ Function, Route, Statement string }
	}
	if err := json.NewDecoder(out).Decode(&d); err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, e := range d.EntryPoints {
		if e.Statement == "" || strings.Contains(e.Function, "/gen/") {
			continue
		}
		words := strings.Fields(e.Statement)
		for i, w := range words {
			words[i] = w[strings.LastIndexByte(w, '/')+1:]
		}
		all = append(all, strings.TrimSpace(e.Route+" "+strings.Join(words, " ")))
	}
	return all
}

// TestStatements: what is said of a session, from its beginning to its end.
func TestStatements(t *testing.T) {
	root := casesRoot(t)
	l := &loader{root: root, cache: t.TempDir(), done: map[driver.Settings]map[bool]*driver.Loaded{}}
	cases, err := casetest.Load(root)
	if err != nil {
		t.Fatal(err)
	}
	want := map[string][]string{
		"interfaces/passed_as_argument": {"/ takes none"}, // only start-up code passes the one that opens a pool
		"held/commit_callback_api":      {"/ takes exactly one session: tx in commit_callback_api.store).run at main.go:19:9, until its callback returns"},
		"held/callback_middleware": {
			"/ takes exactly one session: tx in callback_middleware.store).inTx$1 at main.go:18:14, released at main.go:23:9 (deferred); broken by SL202 at main.go:32:15",
			"takes none of its own; runs in the one that callback_middleware.store).inTx$1 takes at main.go:18:14; broken by SL202 at main.go:32:15",
		},
		"held/leak_returned":     {"/ takes exactly one session: tx in leak_returned.store).run at main.go:19:13, released at main.go:23:8 (deferred)"},
		"held/leak_early_return": {"/ takes exactly one session: tx in leak_early_return.store).run at main.go:15:13, released at main.go:23:9; broken by SL401 at main.go:15:13"},
		"held/second_callee": {"/ takes several, up to 2: tx in second_callee.audit).note at main.go:15:13, released at main.go:20:8 (deferred), " +
			"tx in second_callee.store).run at main.go:35:13, released at main.go:39:8 (deferred); broken by SL201 at main.go:15:13"},
	}
	for _, c := range cases {
		sentences, ok := want[c.Name]
		if !ok {
			continue
		}
		t.Run(c.Name, func(t *testing.T) {
			if got := statements(t, l.input(t, c)); !slices.Equal(got, sentences) {
				t.Errorf("got  %q\nwant %q", got, sentences)
			}
		})
		delete(want, c.Name)
	}
	if len(want) > 0 {
		t.Errorf("no such cases: %v", want)
	}
}

// TestChatStatements: one session per request, the audit's question.
func TestChatStatements(t *testing.T) {
	dir, err := filepath.Abs("../testdata/chat")
	if err != nil {
		t.Fatal(err)
	}
	s := driver.Settings{}
	cat, policy, err := s.Parse()
	if err != nil {
		t.Fatal(err)
	}
	loaded, err := driver.Load(context.Background(), driver.Config{Dir: dir, Cache: "off", Catalog: cat})
	if err != nil {
		t.Fatal(err)
	}
	got := statements(t, rule.Input{Programs: rule.Programs(loaded.Units, false), Policy: policy, Locate: loaded.Locate})
	want := []string{
		"POST /stream takes exactly one session: tx in store.Session).begin on first use at session.go:30:15, released in dialog.Processor).Process at processor.go:37:8 (deferred)",
		"GET /conversations takes exactly one session: tx in store.Session).begin on first use at session.go:30:15, released in dialog.ListUseCase).Run at usecase.go:48:8 (deferred)",
		"GET /healthz takes none",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}
