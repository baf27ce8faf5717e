// The Connect method of a connector dials: the pool calls it, not the handler.
package main

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"log"
	"net/http"
	"os"

	"github.com/jackc/pgx/v5"
)

type connector struct{ dsn string }

func (c *connector) Connect(ctx context.Context) (driver.Conn, error) {
	conn, err := pgx.Connect(ctx, c.dsn) // want factory
	if err != nil {
		return nil, err
	}
	return nil, errors.Join(errors.ErrUnsupported, conn.Close(ctx))
}

func (c *connector) Driver() driver.Driver { return nil }

func main() {
	db := sql.OpenDB(&connector{dsn: os.Getenv("DSN")}) // want startup
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) { _ = db.PingContext(r.Context()) })
	log.Fatal(http.ListenAndServe(":8080", nil))
}
