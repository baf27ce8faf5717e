// The handler gets an http.RoundTripper and an io.Writer that open nothing; start-up code has others.
package main

import (
	"database/sql"
	"fmt"
	"io"
	"log"
	"net/http"
	"os"
)

type sink struct{ dsn string }

func (s sink) Write(p []byte) (int, error) {
	db, err := sql.Open("pgx", s.dsn) // want startup
	if err != nil {
		return 0, err
	}
	defer db.Close()
	_, err = db.Exec("insert into boot values ($1)", p)
	return len(p), err
}

type banner struct{ to io.Writer }

func (b banner) print(s string) { fmt.Fprintln(b.to, s) }

func main() {
	banner{sink{os.Getenv("BOOT")}}.print("up")
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) { fmt.Fprintln(w, "welcome") })
	log.Fatal(http.ListenAndServe(":8080", nil))
}
