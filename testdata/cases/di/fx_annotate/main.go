// fx: a constructor in an annotation, in a module, as a function literal.
package main

import (
	"context"
	"database/sql"
	"os"

	"go.uber.org/fx"
)

type store interface {
	ping(ctx context.Context) error
}

type pgStore struct{ db *sql.DB }

func (s *pgStore) ping(ctx context.Context) error { return s.db.PingContext(ctx) }

func newStore() (*pgStore, error) {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want factory
	if err != nil {
		return nil, err
	}
	return &pgStore{db: db}, nil
}

var storage = fx.Module("storage",
	fx.Provide(fx.Annotate(newStore, fx.As(new(store)))),
	fx.Provide(func() (*sql.Conn, error) {
		db, err := sql.Open("pgx", os.Getenv("LOCKS")) // want factory
		if err != nil {
			return nil, err
		}
		return db.Conn(context.Background()) // want factory
	}),
)

func main() {
	fx.New(storage, fx.Invoke(func(s store) error { return s.ping(context.Background()) })).Run()
}
