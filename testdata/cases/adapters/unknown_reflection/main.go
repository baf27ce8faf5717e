// A framework in no catalog calls a function by reflection for each request: its parameter holds the writer and the request.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"

	"company.example/web/rest"
)

type api struct{ db *sql.DB }

type request struct{ db *sql.DB }

func (a *api) handler(p rest.Params) (*request, error) {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want violation SL101
	if err != nil {
		return nil, err
	}
	return &request{db}, a.db.PingContext(p.Request.Context())
}

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	a := &api{db}
	srv := &rest.Server{}
	log.Fatal(http.ListenAndServe(":8080", srv.Handlers(a.handler)))
}
