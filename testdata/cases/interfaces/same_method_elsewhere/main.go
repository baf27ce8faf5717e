// An unrelated interface has a method of the same name and signature; the handler never sees the type behind it.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
)

type cache interface{ refresh() error }

type job interface{ refresh() error }

type memory struct{ n int }

func (m *memory) refresh() error { m.n++; return nil }

type rebuild struct{ dsn string }

func (b *rebuild) refresh() error {
	db, err := sql.Open("pgx", b.dsn) // want startup
	if err != nil {
		return err
	}
	defer db.Close()
	_, err = db.Exec("refresh materialized view sales")
	return err
}

type server struct{ cache cache }

func (s *server) reload(w http.ResponseWriter, r *http.Request) { _ = s.cache.refresh() }

func main() {
	for _, j := range []job{&rebuild{dsn: os.Getenv("DSN")}} {
		if err := j.refresh(); err != nil {
			log.Fatal(err)
		}
	}
	s := &server{cache: &memory{}}
	http.HandleFunc("/reload", s.reload)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
