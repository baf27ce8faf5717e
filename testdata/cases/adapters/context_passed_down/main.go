// The framework's context is passed down to a service: only the handler that is registered is an entry point.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"

	"github.com/gin-gonic/gin"
)

type orders interface {
	Create(c *gin.Context) error
}

type service struct{ db *sql.DB }

func (s *service) Create(c *gin.Context) error {
	tx, err := s.db.BeginTx(c.Request.Context(), nil) // want request-session
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if err := insert(c, tx); err != nil {
		return err
	}
	return tx.Commit()
}

func insert(c *gin.Context, tx *sql.Tx) error {
	_, err := tx.ExecContext(c.Request.Context(), "insert into orders default values")
	return err
}

func archive(c *gin.Context) {
	db, err := sql.Open("pgx", os.Getenv("ARCHIVE")) // want violation SL101
	// chain: (*api).create -> archive
	if err == nil {
		_ = db.Close()
	}
}

type api struct{ orders orders }

func (a *api) create(c *gin.Context) {
	if err := a.orders.Create(c); err != nil {
		c.String(http.StatusInternalServerError, err.Error())
		return
	}
	archive(c)
}

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	a := &api{&service{db}}
	r := gin.Default()
	r.POST("/orders", a.create)
	log.Fatal(r.Run())
}
