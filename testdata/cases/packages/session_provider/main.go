// The calls of a provider are judged, not the line in it: the handler's own is asked about.
package main

import (
	"database/sql"
	"net/http"

	"example.com/cases/packages/session_provider/db"
	"example.com/cases/packages/session_provider/service"
)

func main() {
	pool, err := sql.Open("pgx", "x") // want startup
	if err != nil {
		return
	}
	s := &db.Store{Pool: pool}
	http.HandleFunc("/pay", func(w http.ResponseWriter, r *http.Request) { _ = service.Pay(r.Context(), s) })
	http.HandleFunc("/own", func(w http.ResponseWriter, r *http.Request) {
		tx, err := s.NewSession(r.Context()) // want violation SL103
		if err != nil {
			return
		}
		defer tx.Rollback()
		_ = tx.Commit()
	})
	_ = http.ListenAndServe(":8080", nil)
}
