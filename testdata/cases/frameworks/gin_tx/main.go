// gin: a handler begins a transaction in its own body.
package main

import (
	"log"
	"net/http"
	"os"

	"github.com/gin-gonic/gin"
	"github.com/jmoiron/sqlx"
)

type api struct{ db *sqlx.DB }

func (a *api) pay(c *gin.Context) {
	tx, err := a.db.Beginx() // want violation SL103
	if err != nil {
		c.Status(http.StatusServiceUnavailable)
		return
	}
	defer tx.Rollback()
	tx.MustExec("update invoices set paid = true where id = $1", c.Param("id"))
	if err := tx.Commit(); err != nil {
		c.Status(http.StatusInternalServerError)
	}
}

func main() {
	a := &api{db: sqlx.MustConnect("pgx", os.Getenv("DSN"))} // want startup
	r := gin.New()
	r.POST("/pay/:id", a.pay)
	log.Fatal(r.Run(":8080"))
}
