// Handlers take the program's own context, which embeds the writer and the request.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
)

type Context struct {
	http.ResponseWriter
	*http.Request
	user string
}

type router struct {
	routes map[string]func(*Context) error
}

func (rt *router) get(path string, h func(*Context) error) { rt.routes[path] = h }

func (rt *router) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	h, ok := rt.routes[r.URL.Path]
	if !ok {
		http.NotFound(w, r)
		return
	}
	if err := h(&Context{ResponseWriter: w, Request: r, user: r.Header.Get("X-User")}); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
}

func inbox(c *Context) error {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want violation SL101
	if err != nil {
		return err
	}
	defer db.Close()
	return db.PingContext(c.Context())
}

func main() {
	rt := &router{routes: map[string]func(*Context) error{}}
	rt.get("/inbox", inbox)
	log.Fatal(http.ListenAndServe(":8080", rt))
}
