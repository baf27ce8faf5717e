// Next closes the rows when it is false, also when it is asked once.
package main

import (
	"context"
	"database/sql"
	"errors"
	"log"
	"net/http"
	"os"
)

type store struct{ db *sql.DB }

var errNone = errors.New("none")

func (s *store) one(ctx context.Context) (id int, err error) {
	rows, err := s.db.QueryContext(ctx, "select id from t")
	if err != nil {
		return 0, err
	}
	if ok := rows.Next(); !ok {
		return 0, errNone
	}
	defer rows.Close()
	err = rows.Scan(&id)
	return id, err
}

func (s *store) two(ctx context.Context) (id int, err error) {
	rows, err := s.db.QueryContext(ctx, "select id from t") // want SL401
	if err != nil {
		return 0, err
	}
	ok := rows.Next()
	if !ok {
		return 0, errNone
	}
	if err := rows.Scan(&id); err != nil {
		return 0, err
	}
	return id, rows.Close()
}

func (s *store) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	_, err := s.one(r.Context())
	if err == nil {
		_, err = s.two(r.Context())
	}
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
}

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	log.Fatal(http.ListenAndServe(":8080", &store{db}))
}
