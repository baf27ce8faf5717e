// do: ProvideTransient runs the constructor for every Invoke, and the handler invokes.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"

	"github.com/samber/do/v2"
)

func newDB(i do.Injector) (*sql.DB, error) {
	return sql.Open("pgx", os.Getenv("DSN")) // want violation SL101
}

func main() {
	injector := do.New()
	do.ProvideTransient(injector, newDB)
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		db := do.MustInvoke[*sql.DB](injector)
		defer db.Close()
		_ = db.PingContext(r.Context())
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
