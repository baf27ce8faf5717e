// Two hops: the handler asks a service, the service asks a helper.
package main

import (
	"context"
	"database/sql"
	"log"
	"net/http"
	"os"
)

func main() {
	http.HandleFunc("/price", price)
	log.Fatal(http.ListenAndServe(":8080", nil))
}

func price(w http.ResponseWriter, r *http.Request) {
	if _, err := loadPrice(r.Context(), r.FormValue("sku")); err != nil {
		http.Error(w, err.Error(), http.StatusNotFound)
	}
}

func loadPrice(ctx context.Context, sku string) (cents int, err error) {
	db, err := openCatalog()
	if err != nil {
		return 0, err
	}
	defer db.Close()
	err = db.QueryRowContext(ctx, "select cents from prices where sku = $1", sku).Scan(&cents)
	return cents, err
}

func openCatalog() (*sql.DB, error) {
	return sql.Open("pgx", os.Getenv("CATALOG")) // want violation SL101
	// chain: price -> loadPrice -> openCatalog
}
