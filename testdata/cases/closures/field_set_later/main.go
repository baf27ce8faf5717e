// A hook field is nil at first and set after the server value was made.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
)

type server struct{ onMiss func(key string) }

func (s *server) get(w http.ResponseWriter, r *http.Request) {
	if s.onMiss != nil {
		s.onMiss(r.URL.Path)
	}
	http.NotFound(w, r)
}

func main() {
	s := &server{}
	http.HandleFunc("/get/", s.get)
	s.onMiss = func(key string) {
		db, err := sql.Open("pgx", os.Getenv("DSN")) // want violation SL101
		if err != nil {
			return
		}
		defer db.Close()
		_, _ = db.Exec("insert into misses values ($1)", key)
	}
	log.Fatal(http.ListenAndServe(":8080", nil))
}
