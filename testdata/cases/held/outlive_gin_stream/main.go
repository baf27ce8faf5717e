// gin: the function of Stream runs before the handler returns, so it may use what the handler holds.
package main

import (
	"database/sql"
	"io"
	"log"
	"os"

	"github.com/gin-gonic/gin"
)

type store struct{ db *sql.DB }

func (s *store) watch(c *gin.Context) {
	tx, err := s.db.BeginTx(c.Request.Context(), nil) // want violation SL103
	if err != nil {
		return
	}
	defer tx.Rollback()
	c.Stream(func(w io.Writer) bool {
		var n int
		if err := tx.QueryRow("select count(*) from items").Scan(&n); err != nil {
			return false
		}
		c.SSEvent("count", n) // want SL301
		return true
	})
}

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	r := gin.New()
	r.GET("/", (&store{db: db}).watch)
	log.Fatal(r.Run())
}
