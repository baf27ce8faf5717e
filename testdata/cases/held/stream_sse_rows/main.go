// Every row is flushed as it is read: the open rows hold the connection.
package main

import (
	"database/sql"
	"fmt"
	"log"
	"net/http"
	"os"
)

type store struct{ db *sql.DB }

func (s *store) serve(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/event-stream")
	rows, err := s.db.QueryContext(r.Context(), "select name from items")
	if err != nil {
		return
	}
	defer rows.Close()
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			return
		}
		fmt.Fprintf(w, "data: %s\n\n", name)
		w.(http.Flusher).Flush() // want SL301
	}
	if err := rows.Err(); err != nil {
		log.Print(err)
	}
}

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/", (&store{db: db}).serve)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
