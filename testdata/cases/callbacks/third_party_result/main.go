// The callback's result comes back through the helper module as an interface, and the handler uses it.
package main

import (
	"context"
	"database/sql"
	"log"
	"net/http"
	"os"

	"company.example/backoff"
)

type store interface{ find(id string) error }

type pgStore struct{ dsn string }

func (s *pgStore) find(id string) error {
	db, err := sql.Open("pgx", s.dsn) // want violation SL101
	if err != nil {
		return err
	}
	defer db.Close()
	return db.QueryRow("select 1 from docs where id = $1", id).Scan(new(int))
}

func main() {
	st, err := backoff.Retry(context.Background(), func() (store, error) {
		return &pgStore{dsn: os.Getenv("DSN")}, nil
	})
	if err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/find", func(w http.ResponseWriter, r *http.Request) { _ = st.find(r.FormValue("id")) })
	log.Fatal(http.ListenAndServe(":8080", nil))
}
