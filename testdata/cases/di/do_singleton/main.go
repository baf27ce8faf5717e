// do: Provide makes a lazy singleton, also when the handler is the first to ask.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"

	"github.com/samber/do/v2"
)

func newDB(i do.Injector) (*sql.DB, error) {
	return sql.Open("pgx", os.Getenv("DSN")) // want factory|singleton
	// why: a constructor of a container, called once for all requests
}

func main() {
	injector := do.New()
	do.Provide(injector, newDB)
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		_ = do.MustInvoke[*sql.DB](injector).PingContext(r.Context())
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
