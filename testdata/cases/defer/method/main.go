// A deferred method call dials.
package main

import (
	"context"
	"log"
	"net/http"
	"os"

	"github.com/jackc/pgx/v5"
)

type meter struct{ dsn string }

func (m *meter) count(w http.ResponseWriter, r *http.Request) {
	defer m.flush(r.URL.Path)
	w.WriteHeader(http.StatusOK)
}

func (m *meter) flush(path string) {
	ctx := context.Background()
	conn, err := pgx.Connect(ctx, m.dsn) // want violation SL102
	// chain: (*meter).count -> (*meter).flush
	if err != nil {
		return
	}
	defer conn.Close(ctx)
	_, _ = conn.Exec(ctx, "insert into hits values ($1)", path)
}

func main() {
	m := &meter{dsn: os.Getenv("DSN")}
	http.HandleFunc("/", m.count)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
