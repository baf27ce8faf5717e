// The function that registers the routes takes no request: what it opens is start-up.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"

	"github.com/go-chi/chi/v5"
)

func routes(r chi.Router) {
	r.Route("/admin", func(r chi.Router) {
		db, err := sql.Open("pgx", os.Getenv("ADMIN")) // want startup
		if err != nil {
			log.Fatal(err)
		}
		r.Get("/users", func(w http.ResponseWriter, r *http.Request) { _ = db.PingContext(r.Context()) })
	})
}

func main() {
	r := chi.NewRouter()
	r.Group(routes)
	log.Fatal(http.ListenAndServe(":8080", r))
}
