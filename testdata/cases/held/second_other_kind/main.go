// A session of another kind of database beside the transaction.
package main

import (
	"context"
	"database/sql"
	"log"
	"net/http"
	"os"

	"go.mongodb.org/mongo-driver/mongo"
)

type store struct {
	db   *sql.DB
	docs *mongo.Client
}

func (s *store) run(ctx context.Context) error {
	tx, err := s.db.BeginTx(ctx, nil) // want request-session
	if err != nil {
		return err
	}
	defer tx.Rollback()
	sess, err := s.docs.StartSession() // want request-session
	if err != nil {
		return err
	}
	defer sess.EndSession(ctx)
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
	docs, err := mongo.Connect(context.Background()) // want startup
	if err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/", (&store{db: db, docs: docs}).serve)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
