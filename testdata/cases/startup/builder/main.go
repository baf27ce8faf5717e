// A builder opens in its last step; the server that it makes is used by handlers.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
)

type server struct{ db *sql.DB }

type builder struct {
	dsn string
	max int
}

func newBuilder() *builder { return &builder{} }

func (b *builder) withDSN(dsn string) *builder { b.dsn = dsn; return b }

func (b *builder) withMax(n int) *builder { b.max = n; return b }

func (b *builder) build() (*server, error) {
	db, err := sql.Open("pgx", b.dsn) // want factory
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(b.max)
	return &server{db: db}, nil
}

func (s *server) ServeHTTP(w http.ResponseWriter, r *http.Request) { _ = s.db.PingContext(r.Context()) }

func main() {
	s, err := newBuilder().withDSN(os.Getenv("DSN")).withMax(10).build()
	if err != nil {
		log.Fatal(err)
	}
	log.Fatal(http.ListenAndServe(":8080", s))
}
