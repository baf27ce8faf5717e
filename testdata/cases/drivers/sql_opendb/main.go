// sql.OpenDB with the program's own connector; the connector's Connect is the driver's business.
package main

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"log"
	"net/http"
)

type connector struct{ region string }

func (c connector) Connect(ctx context.Context) (driver.Conn, error) {
	return nil, errors.ErrUnsupported
}

func (c connector) Driver() driver.Driver { return nil }

func show(w http.ResponseWriter, r *http.Request) {
	db := sql.OpenDB(connector{region: r.FormValue("region")}) // want violation SL101
	defer db.Close()
	_ = db.PingContext(r.Context())
}

func main() {
	db := sql.OpenDB(connector{region: "eu"}) // want startup
	http.HandleFunc("/ping", func(w http.ResponseWriter, r *http.Request) { _ = db.PingContext(r.Context()) })
	http.HandleFunc("/show", show)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
