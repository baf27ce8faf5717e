// A package-level table of structs with function fields drives the handler.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
)

var reports = []struct {
	name string
	run  func(w http.ResponseWriter) error
}{
	{"empty", func(w http.ResponseWriter) error { return nil }},
	{"sales", sales},
}

func sales(w http.ResponseWriter) error {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want violation SL101
	// chain: report -> sales
	if err != nil {
		return err
	}
	defer db.Close()
	return db.Ping()
}

func report(w http.ResponseWriter, r *http.Request) {
	for _, rep := range reports {
		if rep.name == r.FormValue("name") {
			_ = rep.run(w)
		}
	}
}

func main() {
	http.HandleFunc("/report", report)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
