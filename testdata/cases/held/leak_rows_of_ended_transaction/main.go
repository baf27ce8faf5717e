// Rows end with the transaction that they were read with: here, or where the caller ends it.
package main

import (
	"context"
	"database/sql"
	"log"
	"net/http"
	"os"
)

type store struct{ db *sql.DB }

func first(ctx context.Context, tx *sql.Tx) (id int, err error) {
	rows, err := tx.QueryContext(ctx, "insert into items default values returning id")
	if err != nil {
		return 0, err
	}
	rows.Next()
	if err := rows.Scan(&id); err != nil {
		_ = tx.Rollback()
		return 0, err
	}
	return id, rows.Close()
}

func second(ctx context.Context, tx *sql.Tx) (id int, err error) {
	rows, err := tx.QueryContext(ctx, "insert into items default values returning id")
	if err != nil {
		return 0, err
	}
	rows.Next()
	if err := rows.Scan(&id); err != nil {
		return 0, err
	}
	return id, nil
}

func (s *store) run(ctx context.Context) error {
	tx, err := s.db.BeginTx(ctx, nil) // want request-session
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if _, err := first(ctx, tx); err != nil {
		return err
	}
	if _, err := second(ctx, tx); err != nil {
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
	http.HandleFunc("/", (&store{db: db}).serve)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
