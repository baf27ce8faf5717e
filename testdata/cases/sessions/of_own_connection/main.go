// A helper dials and begins: the connection is the finding, the transaction on it is not another one.
package main

import (
	"context"
	"log"
	"net/http"
	"os"

	"github.com/jackc/pgx/v5"
)

type unit struct {
	conn *pgx.Conn
	tx   pgx.Tx
}

func begin(ctx context.Context) (*unit, error) {
	conn, err := pgx.Connect(ctx, os.Getenv("DSN")) // want violation SL102
	if err != nil {
		return nil, err
	}
	tx, err := conn.Begin(ctx) // want request-session
	if err != nil {
		conn.Close(ctx)
		return nil, err
	}
	return &unit{conn, tx}, nil
}

func (u *unit) end(ctx context.Context) {
	_ = u.tx.Rollback(ctx)
	_ = u.conn.Close(ctx)
}

func handle(w http.ResponseWriter, r *http.Request) {
	u, err := begin(r.Context())
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	defer u.end(r.Context())
	if _, err := u.tx.Exec(r.Context(), "delete from t"); err == nil {
		_ = u.tx.Commit(r.Context())
	}
}

func main() {
	http.HandleFunc("/", handle)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
