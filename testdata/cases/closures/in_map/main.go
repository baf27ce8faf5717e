// A map of closures in a field, filled by the constructor and looked up by the handler.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
)

type console struct{ commands map[string]func() error }

func newConsole(dsn string) *console {
	c := &console{commands: map[string]func() error{}}
	c.commands["vacuum"] = func() error {
		db, err := sql.Open("pgx", dsn) // want violation SL101
		if err != nil {
			return err
		}
		defer db.Close()
		_, err = db.Exec("vacuum")
		return err
	}
	c.commands["noop"] = func() error { return nil }
	return c
}

func (c *console) run(w http.ResponseWriter, r *http.Request) {
	cmd, ok := c.commands[r.FormValue("cmd")]
	if !ok {
		http.NotFound(w, r)
		return
	}
	_ = cmd()
}

func main() {
	c := newConsole(os.Getenv("DSN"))
	http.HandleFunc("/console", c.run)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
