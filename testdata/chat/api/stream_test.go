package api_test

import (
	"context"
	"crypto/rand"
	"database/sql"
	"encoding/json"
	"errors"
	"io"
	"iter"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"example.com/chat/api"
	"example.com/chat/container"
	"example.com/chat/dialog"
	_ "example.com/chat/memdb"
	"example.com/chat/repository"
)

// script is a Generator that yields fixed tokens, calls midway after the
// first one and ends with err, if there is one.
type script struct {
	tokens []string
	midway func()
	err    error
}

func (s script) Generate(context.Context, []dialog.Message) iter.Seq2[string, error] {
	return func(yield func(string, error) bool) {
		for i, token := range s.tokens {
			if !yield(token, nil) {
				return
			}
			if i == 0 && s.midway != nil {
				s.midway()
			}
		}
		if s.err != nil {
			yield("", s.err)
		}
	}
}

// serve runs the service on a pool of one connection: whatever would need two
// at a time runs into the client's timeout.
func serve(t *testing.T, generator dialog.Generator) (*httptest.Server, *sql.DB) {
	t.Helper()
	pool, err := sql.Open("memdb", rand.Text())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { pool.Close() })
	pool.SetMaxOpenConns(1)
	server := httptest.NewServer(api.New(container.New(pool, generator)).Routes())
	t.Cleanup(server.Close)
	server.Client().Timeout = 10 * time.Second
	return server, pool
}

// post sends a prompt and returns the status and the body.
func post(t *testing.T, server *httptest.Server, prompt string) (int, string) {
	t.Helper()
	response, err := server.Client().Post(server.URL+"/stream", "application/json", strings.NewReader(prompt))
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return response.StatusCode, string(body)
}

// listed returns what GET /conversations lists. It reports rather than ends
// the test, because a generator calls it from the goroutine of the server.
func listed(t *testing.T, server *httptest.Server) []dialog.Conversation {
	t.Helper()
	response, err := server.Client().Get(server.URL + "/conversations")
	if err != nil {
		t.Error(err)
		return nil
	}
	defer response.Body.Close()
	var conversations []dialog.Conversation
	if err := json.NewDecoder(response.Body).Decode(&conversations); err != nil {
		t.Error(err)
	}
	return conversations
}

// transcript returns what is stored of a conversation, as "role: text" lines.
func transcript(t *testing.T, pool *sql.DB, conversation string) string {
	t.Helper()
	messages, err := repository.Messages{}.List(t.Context(), pool, conversation)
	if err != nil {
		t.Fatal(err)
	}
	var text strings.Builder
	for _, m := range messages {
		text.WriteString(string(m.Role) + ": " + m.Text + "\n")
	}
	return text.String()
}

func TestStreamHoldsNoConnectionWhileSending(t *testing.T) {
	var server *httptest.Server
	var pool *sql.DB
	generator := script{tokens: []string{"Hello", " there"}, midway: func() {
		if n := pool.Stats().InUse; n != 0 {
			t.Errorf("%d connections in use while streaming, want 0", n)
		}
		// Another request gets the only connection, and sees the prompt's.
		if got := listed(t, server); len(got) != 1 || got[0].Title != "hi" {
			t.Errorf("listed while streaming: %v", got)
		}
	}}
	server, pool = serve(t, &generator)

	status, body := post(t, server, `{"text":"hi"}`)
	id := listed(t, server)[0].ID
	want := "event: conversation\ndata: \"" + id + "\"\n\n" +
		"event: token\ndata: \"Hello\"\n\nevent: token\ndata: \" there\"\n\nevent: done\ndata: {}\n\n"
	if status != http.StatusOK || body != want {
		t.Errorf("status %d, body\n%s\nwant\n%s", status, body, want)
	}

	post(t, server, `{"conversation":"`+id+`","text":"again"}`)
	want = "user: hi\nassistant: Hello there\nuser: again\nassistant: Hello there\n"
	if got := transcript(t, pool, id); got != want {
		t.Errorf("stored\n%s\nwant\n%s", got, want)
	}
	if n := pool.Stats().InUse; n != 0 {
		t.Errorf("%d connections in use at the end, want 0", n)
	}
}

func TestStreamThatBreaksOffKeepsPrompt(t *testing.T) {
	server, pool := serve(t, script{tokens: []string{"Hel"}, err: errors.New("model is gone")})
	_, body := post(t, server, `{"text":"hi"}`)
	if !strings.HasSuffix(body, "event: error\ndata: {}\n\n") {
		t.Errorf("body does not end with an error event:\n%s", body)
	}
	if got := transcript(t, pool, listed(t, server)[0].ID); got != "user: hi\n" {
		t.Errorf("stored %q, want the prompt only", got)
	}
}

func TestStreamRefuses(t *testing.T) {
	server, pool := serve(t, dialog.Echo{})
	for prompt, want := range map[string]int{
		`no JSON`:                                http.StatusBadRequest,
		`{"text":" "}`:                           http.StatusBadRequest,
		`{"conversation":"unknown","text":"hi"}`: http.StatusNotFound,
	} {
		if status, _ := post(t, server, prompt); status != want {
			t.Errorf("%s: status %d, want %d", prompt, status, want)
		}
	}
	if n := pool.Stats().InUse; n != 0 {
		t.Errorf("%d connections in use at the end, want 0", n)
	}
	if got := listed(t, server); len(got) != 0 {
		t.Errorf("listed after refused prompts: %v", got)
	}
}

func TestHealth(t *testing.T) {
	server, pool := serve(t, dialog.Echo{})
	status := func() int {
		response, err := server.Client().Get(server.URL + "/healthz")
		if err != nil {
			t.Fatal(err)
		}
		response.Body.Close()
		return response.StatusCode
	}
	if got := status(); got != http.StatusNoContent {
		t.Errorf("status %d, want %d", got, http.StatusNoContent)
	}
	pool.Close()
	if got := status(); got != http.StatusServiceUnavailable {
		t.Errorf("status %d with the pool closed, want %d", got, http.StatusServiceUnavailable)
	}
}
