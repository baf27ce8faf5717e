// One helper, two callers: what main passes to it runs at start-up.
package main

import (
	"database/sql"
	"net/http"

	"example.com/cases/packages/callback_helper/handler"
	"example.com/cases/packages/callback_helper/tx"
)

func main() {
	_ = tx.Retry(func() error {
		db, err := sql.Open("pgx", "warm") // want startup
		if err != nil {
			return err
		}
		return db.Close()
	})
	http.HandleFunc("/pay", handler.Pay)
	_ = http.ListenAndServe(":8080", nil)
}
