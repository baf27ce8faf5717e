// Package handler serves items.
package handler

import (
	"net/http"

	"example.com/cases/multi/session_provider/db"
	"example.com/cases/multi/session_provider/service"
)

// Good leaves it to the service.
func Good(w http.ResponseWriter, r *http.Request) { _ = service.Save(r.FormValue("name")) }

// Bad opens a session of its own.
func Bad(w http.ResponseWriter, r *http.Request) {
	s := db.NewSession() // want violation SL103
	// chain: Bad
	defer s.Close()
	_, _ = s.Insert(&struct{ Name string }{r.FormValue("name")})
}
