// Package handler accepts jobs.
package handler

import (
	"database/sql"
	"net/http"

	"example.com/cases/multi/worker_queue/archive"
	"example.com/cases/multi/worker_queue/queue"
)

// Handler accepts jobs.
type Handler struct {
	Queue *queue.Queue
	DB    *sql.DB
}

// Archive serves.
func (h *Handler) Archive(w http.ResponseWriter, r *http.Request) {
	h.Queue.Put(func() error { return archive.Move(h.DB) })
	w.WriteHeader(http.StatusAccepted)
}
