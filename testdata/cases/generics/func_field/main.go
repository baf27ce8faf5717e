// A generic struct keeps a function field; the handler's instance holds the one that opens.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
)

type loader[T any] struct{ load func(key string) (T, error) }

func (l *loader[T]) get(key string) (T, error) { return l.load(key) }

func loadPrice(sku string) (cents int, err error) {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want violation SL101
	// chain: (*shop).price -> (*loader).get -> loadPrice
	if err != nil {
		return 0, err
	}
	defer db.Close()
	err = db.QueryRow("select cents from prices where sku = $1", sku).Scan(&cents)
	return cents, err
}

type shop struct{ prices *loader[int] }

func (s *shop) price(w http.ResponseWriter, r *http.Request) { _, _ = s.prices.get(r.FormValue("sku")) }

func main() {
	s := &shop{prices: &loader[int]{load: loadPrice}}
	http.HandleFunc("/price", s.price)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
