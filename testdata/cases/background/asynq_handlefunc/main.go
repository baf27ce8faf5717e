// Task handlers of a queue, registered as functions and as a value.
package main

import (
	"context"
	"database/sql"
	"log"
	"os"

	"github.com/hibiken/asynq"
)

type mailer struct{ db *sql.DB }

func (m *mailer) welcome(ctx context.Context, t *asynq.Task) error {
	tx, err := m.db.BeginTx(ctx, nil) // want background
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if _, err := tx.ExecContext(ctx, "update users set welcomed = true"); err != nil {
		return err
	}
	return tx.Commit()
}

type resizer struct{ dsn string }

func (z *resizer) ProcessTask(ctx context.Context, t *asynq.Task) error {
	db, err := sql.Open("pgx", z.dsn) // want background
	if err != nil {
		return err
	}
	defer db.Close()
	return db.PingContext(ctx)
}

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	mux := asynq.NewServeMux()
	mux.HandleFunc("mail:welcome", (&mailer{db: db}).welcome)
	mux.Handle("image:resize", &resizer{dsn: os.Getenv("DSN")})
	srv := asynq.NewServer(asynq.RedisClientOpt{Addr: "redis:6379"}, asynq.Config{Concurrency: 4})
	log.Fatal(srv.Run(mux))
}
