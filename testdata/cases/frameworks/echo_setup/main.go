// echo: a middleware of two closures opens in the outer one; a group is wired by a function.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"

	"github.com/labstack/echo/v4"
)

func counted(next echo.HandlerFunc) echo.HandlerFunc {
	db, err := sql.Open("pgx", os.Getenv("HITS")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	return func(c echo.Context) error {
		_, _ = db.ExecContext(c.Request().Context(), "update hits set n = n + 1")
		return next(c)
	}
}

func admin(g *echo.Group) {
	db, err := sql.Open("pgx", os.Getenv("ADMIN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	g.GET("/ping", func(c echo.Context) error {
		if err := db.PingContext(c.Request().Context()); err != nil {
			return err
		}
		return c.NoContent(http.StatusNoContent)
	})
}

func main() {
	e := echo.New()
	e.Use(counted)
	admin(e.Group("/admin"))
	log.Fatal(e.Start(":8080"))
}
