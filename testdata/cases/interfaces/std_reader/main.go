// An io.Reader of the program opens a pool; the standard library calls it for the handler.
package main

import (
	"database/sql"
	"io"
	"log"
	"net/http"
	"os"
)

type dump struct {
	dsn  string
	done bool
}

func (d *dump) Read(p []byte) (int, error) {
	if d.done {
		return 0, io.EOF
	}
	d.done = true
	db, err := sql.Open("pgx", d.dsn) // want violation SL101
	if err != nil {
		return 0, err
	}
	defer db.Close()
	return copy(p, "ok"), db.Ping()
}

func main() {
	http.HandleFunc("/dump", func(w http.ResponseWriter, r *http.Request) {
		_, _ = io.Copy(w, &dump{dsn: os.Getenv("DSN")})
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
