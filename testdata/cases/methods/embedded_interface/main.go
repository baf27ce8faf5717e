// The promoted method comes from an embedded interface: the wired type decides.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
)

type finder interface{ find(id string) error }

type sqlFinder struct{ dsn string }

func (f *sqlFinder) find(id string) error {
	db, err := sql.Open("pgx", f.dsn) // want violation SL101
	// chain: (*page).show -> (*sqlFinder).find
	if err != nil {
		return err
	}
	defer db.Close()
	return db.QueryRow("select 1 from pages where id = $1", id).Scan(new(int))
}

type page struct {
	finder
	title string
}

func (p *page) show(w http.ResponseWriter, r *http.Request) {
	if err := p.find(r.URL.Path); err != nil {
		http.NotFound(w, r)
	}
}

func main() {
	p := &page{finder: &sqlFinder{dsn: os.Getenv("DSN")}, title: "page"}
	http.HandleFunc("/page/", p.show)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
