// A handler method itself is promoted, through two embedded pointers.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
)

type core struct{ dsn string }

func (c *core) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	db, err := sql.Open("pgx", c.dsn) // want violation SL101
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	defer db.Close()
	_ = db.PingContext(r.Context())
}

type admin struct{ *core }

type root struct {
	*admin
	name string
}

func main() {
	h := root{admin: &admin{&core{dsn: os.Getenv("DSN")}}, name: "root"}
	log.Fatal(http.ListenAndServe(":8080", h))
}
