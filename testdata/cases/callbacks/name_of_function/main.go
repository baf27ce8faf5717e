// A queue wants the name of a job only; a worker elsewhere runs it.
package main

import (
	"context"
	"database/sql"
	"log"
	"net/http"
	"reflect"
	"runtime"
)

type queue struct{ db *sql.DB }

func nameOf(job any) string { return runtime.FuncForPC(reflect.ValueOf(job).Pointer()).Name() }

func enqueue[T any](ctx context.Context, q *queue, job func(context.Context, T) error, args T) error {
	log.Print(reflect.TypeOf(job))
	name := runtime.FuncForPC(reflect.ValueOf(job).Pointer()).Name()
	_, err := q.db.ExecContext(ctx, "insert into jobs values ($1, $2)", name, args)
	return err
}

func report(ctx context.Context, year int) error {
	db, err := sql.Open("pgx", "warehouse") // want unreachable
	if err != nil {
		return err
	}
	return db.Close()
}

func called(ctx context.Context, year int) error {
	db, err := sql.Open("pgx", "warehouse") // want violation SL101
	if err != nil {
		return err
	}
	return db.Close()
}

func main() {
	db, err := sql.Open("pgx", "dsn") // want startup
	if err != nil {
		log.Fatal(err)
	}
	q := &queue{db}
	log.Print(nameOf(main))
	http.HandleFunc("/report", func(w http.ResponseWriter, r *http.Request) {
		if err := enqueue(r.Context(), q, report, 2026); err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
		}
	})
	http.HandleFunc("/called", func(w http.ResponseWriter, r *http.Request) {
		reflect.ValueOf(called).Call([]reflect.Value{reflect.ValueOf(r.Context()), reflect.ValueOf(2026)})
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
