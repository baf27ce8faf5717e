// The right way: main opens the pool, the handler queries it.
package main

import (
	"database/sql"
	"fmt"
	"log"
	"net/http"
	"os"
)

type server struct{ db *sql.DB }

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	s := &server{db: db}
	http.HandleFunc("/stock", s.stock)
	log.Fatal(http.ListenAndServe(":8080", nil))
}

func (s *server) stock(w http.ResponseWriter, r *http.Request) {
	var n int
	row := s.db.QueryRowContext(r.Context(), "select count(*) from stock")
	if err := row.Scan(&n); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	fmt.Fprintln(w, n)
}
