// A wrapper of what no catalog knows is declared to acquire: its calls are judged, and what stands in it is not.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
)

type client struct{ conns chan int }

func (c *client) Close() error { close(c.conns); return nil }

// dial opens as many connections as there are processors.
//
//sessionlint:acquires pool
func dial(address string) (*client, error) { return &client{make(chan int, len(address))}, nil }

// dialTwin does the same, and nobody says so.
func dialTwin(address string) (*client, error) { return &client{make(chan int, len(address))}, nil }

// open tells the database where it runs.
//
//sessionlint:acquires pool
func open(name string) (*sql.DB, error) {
	return sql.Open("pgx", os.Getenv("DSN")+name) // want factory
}

func serve(w http.ResponseWriter, r *http.Request) {
	c, err := dial(r.URL.Path) // want violation SL101
	if err != nil {
		return
	}
	defer c.Close()
	d, err := dialTwin(r.URL.Path)
	if err != nil {
		return
	}
	defer d.Close()
	db, err := open("serve") // want violation SL101
	if err != nil {
		return
	}
	defer db.Close()
}

func main() {
	c, err := dial("all") // want startup
	if err != nil {
		log.Fatal(err)
	}
	defer c.Close()
	http.HandleFunc("/", serve)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
