// Package api is the HTTP face of the service. A handler reads the request,
// has its use case made for it and writes the outcome; it knows no database.
package api

import (
	"encoding/json"
	"errors"
	"log/slog"
	"net/http"

	"example.com/chat/container"
	"example.com/chat/dialog"
)

// Handler serves the endpoints.
type Handler struct {
	container *container.Container
}

// New returns a handler that has its use cases made by the container.
func New(container *container.Container) *Handler {
	return &Handler{container: container}
}

// Routes registers the endpoints.
func (h *Handler) Routes() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("POST /stream", h.Stream)
	mux.HandleFunc("GET /conversations", h.Conversations)
	mux.HandleFunc("GET /healthz", h.Health)
	return mux
}

// Conversations lists the conversations.
func (h *Handler) Conversations(w http.ResponseWriter, r *http.Request) {
	useCase := h.container.ForRequest(r.Context()).ListUseCase()
	conversations, err := useCase.Run(r.Context())
	if err != nil {
		fail(w, r, err)
		return
	}
	if conversations == nil {
		conversations = []dialog.Conversation{} // an empty list, not null
	}
	w.Header().Set("Content-Type", "application/json")
	if err := json.NewEncoder(w).Encode(conversations); err != nil {
		slog.Warn("write a response", "path", r.URL.Path, "error", err)
	}
}

// Health says whether the service can do its work.
func (h *Handler) Health(w http.ResponseWriter, r *http.Request) {
	if err := h.container.Ping(r.Context()); err != nil {
		slog.Error("health", "error", err)
		http.Error(w, "database does not answer", http.StatusServiceUnavailable)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

// fail answers a request that failed before anything was sent. The cause is
// logged, not sent: it may name what is none of the client's business.
func fail(w http.ResponseWriter, r *http.Request, err error) {
	if errors.Is(err, dialog.ErrNotFound) {
		http.Error(w, dialog.ErrNotFound.Error(), http.StatusNotFound)
		return
	}
	slog.Error("request", "path", r.URL.Path, "error", err)
	http.Error(w, http.StatusText(http.StatusInternalServerError), http.StatusInternalServerError)
}
