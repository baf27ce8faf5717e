// A begin of one's own, over a driver that no catalog knows, is held like any other: it leaks, and a second one is a second one.
package main

import (
	"context"
	"log"
	"net/http"
)

type store struct{ slots chan int }

type unit struct{ s *store }

func (u *unit) Commit() error { u.s.slots <- 1; return nil }

func (u *unit) Rollback() { u.s.slots <- 1 }

// begin waits for a slot.
//
//sessionlint:acquires tx
func (s *store) begin(ctx context.Context) (*unit, error) {
	<-s.slots
	return &unit{s}, nil
}

func (s *store) save(ctx context.Context, early bool) error {
	u, err := s.begin(ctx) // want violation SL401
	if err != nil {
		return err
	}
	if early {
		return nil
	}
	return u.Commit()
}

func (s *store) move(ctx context.Context) error {
	u, err := s.begin(ctx) // want request-session
	if err != nil {
		return err
	}
	defer u.Rollback()
	v, err := s.begin(ctx) // want violation SL201
	if err != nil {
		return err
	}
	defer v.Rollback()
	if err := v.Commit(); err != nil {
		return err
	}
	return u.Commit()
}

func (s *store) serve(w http.ResponseWriter, r *http.Request) {
	_ = s.save(r.Context(), r.URL.Path == "")
	_ = s.move(r.Context())
}

func main() {
	s := &store{make(chan int, 8)}
	http.HandleFunc("/", s.serve)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
