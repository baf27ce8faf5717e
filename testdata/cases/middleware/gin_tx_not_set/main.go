// gin: begins and commits around c.Next, without c.Set.
package main

import (
	"log"
	"net/http"
	"os"

	"github.com/gin-gonic/gin"
	"gorm.io/driver/postgres"
	"gorm.io/gorm"
)

func counted(db *gorm.DB) gin.HandlerFunc {
	return func(c *gin.Context) {
		tx := db.Begin() // want violation SL103
		if tx.Error != nil {
			c.AbortWithStatus(http.StatusServiceUnavailable)
			return
		}
		defer tx.Rollback()
		tx.Exec("update hits set n = n + 1")
		c.Next()
		tx.Commit()
	}
}

func main() {
	db, err := gorm.Open(postgres.Open(os.Getenv("DSN")), &gorm.Config{}) // want startup
	if err != nil {
		log.Fatal(err)
	}
	r := gin.New()
	r.Use(counted(db))
	r.GET("/", func(c *gin.Context) { c.Status(http.StatusOK) })
	log.Fatal(r.Run())
}
