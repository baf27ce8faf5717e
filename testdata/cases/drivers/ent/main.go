// ent: the generated client is recognised by its shape.
package main

import (
	"context"
	"database/sql"
	"log"
	"net/http"
	"os"

	entsql "entgo.io/ent/dialect/sql"

	"example.com/cases/gen/ent"
)

type server struct{ client *ent.Client }

func withTx(ctx context.Context, client *ent.Client, fn func(tx *ent.Tx) error) error {
	tx, err := client.Tx(ctx) // want request-session
	if err != nil {
		return err
	}
	if err := fn(tx); err != nil {
		_ = tx.Rollback()
		return err
	}
	return tx.Commit()
}

func (s *server) good(w http.ResponseWriter, r *http.Request) {
	_ = withTx(r.Context(), s.client, func(tx *ent.Tx) error {
		_, err := tx.User.Create().SetName(r.FormValue("name")).Save(r.Context())
		return err
	})
}

func (s *server) own(w http.ResponseWriter, r *http.Request) {
	tx, err := s.client.Tx(r.Context()) // want violation SL103
	if err != nil {
		return
	}
	if _, err := tx.User.Create().Save(r.Context()); err != nil {
		_ = tx.Rollback()
		return
	}
	_ = tx.Commit()
}

func (s *server) bad(w http.ResponseWriter, r *http.Request) {
	client, err := ent.Open("postgres", os.Getenv("DSN")) // want violation SL101
	if err != nil {
		return
	}
	defer client.Close()
	_, _ = client.User.Create().Save(r.Context())
}

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	s := &server{client: ent.NewClient(ent.Driver(entsql.OpenDB("postgres", db)))}
	http.HandleFunc("/good", s.good)
	http.HandleFunc("/own", s.own)
	http.HandleFunc("/bad", s.bad)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
