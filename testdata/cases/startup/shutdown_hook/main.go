// A function registered for shutdown runs once, at the end.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
)

func main() {
	srv := &http.Server{Addr: ":8080"}
	srv.RegisterOnShutdown(func() {
		db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
		if err != nil {
			return
		}
		defer db.Close()
		_, _ = db.Exec("delete from instances where name = $1", os.Getenv("NAME"))
	})
	log.Fatal(srv.ListenAndServe())
}
