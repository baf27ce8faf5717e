package api

import (
	"encoding/json"
	"fmt"
	"log/slog"
	"net/http"
	"strings"
	"time"

	"example.com/chat/dialog"
)

const maxBody = 64 << 10

// Stream answers a prompt with server-sent events: one "conversation" event
// with the ID to go on with, a "token" event for each token, then "done".
func (h *Handler) Stream(w http.ResponseWriter, r *http.Request) {
	flusher, ok := w.(http.Flusher)
	if !ok {
		http.Error(w, "streaming is not supported", http.StatusNotImplemented)
		return
	}
	var prompt dialog.Prompt
	if err := json.NewDecoder(http.MaxBytesReader(w, r.Body, maxBody)).Decode(&prompt); err != nil {
		http.Error(w, "the body is not a prompt", http.StatusBadRequest)
		return
	}
	if strings.TrimSpace(prompt.Text) == "" {
		http.Error(w, "the prompt has no text", http.StatusBadRequest)
		return
	}

	// Old messages go first, so that they do not become part of the answer.
	tx, err := h.container.Cleaner().Begin(r.Context())
	if err != nil {
		fail(w, r, err)
		return
	}
	defer tx.Rollback() // does nothing after Commit
	old := time.Now().AddDate(0, -1, 0)
	if _, err := tx.ExecContext(r.Context(), "DELETE FROM messages WHERE created < ?", old); err != nil {
		fail(w, r, err)
		return
	}
	if err := tx.Commit(); err != nil {
		fail(w, r, err)
		return
	}

	events := &eventStream{w: w, flusher: flusher}
	useCase := h.container.ForRequest(r.Context()).StreamUseCase()
	err = useCase.Run(r.Context(), prompt, events)
	if err != nil && !events.open {
		fail(w, r, err)
		return
	}
	last := "done"
	if err != nil {
		// The status is out already: the stream itself has to say it.
		slog.Error("stream", "error", err)
		last = "error"
	}
	fmt.Fprintf(w, "event: %s\ndata: {}\n\n", last)
	flusher.Flush()
}

// eventStream implements [dialog.Stream] with server-sent events.
type eventStream struct {
	w       http.ResponseWriter
	flusher http.Flusher
	open    bool
}

// Open sends the headers and the ID of the conversation.
func (s *eventStream) Open(conversation string) error {
	s.w.Header().Set("Content-Type", "text/event-stream")
	s.w.Header().Set("Cache-Control", "no-cache")
	s.open = true
	return s.event("conversation", conversation)
}

// Send sends one token.
func (s *eventStream) Send(token string) error {
	return s.event("token", token)
}

// event writes one event and flushes it. The data is JSON because a token may
// contain line ends, which would end the event.
func (s *eventStream) event(name, data string) error {
	encoded, err := json.Marshal(data)
	if err != nil {
		return fmt.Errorf("encode an event: %w", err)
	}
	if _, err := fmt.Fprintf(s.w, "event: %s\ndata: %s\n\n", name, encoded); err != nil {
		return fmt.Errorf("write an event: %w", err)
	}
	s.flusher.Flush()
	return nil
}
