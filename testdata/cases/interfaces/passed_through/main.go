// The interface goes through two helpers: what the outer one was passed counts as passed to the inner one.
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
	db, err := sql.Open("mysql", d.dsn) // want violation SL101
	if err != nil {
		return 0
	}
	defer db.Close()
	_ = db.QueryRow("select count(*) from dump").Scan(&n)
	return n
}

func empty(s source) bool { return s.size() == 0 }

func describe(s source) string {
	if empty(s) {
		return "empty"
	}
	return "full"
}

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	log.Print(empty(rows{db}))
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		_, _ = w.Write([]byte(describe(dump{os.Getenv("OLD")})))
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
