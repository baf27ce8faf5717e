package main

import (
	"bufio"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"io"
	"maps"
	"net/http"
	"net/http/httptest"
	"os/exec"
	"path/filepath"
	"testing"
	"time"
)

// patience is how long a request may take. A deadlock lasts until then; what
// is right answers at once.
const patience = 3 * time.Second

// server serves all handlers on a new database of the given orders.
func server(t *testing.T, orders int) *httptest.Server {
	t.Helper()
	db, err := sql.Open("sqlite", filepath.Join(t.TempDir(), "proof.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	for _, q := range []string{"create table orders (name text)", "create table audit (n int)"} {
		if _, err := db.Exec(q); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := db.Exec(`with recursive c(n) as (select 1 union all select n + 1 from c where n < ?)
		insert into orders select 'ordered' from c where ? > 0`, orders, orders); err != nil {
		t.Fatal(err)
	}
	s := httptest.NewServer(routes(db))
	t.Cleanup(s.Close)
	t.Cleanup(s.CloseClientConnections)
	return s
}

// get asks for a page, and gives up after patience.
func get(t *testing.T, url string) error {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		t.Fatal(err)
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if body, err := io.ReadAll(resp.Body); err != nil || resp.StatusCode != http.StatusOK {
		t.Errorf("%s: %s %s %v", url, resp.Status, body, err)
	}
	return nil
}

// TestTransactions: a second session, and a query on the pool, wait for the
// connection that the request holds itself.
func TestTransactions(t *testing.T) {
	for _, name := range []string{"secondsession", "poolinside"} {
		t.Run(name, func(t *testing.T) {
			if err := get(t, server(t, 0).URL+"/"+name+"/bad"); !errors.Is(err, context.DeadlineExceeded) {
				t.Errorf("before the fix: got %v, want a deadlock", err)
			}
			if err := get(t, server(t, 0).URL+"/"+name+"/fixed"); err != nil {
				t.Errorf("after the fix: %v", err)
			}
		})
	}
}

// TestStream: a client that stops reading keeps the connection from everybody.
func TestStream(t *testing.T) {
	if err := besideStalled(t, "bad"); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("before the fix: got %v, want a deadlock", err)
	}
	if err := besideStalled(t, "fixed"); err != nil {
		t.Errorf("after the fix: %v", err)
	}
}

// besideStalled opens a stream that is larger than all buffers on its way,
// reads its beginning only, and makes another request.
func besideStalled(t *testing.T, variant string) error {
	t.Helper()
	s := server(t, 400)
	resp, err := http.Get(s.URL + "/streamheld/" + variant)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	if _, err := bufio.NewReader(resp.Body).ReadByte(); err != nil {
		t.Fatal(err)
	}
	return get(t, s.URL+"/ready")
}

// TestReported: the linter reports each bad form by its rule, and no fixed one.
func TestReported(t *testing.T) {
	tool := filepath.Join(t.TempDir(), "sessionlint")
	if out, err := exec.Command("go", "build", "-C", filepath.Join("..", ".."), "-o", tool, "./cmd/sessionlint").CombinedOutput(); err != nil {
		t.Fatalf("building the linter: %v\n%s", err, out)
	}
	out, err := exec.Command(tool, "-format=json", "./...").Output()
	var failed *exec.ExitError
	if err != nil && (!errors.As(err, &failed) || failed.ExitCode() != 1) {
		t.Fatalf("running the linter: %v", err)
	}
	var report struct {
		Findings []struct {
			Rule     string
			Position struct{ File string }
		}
	}
	if err := json.Unmarshal(out, &report); err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, f := range report.Findings {
		got[f.Position.File] += f.Rule
	}
	want := map[string]string{
		"secondsession/bad/orders.go": "SL201",
		"poolinside/bad/orders.go":    "SL202",
		"streamheld/bad/export.go":    "SL301",
	}
	if !maps.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}
