// Two branches fill one variable; in one of them the error is overwritten before it is looked at.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
)

type posts struct {
	db    *sql.DB
	mysql bool
}

func (p *posts) ids(tag string) (ids []string, err error) {
	var rows *sql.Rows
	if p.mysql {
		rows, err = p.db.Query("select id from posts where body rlike ?", tag)
	} else {
		rows, err = p.db.Query("select id from posts where body regexp ?", tag) // want SL401
		if err != nil {
			return nil, err
		}
		_, err = p.db.Exec("update tags set used = used + 1 where name = ?", tag)
	}
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var id string
		if err := rows.Scan(&id); err != nil {
			return nil, err
		}
		ids = append(ids, id)
	}
	return ids, rows.Err()
}

func (p *posts) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	ids, err := p.ids(r.URL.Query().Get("tag"))
	if err != nil || len(ids) == 0 {
		w.WriteHeader(http.StatusNotFound)
	}
}

func main() {
	db, err := sql.Open("mysql", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	log.Fatal(http.ListenAndServe(":8080", &posts{db: db, mysql: true}))
}
