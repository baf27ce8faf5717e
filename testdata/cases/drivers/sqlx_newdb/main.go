// sqlx.NewDb only wraps the pool that is there, also in a handler.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"

	"github.com/jmoiron/sqlx"
)

type store struct{ db *sql.DB }

func (s *store) names(w http.ResponseWriter, r *http.Request) {
	x := sqlx.NewDb(s.db, "pgx").Unsafe()
	var all []string
	if err := x.Select(&all, "select name from users"); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
}

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/names", (&store{db: db}).names)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
