// A function returns one of two implementations by configuration: both may be wired.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
)

type sessions interface{ get(id string) bool }

type memory map[string]bool

func (m memory) get(id string) bool { return m[id] }

type table struct{ dsn string }

func (t *table) get(id string) bool {
	db, err := sql.Open("pgx", t.dsn) // want violation SL101
	if err != nil {
		return false
	}
	defer db.Close()
	return db.QueryRow("select 1 from sessions where id = $1", id).Scan(new(int)) == nil
}

func newSessions(kind string) sessions {
	if kind == "table" {
		return &table{dsn: os.Getenv("DSN")}
	}
	return memory{}
}

func main() {
	s := newSessions(os.Getenv("SESSIONS"))
	http.HandleFunc("/me", func(w http.ResponseWriter, r *http.Request) {
		if !s.get(r.Header.Get("X-Session")) {
			w.WriteHeader(http.StatusUnauthorized)
		}
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
