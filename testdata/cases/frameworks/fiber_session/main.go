// fiber: a handler calls a service whose transaction is a unit of work.
package main

import (
	"context"
	"log"
	"os"

	"github.com/gofiber/fiber/v2"
	"github.com/jmoiron/sqlx"
)

type items struct{ db *sqlx.DB }

func (i *items) add(ctx context.Context, name string) error {
	tx, err := i.db.BeginTxx(ctx, nil) // want request-session
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if _, err := tx.NamedExec("insert into items values (:name)", map[string]any{"name": name}); err != nil {
		return err
	}
	return tx.Commit()
}

func main() {
	db, err := sqlx.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	i := &items{db: db}
	app := fiber.New()
	app.Post("/items/:name", func(c *fiber.Ctx) error { return i.add(c.UserContext(), c.Params("name")) })
	log.Fatal(app.Listen(":8080"))
}
