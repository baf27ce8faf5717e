package main

import (
	"database/sql"
	"net/http"
	"net/http/httptest"
	"os"
	"testing"
)

func TestHome(t *testing.T) {
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		db, err := sql.Open("pgx", os.Getenv("TEST_DSN")) // want test
		if err == nil {
			_ = db.Close()
		}
		home(w, r)
	}))
	defer srv.Close()
	if _, err := http.Get(srv.URL); err != nil {
		t.Fatal(err)
	}
}
