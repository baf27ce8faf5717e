// The callback is stored by a helper and run later, when a handler emits the event.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
)

type bus struct{ subs map[string][]func(string) }

func (b *bus) on(event string, fn func(string)) { b.subs[event] = append(b.subs[event], fn) }

func (b *bus) emit(event, arg string) {
	for _, fn := range b.subs[event] {
		fn(arg)
	}
}

func main() {
	b := &bus{subs: map[string][]func(string){}}
	b.on("login", func(user string) {
		db, err := sql.Open("pgx", os.Getenv("AUDIT")) // want violation SL101
		if err != nil {
			return
		}
		defer db.Close()
		_, _ = db.Exec("insert into logins values ($1)", user)
	})
	http.HandleFunc("/login", func(w http.ResponseWriter, r *http.Request) {
		b.emit("login", r.FormValue("user"))
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
