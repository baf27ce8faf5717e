// Handlers take the program's own context around gin's.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"

	"github.com/gin-gonic/gin"
)

type Ctx struct {
	*gin.Context
	user string
}

func handle(h func(*Ctx) error) gin.HandlerFunc {
	return func(c *gin.Context) {
		if err := h(&Ctx{Context: c, user: c.Query("user")}); err != nil {
			_ = c.AbortWithError(http.StatusInternalServerError, err)
		}
	}
}

func inbox(c *Ctx) error {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want violation SL101
	if err != nil {
		return err
	}
	defer db.Close()
	return db.PingContext(c.Request.Context())
}

func main() {
	r := gin.New()
	r.GET("/inbox", handle(inbox))
	log.Fatal(r.Run())
}
