// A worker writes in a transaction and forgets to commit: that is lost, too.
package main

import (
	"context"
	"database/sql"
	"log"
	"os"
	"time"
)

type store struct{ db *sql.DB }

func (s *store) sweep(ctx context.Context) error {
	tx, err := s.db.BeginTx(ctx, nil) // want background SL402
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if _, err := tx.ExecContext(ctx, "delete from items where seen"); err != nil {
		return err
	}
	return nil
}

func (s *store) work(ctx context.Context) {
	for range time.Tick(time.Hour) {
		if err := s.sweep(ctx); err != nil {
			log.Print(err)
		}
	}
}

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	go (&store{db: db}).work(context.Background())
	select {}
}
