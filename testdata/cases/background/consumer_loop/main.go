// A consumer loop in a goroutine: one transaction per message.
package main

import (
	"context"
	"database/sql"
	"log"
	"net/http"
	"os"

	"github.com/segmentio/kafka-go"
)

func consume(ctx context.Context, db *sql.DB) error {
	reader := kafka.NewReader(kafka.ReaderConfig{Topic: "orders", GroupID: "billing"}) // want background
	defer reader.Close()
	for {
		m, err := reader.ReadMessage(ctx)
		if err != nil {
			return err
		}
		if err := bill(ctx, db, m.Value); err != nil {
			return err
		}
	}
}

func bill(ctx context.Context, db *sql.DB, order []byte) error {
	tx, err := db.BeginTx(ctx, nil) // want background
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if _, err := tx.ExecContext(ctx, "insert into bills values ($1)", order); err != nil {
		return err
	}
	return tx.Commit()
}

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	go func() { log.Fatal(consume(context.Background(), db)) }()
	log.Fatal(http.ListenAndServe(":8080", nil))
}
