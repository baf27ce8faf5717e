//policy: strict

// A provider is declared for one session per request: the second call on one path, in the handler or below it, and a call in a loop, are not covered.
package main

import (
	"context"
	"database/sql"
	"log"
	"net/http"
)

type sessions struct{ db *sql.DB }

// open hands out the request's connection.
//
//sessionlint:provider one connection for each request
func (s *sessions) open(ctx context.Context) (*sql.Conn, error) {
	return s.db.Conn(ctx) // want request-session
}

type orders struct{ sessions *sessions }

func (o *orders) add(ctx context.Context) error {
	c, err := o.sessions.open(ctx) // want request-session
	if err != nil {
		return err
	}
	defer c.Close()
	return c.PingContext(ctx)
}

func (o *orders) note(ctx context.Context) error {
	c, err := o.sessions.open(ctx) // want violation SL103
	if err != nil {
		return err
	}
	defer c.Close()
	return c.PingContext(ctx)
}

func (o *orders) save(ctx context.Context) error { return o.note(ctx) }

// below: two services, one after the other.
func (o *orders) below(w http.ResponseWriter, r *http.Request) {
	if err := o.add(r.Context()); err != nil {
		return
	}
	if r.URL.Path != "" {
		_ = o.save(r.Context())
	}
}

// itself: twice in one function, and the first one is given back before.
func (o *orders) itself(w http.ResponseWriter, r *http.Request) {
	c, err := o.sessions.open(r.Context()) // want request-session
	if err != nil {
		return
	}
	if err := c.Close(); err != nil {
		return
	}
	d, err := o.sessions.open(r.Context()) // want violation SL103
	if err != nil {
		return
	}
	defer d.Close()
}

func (o *orders) loop(w http.ResponseWriter, r *http.Request) {
	for range r.Header {
		c, err := o.sessions.open(r.Context()) // want violation SL103
		if err != nil {
			return
		}
		_ = c.Close()
	}
}

// unit begins and ends in its own body.
//
//sessionlint:provider one transaction for each request
func (o *orders) unit(ctx context.Context, body func(*sql.Tx) error) error {
	tx, err := o.sessions.db.BeginTx(ctx, nil) // want violation SL103
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if err := body(tx); err != nil {
		return err
	}
	return tx.Commit()
}

func (o *orders) units(w http.ResponseWriter, r *http.Request) {
	_ = o.unit(r.Context(), func(tx *sql.Tx) error { return nil })
	_ = o.unit(r.Context(), func(tx *sql.Tx) error { return nil })
}

func main() {
	db, err := sql.Open("pgx", "") // want startup
	if err != nil {
		log.Fatal(err)
	}
	o := &orders{&sessions{db}}
	http.HandleFunc("/below", o.below)
	http.HandleFunc("/itself", o.itself)
	http.HandleFunc("/loop", o.loop)
	http.HandleFunc("/units", o.units)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
