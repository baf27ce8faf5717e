// echo: begin, c.Set, next(c), and commit when the handler returned no error.
package main

import (
	"log"
	"net/http"
	"os"

	"github.com/jmoiron/sqlx"
	"github.com/labstack/echo/v4"
)

func transactional(db *sqlx.DB) echo.MiddlewareFunc {
	return func(next echo.HandlerFunc) echo.HandlerFunc {
		return func(c echo.Context) error {
			tx, err := db.BeginTxx(c.Request().Context(), nil) // want request-session
			if err != nil {
				return err
			}
			defer tx.Rollback()
			c.Set("tx", tx)
			if err := next(c); err != nil {
				return err
			}
			return tx.Commit()
		}
	}
}

func rename(c echo.Context) error {
	tx := c.Get("tx").(*sqlx.Tx)
	if _, err := tx.NamedExec("update profile set name = :name", map[string]any{"name": c.QueryParam("name")}); err != nil {
		return err
	}
	return c.NoContent(http.StatusNoContent)
}

func main() {
	db, err := sqlx.Connect("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	e := echo.New()
	e.Use(transactional(db))
	e.POST("/rename", rename)
	log.Fatal(e.Start(":8080"))
}
