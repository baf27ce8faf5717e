// fiber: handlers of an app and of a group, and a middleware given to Use.
package main

import (
	"database/sql"
	"log"
	"os"

	"github.com/gofiber/fiber/v2"
	"github.com/jackc/pgx/v5"
)

func dial(c *fiber.Ctx) error {
	conn, err := pgx.Connect(c.UserContext(), os.Getenv("DSN")) // want violation SL102
	if err != nil {
		return err
	}
	defer conn.Close(c.UserContext())
	return conn.Ping(c.UserContext())
}

func counted(c *fiber.Ctx) error {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want violation SL101
	if err != nil {
		return err
	}
	_, _ = db.Exec("update hits set n = n + 1")
	_ = db.Close()
	return c.Next()
}

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	app := fiber.New()
	app.Use(counted)
	app.Get("/dial", dial)
	app.Group("/api").Get("/ping", func(c *fiber.Ctx) error { return db.PingContext(c.UserContext()) })
	log.Fatal(app.Listen(":8080"))
}
