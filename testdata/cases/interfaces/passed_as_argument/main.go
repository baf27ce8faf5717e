// One function takes the interface as a parameter: the handler and main pass different types.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
)

type source interface{ size() int }

type rows struct{ db *sql.DB }

func (r rows) size() (n int) {
	_ = r.db.QueryRow("select count(*) from rows").Scan(&n)
	return n
}

type dump struct{ dsn string }

func (d dump) size() (n int) {
	db, err := sql.Open("mysql", d.dsn) // want startup
	if err != nil {
		return 0
	}
	defer db.Close()
	_ = db.QueryRow("select count(*) from dump").Scan(&n)
	return n
}

func describe(s source) string {
	if s.size() == 0 {
		return "empty"
	}
	return "full"
}

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	log.Print(describe(dump{os.Getenv("OLD")}))
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		_, _ = w.Write([]byte(describe(rows{db})))
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
