// Generated queries behind the interface that is generated with them: on the pool, while a transaction is held.
package main

import (
	"context"
	"database/sql"
	"log"
	"net/http"
	"os"

	"example.com/cases/gen/itemdb"
)

type owners struct{ q itemdb.Querier }

func (o *owners) of(ctx context.Context, id int64) (int64, error) {
	return o.q.Owner(ctx, id) // want SL202
}

type store struct {
	db     *sql.DB
	owners *owners
}

func (s *store) run(ctx context.Context) error {
	tx, err := s.db.BeginTx(ctx, nil) // want request-session
	if err != nil {
		return err
	}
	defer tx.Rollback()
	var q itemdb.Querier = itemdb.New(tx)
	if err := q.Touch(ctx, 1); err != nil {
		return err
	}
	if _, err := s.owners.of(ctx, 1); err != nil {
		return err
	}
	return tx.Commit()
}

func (s *store) serve(w http.ResponseWriter, r *http.Request) {
	if err := s.run(r.Context()); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
}

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/", (&store{db: db, owners: &owners{q: itemdb.New(db)}}).serve)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
