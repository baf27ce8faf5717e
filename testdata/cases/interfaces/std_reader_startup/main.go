// The same reader is read by start-up code only; the handler copies another one.
package main

import (
	"database/sql"
	"io"
	"log"
	"net/http"
	"os"
	"strings"
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
	db, err := sql.Open("pgx", d.dsn) // want startup
	if err != nil {
		return 0, err
	}
	defer db.Close()
	return copy(p, "ok"), db.Ping()
}

func main() {
	if _, err := io.Copy(os.Stdout, &dump{dsn: os.Getenv("DSN")}); err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/motd", func(w http.ResponseWriter, r *http.Request) {
		_, _ = io.Copy(w, strings.NewReader("welcome"))
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
