// The handler is a method value of an interface: the method of the type behind it is the entry point.
package main

import (
	"database/sql"
	"net/http"
	"os"

	"github.com/go-chi/chi/v5"
)

type Handler interface {
	Get(w http.ResponseWriter, r *http.Request)
}
type obj struct{}

func New() Handler { return &obj{} }

func (o *obj) Get(w http.ResponseWriter, r *http.Request) {
	db, _ := sql.Open("pgx", os.Getenv("DSN")) // want violation SL101
	// chain: (*obj).Get
	defer db.Close()
}

func main() {
	h := New()
	r := chi.NewRouter()
	r.Get("/products", h.Get)
	http.ListenAndServe(":1", r)
}
