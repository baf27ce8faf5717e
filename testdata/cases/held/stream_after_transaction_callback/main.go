// gorm: events are flushed after the transaction's callback.
package main

import (
	"fmt"
	"log"
	"net/http"
	"os"

	"gorm.io/driver/postgres"
	"gorm.io/gorm"
)

type store struct{ db *gorm.DB }

func (s *store) serve(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/event-stream")
	err := s.db.Transaction(func(tx *gorm.DB) error { // want request-session
		return tx.Exec("update hits set n = n + 1").Error
	})
	if err != nil {
		return
	}
	fmt.Fprint(w, "data: counted\n\n")
	w.(http.Flusher).Flush()
}

func main() {
	db, err := gorm.Open(postgres.Open(os.Getenv("DSN")), &gorm.Config{}) // want startup
	if err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/", (&store{db: db}).serve)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
