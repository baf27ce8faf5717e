// echo: a handler function, and a closure that a method returns.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"

	"github.com/labstack/echo/v4"
)

type api struct{ dsn string }

func (a *api) list(c echo.Context) error {
	db, err := sql.Open("pgx", a.dsn) // want violation SL101
	// chain: (*api).list
	if err != nil {
		return err
	}
	defer db.Close()
	return db.PingContext(c.Request().Context())
}

func (a *api) health() echo.HandlerFunc {
	db, err := sql.Open("pgx", a.dsn) // want startup
	if err != nil {
		log.Fatal(err)
	}
	return func(c echo.Context) error {
		if err := db.PingContext(c.Request().Context()); err != nil {
			return err
		}
		return c.NoContent(http.StatusNoContent)
	}
}

func main() {
	a := &api{dsn: os.Getenv("DSN")}
	e := echo.New()
	e.Group("/api").GET("/items", a.list)
	e.GET("/health", a.health())
	log.Fatal(e.Start(":8080"))
}
