// One helper, two callers: what the handler passes is reported, what main passes is not.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
)

func timed(name string, fn func() error) error {
	log.Print("start ", name)
	defer log.Print("end ", name)
	return fn()
}

func main() {
	err := timed("migrate", func() error {
		db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
		if err != nil {
			return err
		}
		defer db.Close()
		_, err = db.Exec("create table if not exists t (id int)")
		return err
	})
	if err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/export", func(w http.ResponseWriter, r *http.Request) {
		_ = timed("export", func() error {
			db, err := sql.Open("pgx", os.Getenv("DSN")) // want violation SL101
			if err != nil {
				return err
			}
			defer db.Close()
			return db.PingContext(r.Context())
		})
	})
	http.HandleFunc("/noop", func(w http.ResponseWriter, r *http.Request) {
		_ = timed("noop", func() error { return nil })
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
