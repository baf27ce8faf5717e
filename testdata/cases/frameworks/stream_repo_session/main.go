// A stream that takes short units of work from the shared pool between its messages.
package main

import (
	"context"
	"database/sql"
	"fmt"
	"log"
	"net/http"
	"os"
	"time"
)

type outbox struct{ db *sql.DB }

func (o *outbox) next(ctx context.Context) (id int, err error) {
	tx, err := o.db.BeginTx(ctx, nil) // want request-session
	if err != nil {
		return 0, err
	}
	defer tx.Rollback()
	row := tx.QueryRowContext(ctx, "update outbox set sent = true where id = (select min(id) from outbox) returning id")
	if err := row.Scan(&id); err != nil {
		return 0, err
	}
	return id, tx.Commit()
}

func (o *outbox) events(w http.ResponseWriter, r *http.Request) {
	rc := http.NewResponseController(w)
	for range time.Tick(time.Second) {
		id, err := o.next(r.Context())
		if err != nil {
			return
		}
		fmt.Fprintf(w, "data: %d\n\n", id)
		if rc.Flush() != nil {
			return
		}
	}
}

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/events", (&outbox{db: db}).events)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
