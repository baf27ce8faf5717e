// fx builds the handler, but its method opens per request.
package main

import (
	"database/sql"
	"net/http"
	"os"

	"go.uber.org/fx"
)

type stats struct{ dsn string }

func newStats() *stats { return &stats{dsn: os.Getenv("DSN")} }

func (s *stats) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	db, err := sql.Open("pgx", s.dsn) // want violation SL101
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	defer db.Close()
	_ = db.PingContext(r.Context())
}

func newMux(s *stats) *http.ServeMux {
	mux := http.NewServeMux()
	mux.Handle("/stats", s)
	return mux
}

func main() {
	fx.New(fx.Provide(newStats, newMux), fx.Invoke(func(mux *http.ServeMux) { go http.ListenAndServe(":8080", mux) })).Run()
}
