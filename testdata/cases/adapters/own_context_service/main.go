// A type named Context without writer and request is no handler's: its functions belong to start-up.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
)

type Context struct {
	Args []string
	Log  *log.Logger
}

func migrate(c *Context) error {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		return err
	}
	defer db.Close()
	c.Log.Print("migrating ", c.Args)
	_, err = db.Exec("create table if not exists t (id int)")
	return err
}

func main() {
	if err := migrate(&Context{Args: os.Args[1:], Log: log.Default()}); err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(http.StatusOK) })
	log.Fatal(http.ListenAndServe(":8080", nil))
}
