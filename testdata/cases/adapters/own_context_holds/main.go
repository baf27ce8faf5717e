// The own context holds writer and request in fields; the handler is a method registered by a wrapper.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
)

type Ctx struct {
	W http.ResponseWriter
	R *http.Request
}

type app struct{ dsn string }

func (a *app) wrap(h func(*Ctx)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) { h(&Ctx{W: w, R: r}) }
}

func (a *app) profile(c *Ctx) {
	db, err := sql.Open("pgx", a.dsn) // want violation SL101
	if err != nil {
		http.Error(c.W, err.Error(), http.StatusInternalServerError)
		return
	}
	defer db.Close()
	_ = db.PingContext(c.R.Context())
}

func main() {
	a := &app{dsn: os.Getenv("DSN")}
	http.HandleFunc("/profile", a.wrap(a.profile))
	log.Fatal(http.ListenAndServe(":8080", nil))
}
