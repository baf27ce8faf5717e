// Package handler knows an interface only.
package handler

import "net/http"

// Counter counts.
type Counter interface{ Count() (int, error) }

// Server serves counts.
type Server struct{ counter Counter }

// New makes a server.
func New(c Counter) *Server { return &Server{counter: c} }

// ServeHTTP serves.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) { _, _ = s.counter.Count() }
