// What start-up gives to a decorator does not come out of what a handler gives to it.
package main

import (
	"context"
	"database/sql"
	"log"
	"net/http"
)

type server struct{ db *sql.DB }

func traced(name string, f func(context.Context) error) func(context.Context) error {
	return func(ctx context.Context) error {
		log.Print("begin ", name)
		defer log.Print("end ", name)
		return f(ctx)
	}
}

func migrate(ctx context.Context) error {
	db, err := sql.Open("pgx", "dsn") // want startup
	if err != nil {
		return err
	}
	defer db.Close()
	return db.PingContext(ctx)
}

func (s *server) ping(ctx context.Context) error { return s.db.PingContext(ctx) }

func (s *server) probe(ctx context.Context) error {
	db, err := sql.Open("pgx", "replica") // want violation SL101
	if err != nil {
		return err
	}
	defer db.Close()
	return db.PingContext(ctx)
}

func (s *server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	for _, check := range []func(context.Context) error{traced("ping", s.ping), traced("probe", s.probe)} {
		if err := check(r.Context()); err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
		}
	}
}

func main() {
	db, err := sql.Open("pgx", "dsn") // want startup
	if err != nil {
		log.Fatal(err)
	}
	if err := traced("migrate", migrate)(context.Background()); err != nil {
		log.Fatal(err)
	}
	log.Fatal(http.ListenAndServe(":8080", &server{db}))
}
