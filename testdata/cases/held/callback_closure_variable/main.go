// A helper keeps the closure around its callback in a variable; one of its callers asks a server, and one the pool.
package main

import (
	"context"
	"log"
	"net/http"
	"os"

	"gorm.io/driver/postgres"
	"gorm.io/gorm"
)

type store struct{ db *gorm.DB }

type key struct{}

// inTx keeps its closure in a variable before it hands it on.
func (s *store) inTx(ctx context.Context, fn func(ctx context.Context) error) error {
	fc := func(tx *gorm.DB) error {
		return fn(context.WithValue(ctx, key{}, tx))
	}
	return s.db.Transaction(fc) // want request-session
}

func (s *store) from(ctx context.Context) *gorm.DB {
	if tx, ok := ctx.Value(key{}).(*gorm.DB); ok {
		return tx
	}
	return s.db
}

func ask() error {
	resp, err := http.Get("https://id.example.com") // want SL302
	// chain: main$1 -> (*store).run -> (*store).run$1 -> ask
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func (s *store) run(ctx context.Context) error {
	return s.inTx(ctx, func(ctx context.Context) error {
		if err := ask(); err != nil {
			return err
		}
		return s.db.Exec("update items set seen = true").Error // want SL202
	})
}

func main() {
	db, err := gorm.Open(postgres.Open(os.Getenv("DSN")), &gorm.Config{}) // want startup
	if err != nil {
		log.Fatal(err)
	}
	s := &store{db: db}
	http.HandleFunc("/a", func(w http.ResponseWriter, r *http.Request) {
		if err := s.run(r.Context()); err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
		}
	})
	http.HandleFunc("/b", func(w http.ResponseWriter, r *http.Request) {
		if err := s.inTx(r.Context(), func(ctx context.Context) error { return s.from(ctx).Exec("update items set seen = true").Error }); err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
		}
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
