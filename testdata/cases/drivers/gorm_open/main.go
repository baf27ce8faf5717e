// gorm.Open in a helper of a gin handler; the dialector alone opens nothing.
package main

import (
	"log"
	"net/http"
	"os"

	"github.com/gin-gonic/gin"
	"gorm.io/driver/postgres"
	"gorm.io/gorm"
)

var dialector = postgres.Open(os.Getenv("DSN"))

func connect() (*gorm.DB, error) {
	return gorm.Open(dialector, &gorm.Config{}) // want violation SL101
	// chain: list -> connect
}

func list(c *gin.Context) {
	db, err := connect()
	if err != nil {
		c.Status(http.StatusInternalServerError)
		return
	}
	db.Exec("select 1")
}

func main() {
	r := gin.New()
	r.GET("/", list)
	log.Fatal(r.Run())
}
