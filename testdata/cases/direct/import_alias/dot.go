package main

import (
	. "database/sql"
	"net/http"
	"os"
)

func byDot(w http.ResponseWriter, r *http.Request) {
	db, err := Open("pgx", os.Getenv("DSN")) // want violation SL101
	if err == nil {
		_ = db.Close()
	}
}
