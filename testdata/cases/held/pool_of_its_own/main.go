// A pool that a helper opens in a transaction is one finding; what is asked of it, here and in a helper, is not reported again.
package main

import (
	"context"
	"database/sql"
	"log"
	"net/http"
	"os"
)

type store struct{ db *sql.DB }

func openArchive() (*sql.DB, error) {
	return sql.Open("pgx", os.Getenv("ARCHIVE")) // want violation SL101
}

// size is called with the shared pool, too, while the transaction is held.
func size(ctx context.Context, db *sql.DB) (n int, err error) {
	err = db.QueryRowContext(ctx, "select count(*) from items").Scan(&n) // want SL202
	return n, err
}

func age(ctx context.Context, db *sql.DB) (days int, err error) {
	err = db.QueryRowContext(ctx, "select max(age) from items").Scan(&days)
	return days, err
}

func (s *store) run(ctx context.Context) error {
	tx, err := s.db.BeginTx(ctx, nil) // want request-session
	if err != nil {
		return err
	}
	defer tx.Rollback()
	archive, err := openArchive()
	if err != nil {
		return err
	}
	defer archive.Close()
	if err := archive.PingContext(ctx); err != nil {
		return err
	}
	days, err := age(ctx, archive)
	if err != nil {
		return err
	}
	old, err := size(ctx, archive)
	if err != nil {
		return err
	}
	n, err := size(ctx, s.db)
	if err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, "update totals set n = $1, days = $2", n-old, days); err != nil {
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
