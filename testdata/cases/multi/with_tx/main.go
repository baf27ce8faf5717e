// A helper package begins and calls back; what the callers pass decides, caller by caller.
package main

import (
	"context"
	"database/sql"
	"log"
	"net/http"
	"os"

	"example.com/cases/multi/with_tx/handler"
	"example.com/cases/multi/with_tx/tx"
)

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	err = tx.Run(context.Background(), db, func(t *sql.Tx) error {
		seeds, err := sql.Open("sqlite", "seeds.db") // want startup
		if err != nil {
			return err
		}
		return seeds.Close()
	})
	if err != nil {
		log.Fatal(err)
	}
	h := &handler.Handler{DB: db}
	http.HandleFunc("/vote", h.Vote)
	http.HandleFunc("/move", h.Move)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
