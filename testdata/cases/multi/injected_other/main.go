// Both stores satisfy the interface; the one that opens per call is used by main's import job only.
package main

import (
	"context"
	"database/sql"
	"log"
	"net/http"
	"os"

	"example.com/cases/multi/injected_other/handler"
	"example.com/cases/multi/injected_other/store"
)

func importAll(ctx context.Context, from handler.Users) {
	n, err := from.Count(ctx)
	log.Print("imported ", n, err)
}

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	importAll(context.Background(), &store.Legacy{DSN: os.Getenv("LEGACY")})
	h := handler.New(&store.Shared{DB: db})
	http.HandleFunc("/users", h.Count)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
