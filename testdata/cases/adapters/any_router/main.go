// The router takes handlers as any and finds out their type when it registers them.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
)

type Context struct {
	Resp http.ResponseWriter
	Req  *http.Request
}

func convert(h any) http.HandlerFunc {
	switch h := h.(type) {
	case func(http.ResponseWriter, *http.Request):
		return h
	case func(*Context):
		return func(w http.ResponseWriter, r *http.Request) { h(&Context{Resp: w, Req: r}) }
	default:
		panic("not a handler")
	}
}

func get(pattern string, h any) { http.HandleFunc("GET "+pattern, convert(h)) }

func dashboard(c *Context) {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want violation SL101
	if err != nil {
		c.Resp.WriteHeader(http.StatusInternalServerError)
		return
	}
	defer db.Close()
	_ = db.PingContext(c.Req.Context())
}

func main() {
	get("/dashboard", dashboard)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
