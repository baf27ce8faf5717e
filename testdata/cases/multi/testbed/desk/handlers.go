package desk

import (
	"database/sql"
	"log"
	"net/http"
	"os"
)

// Counted counts requests: it opens while wiring, and begins per request without handing on.
func Counted(next http.Handler) http.Handler {
	db, err := sql.Open("pgx", os.Getenv("HITS")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		tx, err := db.Begin() // want violation SL103
		if err == nil {
			if _, err := tx.Exec("update hits set n = n + 1"); err != nil {
				_ = tx.Rollback()
			} else {
				_ = tx.Commit()
			}
		}
		next.ServeHTTP(w, r)
	})
}

// Returns takes books back.
type Returns struct{ DB *sql.DB }

// ServeHTTP serves.
func (h *Returns) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	tx, err := h.DB.Begin() // want violation SL103
	if err != nil {
		return
	}
	defer tx.Rollback()
	if _, err := tx.Exec("delete from loans where isbn = $1", r.FormValue("isbn")); err == nil {
		_ = tx.Commit()
	}
}

// Fees is a handler behind an adapter.
func (d *Desk) Fees(w http.ResponseWriter, r *http.Request) error {
	tx, err := d.db.Begin() // want violation SL103
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if _, err := tx.Exec("update fees set paid = true"); err != nil {
		return err
	}
	return tx.Commit()
}
