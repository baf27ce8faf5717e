//policy: strict

// Where it is not certain that a provider runs a second time for one request, its approval holds.
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

type app struct {
	sessions *sessions
	sink     sink
}

type sink interface {
	write(ctx context.Context) error
}

type table struct{ sessions *sessions }

func (t *table) write(ctx context.Context) error {
	c, err := t.sessions.open(ctx) // want request-session
	if err != nil {
		return err
	}
	return c.Close()
}

type null struct{}

func (null) write(ctx context.Context) error { return nil }

func (a *app) one(ctx context.Context) error {
	c, err := a.sessions.open(ctx) // want request-session
	if err != nil {
		return err
	}
	return c.Close()
}

func (a *app) two(ctx context.Context) error {
	c, err := a.sessions.open(ctx) // want request-session
	if err != nil {
		return err
	}
	return c.Close()
}

// maybe takes one when it has to.
func (a *app) maybe(ctx context.Context, needed bool) error {
	if !needed {
		return nil
	}
	c, err := a.sessions.open(ctx) // want request-session
	if err != nil {
		return err
	}
	return c.Close()
}

// branches: one or the other.
func (a *app) branches(w http.ResponseWriter, r *http.Request) {
	if r.URL.Path == "" {
		_ = a.one(r.Context())
	} else {
		_ = a.two(r.Context())
	}
}

// early: the first one leaves.
func (a *app) early(w http.ResponseWriter, r *http.Request) {
	if r.URL.Path == "" {
		_ = a.one(r.Context())
		return
	}
	_ = a.two(r.Context())
}

// methods: one clause of a switch.
func (a *app) methods(w http.ResponseWriter, r *http.Request) {
	switch r.Method {
	case http.MethodGet:
		_ = a.one(r.Context())
	case http.MethodPost:
		_ = a.two(r.Context())
	}
}

// fallback: the second one when the first has failed, if it takes one at all.
func (a *app) fallback(w http.ResponseWriter, r *http.Request) {
	_ = a.one(r.Context())
	_ = a.maybe(r.Context(), r.URL.Path == "")
}

// either: what is behind the interface may take none.
func (a *app) either(w http.ResponseWriter, r *http.Request) {
	_ = a.sink.write(r.Context())
	_ = a.one(r.Context())
}

// beside: the request does not wait for the other one.
func (a *app) beside(w http.ResponseWriter, r *http.Request) {
	go a.two(r.Context())
	_ = a.one(r.Context())
}

func main() {
	db, err := sql.Open("pgx", "") // want startup
	if err != nil {
		log.Fatal(err)
	}
	s := &sessions{db}
	for _, k := range []sink{&table{s}, null{}} {
		a := &app{s, k}
		http.HandleFunc("/branches", a.branches)
		http.HandleFunc("/early", a.early)
		http.HandleFunc("/methods", a.methods)
		http.HandleFunc("/fallback", a.fallback)
		http.HandleFunc("/either", a.either)
		http.HandleFunc("/beside", a.beside)
	}
	log.Fatal(http.ListenAndServe(":8080", nil))
}
