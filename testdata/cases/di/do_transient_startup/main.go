// do: a transient constructor that only main invokes.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"

	"github.com/samber/do/v2"
)

func newDB(i do.Injector) (*sql.DB, error) {
	return sql.Open("pgx", os.Getenv("DSN")) // want factory|startup
	// why: it runs for every Invoke, and both of them are main's
}

func main() {
	injector := do.New()
	do.ProvideTransient(injector, newDB)
	orders, carts := do.MustInvoke[*sql.DB](injector), do.MustInvoke[*sql.DB](injector)
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		_ = orders.PingContext(r.Context())
		_ = carts.PingContext(r.Context())
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
