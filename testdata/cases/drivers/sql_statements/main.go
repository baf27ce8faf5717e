// Queries, prepared statements and settings of a pool acquire nothing.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
	"time"
)

type server struct {
	db   *sql.DB
	find *sql.Stmt
}

func (s *server) show(w http.ResponseWriter, r *http.Request) {
	s.db.SetConnMaxIdleTime(time.Minute)
	var name string
	if err := s.find.QueryRowContext(r.Context(), r.FormValue("id")).Scan(&name); err != nil {
		http.NotFound(w, r)
		return
	}
	rows, err := s.db.QueryContext(r.Context(), "select name from friends where of = $1", name)
	if err != nil {
		return
	}
	defer rows.Close()
	for rows.Next() {
		_ = rows.Scan(&name)
	}
	log.Print(s.db.Stats().InUse, rows.Err())
}

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	find, err := db.Prepare("select name from users where id = $1")
	if err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/", (&server{db: db, find: find}).show)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
