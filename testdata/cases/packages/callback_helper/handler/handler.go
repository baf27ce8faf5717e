// Package handler passes a callback that opens.
package handler

import (
	"database/sql"
	"net/http"

	"example.com/cases/packages/callback_helper/tx"
)

// Pay serves.
func Pay(w http.ResponseWriter, r *http.Request) {
	_ = tx.Retry(func() error {
		db, err := sql.Open("pgx", "pay") // want violation SL101
		if err != nil {
			return err
		}
		return db.Close()
	})
}
