// A function that is declared to hand out what is shared runs once, by means that the tool does not see; its twin has nobody who says so.
package main

import (
	"context"
	"database/sql"
	"log"
	"net/http"
)

var (
	slot     = make(chan *sql.DB, 1)
	slotTwin = make(chan *sql.DB, 1)
)

// pool hands out the one pool, which the first caller opens.
//
//sessionlint:shared the channel of one place keeps what the first caller opened
func pool() *sql.DB {
	select {
	case db := <-slot:
		slot <- db
		return db
	default:
		db := open()
		slot <- db
		return db
	}
}

func open() *sql.DB {
	db, err := sql.Open("pgx", "") // want singleton
	if err != nil {
		log.Fatal(err)
	}
	return db
}

// direct opens in its own body.
//
//sessionlint:shared the channel of one place keeps what the first caller opened
func direct() *sql.DB {
	select {
	case db := <-slot:
		slot <- db
		return db
	default:
		db, err := sql.Open("pgx", "") // want singleton
		if err != nil {
			log.Fatal(err)
		}
		slot <- db
		return db
	}
}

func twin() *sql.DB {
	select {
	case db := <-slotTwin:
		slotTwin <- db
		return db
	default:
		db, err := sql.Open("pgx", "") // want violation SL101
		if err != nil {
			log.Fatal(err)
		}
		slotTwin <- db
		return db
	}
}

type units struct{ free []*sql.Tx }

// current hands out the transaction of the request.
//
//sessionlint:shared the middleware put it into the context; a fresh one is for tests
func current(ctx context.Context, db *sql.DB) (*sql.Tx, error) {
	if tx, ok := ctx.Value(units{}.free).(*sql.Tx); ok {
		return tx, nil
	}
	return db.BeginTx(ctx, nil) // want singleton
}

func serve(w http.ResponseWriter, r *http.Request) {
	_ = direct()
	_ = twin()
	tx, err := current(r.Context(), pool())
	if err != nil {
		return
	}
	_, _ = tx.ExecContext(r.Context(), "INSERT")
}

func main() {
	http.HandleFunc("/", serve)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
