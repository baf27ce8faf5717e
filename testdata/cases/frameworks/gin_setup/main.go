// gin: functions that take the engine or return a handler run while wiring.
package main

import (
	"database/sql"
	"log"
	"os"

	"github.com/gin-gonic/gin"
)

func register(r *gin.RouterGroup) {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	r.GET("/ping", func(c *gin.Context) { _ = db.PingContext(c.Request.Context()) })
}

func counter(dsn string) gin.HandlerFunc {
	db, err := sql.Open("pgx", dsn) // want startup
	if err != nil {
		log.Fatal(err)
	}
	return func(c *gin.Context) {
		_, _ = db.ExecContext(c.Request.Context(), "update hits set n = n + 1")
		c.Next()
	}
}

func main() {
	r := gin.New()
	r.Use(counter(os.Getenv("HITS")))
	register(r.Group("/api"))
	log.Fatal(r.Run())
}
