// A cache of another kind is asked while the transaction is held: it has connections of its own.
package main

import (
	"context"
	"database/sql"
	"log"
	"net/http"
	"os"

	"github.com/redis/go-redis/v9"
)

type store struct {
	db    *sql.DB
	cache *redis.Client
}

func (s *store) run(ctx context.Context) error {
	tx, err := s.db.BeginTx(ctx, nil) // want request-session
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if err := s.cache.Set(ctx, "k", 1, 0).Err(); err != nil {
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
	cache := redis.NewClient(&redis.Options{}) // want startup
	http.HandleFunc("/", (&store{db: db, cache: cache}).serve)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
