// gin: a handler in a group opens, one that calls a repository does not.
package main

import (
	"context"
	"database/sql"
	"log"
	"net/http"
	"os"

	"github.com/gin-gonic/gin"
)

type repo struct{ db *sql.DB }

func (r *repo) add(ctx context.Context, name string) error {
	tx, err := r.db.BeginTx(ctx, nil) // want request-session
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if _, err := tx.ExecContext(ctx, "insert into items values ($1)", name); err != nil {
		return err
	}
	return tx.Commit()
}

func (r *repo) create(c *gin.Context) {
	if err := r.add(c.Request.Context(), c.Query("name")); err != nil {
		c.JSON(http.StatusConflict, gin.H{"error": err.Error()})
	}
}

func list(c *gin.Context) {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want violation SL101
	// chain: list
	if err != nil {
		c.Status(http.StatusInternalServerError)
		return
	}
	defer db.Close()
	_ = db.PingContext(c.Request.Context())
}

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	r := gin.Default()
	api := r.Group("/api")
	api.GET("/items", list)
	api.POST("/items", (&repo{db: db}).create)
	log.Fatal(r.Run(":8080"))
}
