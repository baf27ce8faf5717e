// What is declared background is judged as that: a request that waits for it is reported once, at its call, and nothing below it. A goroutine per request that opens a pool is still a pool per request.
package main

import (
	"context"
	"database/sql"
	"log"
	"net/http"
	"time"
)

type app struct{ db *sql.DB }

// clean runs once an hour.
//
//sessionlint:background the scheduler runs it once an hour
func (a *app) clean(ctx context.Context) error {
	tx, err := a.db.BeginTx(ctx, nil) // want background
	if err != nil {
		return err
	}
	defer tx.Rollback()
	time.Sleep(time.Second)
	if err := a.count(ctx); err != nil {
		return err
	}
	return tx.Commit()
}

func (a *app) count(ctx context.Context) error {
	_, err := a.db.ExecContext(ctx, "UPDATE counts SET n = n + 1")
	return err
}

func (a *app) cleanTwin(ctx context.Context) error {
	tx, err := a.db.BeginTx(ctx, nil) // want violation SL201
	if err != nil {
		return err
	}
	defer tx.Rollback()
	time.Sleep(time.Second) // want SL302
	if err := a.countTwin(ctx); err != nil {
		return err
	}
	return tx.Commit()
}

func (a *app) countTwin(ctx context.Context) error {
	_, err := a.db.ExecContext(ctx, "UPDATE counts SET n = n + 1") // want SL202
	return err
}

// rebuild has a pool of its own.
//
//sessionlint:background an index is rebuilt beside the request
func (a *app) rebuild() {
	db, err := sql.Open("pgx", "index") // want violation SL101
	if err != nil {
		return
	}
	_ = db.Close()
}

func (a *app) save(ctx context.Context) error {
	tx, err := a.db.BeginTx(ctx, nil) // want request-session
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if err := a.clean(ctx); err != nil { // want SL903
		return err
	}
	if err := a.cleanTwin(ctx); err != nil {
		return err
	}
	return tx.Commit()
}

func (a *app) serve(w http.ResponseWriter, r *http.Request) {
	go a.rebuild()
	_ = a.save(r.Context())
}

func main() {
	db, err := sql.Open("pgx", "") // want startup
	if err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/", (&app{db: db}).serve)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
