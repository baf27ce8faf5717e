// gin: begin, c.Set, c.Next, and commit or rollback by the status.
package main

import (
	"log"
	"net/http"
	"os"

	"github.com/gin-gonic/gin"
	"gorm.io/driver/postgres"
	"gorm.io/gorm"
)

func transactional(db *gorm.DB) gin.HandlerFunc {
	return func(c *gin.Context) {
		tx := db.Begin() // want request-session
		if tx.Error != nil {
			c.AbortWithStatus(http.StatusServiceUnavailable)
			return
		}
		c.Set("tx", tx)
		c.Next()
		if c.Writer.Status() >= http.StatusBadRequest {
			tx.Rollback()
			return
		}
		tx.Commit()
	}
}

func rename(c *gin.Context) {
	tx := c.MustGet("tx").(*gorm.DB)
	tx.Exec("update profile set name = ?", c.Query("name"))
}

func main() {
	db, err := gorm.Open(postgres.Open(os.Getenv("DSN")), &gorm.Config{}) // want startup
	if err != nil {
		log.Fatal(err)
	}
	r := gin.New()
	r.Use(transactional(db))
	r.POST("/rename", rename)
	log.Fatal(r.Run())
}
