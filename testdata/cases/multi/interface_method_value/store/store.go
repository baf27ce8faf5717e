// Package store has a handler that opens.
package store

import (
	"database/sql"
	"net/http"
	"os"
)

type products struct{}

// New hides the type.
func New() interface {
	Get(w http.ResponseWriter, r *http.Request)
} {
	return &products{}
}

func (p *products) Get(w http.ResponseWriter, r *http.Request) {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want violation SL101
	if err != nil {
		return
	}
	defer db.Close()
	_ = db.PingContext(r.Context())
}
