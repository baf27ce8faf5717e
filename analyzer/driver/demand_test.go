package driver

import (
	"bytes"
	"os"
	"testing"

	"github.com/sessionlint/sessionlint/analyzer/summary"
)

// What only bodies, unexported declarations and side effects need is not read.
func TestOnlyDeclarationsThatShow(t *testing.T) {
	tr := newTree(t, `
-- go.mod --
module example.com/app
go 1.26
require example.com/dep v1.0.0
replace example.com/dep => ./dep
-- app.go --
package app

import (
	_ "net/http"

	"example.com/dep"
)

var R = dep.Read
-- dep/go.mod --
module example.com/dep
-- dep/dep.go --
package dep

import (
	_ "embed"
	"encoding/json"
	"errors"
	"io"
	"os"
)

func Read(r io.Reader) (any, error) {
	var v any
	return v, json.NewDecoder(r).Decode(&v)
}

func local(e *os.File) {}

var failed = errors.New("failed")
`)
	l := tr.load(tr.config())
	equal(t, "incomplete", incompletes(l), "")
	// dep, io and the few that io's declarations mention; net/http alone would
	// bring more than a hundred.
	if got := l.Stats.TypesOnly; got < 2 || got > 15 {
		t.Errorf("declarations of %d packages were read", got)
	}
}

// A summary is the same whether its imports were type-checked for their own
// summaries, with their bodies, or for the sake of their types.
func TestIncrementalIsCold(t *testing.T) {
	tr := newTree(t, shop+`
-- lib/lib.go --
package lib

import (
	"context"
	"database/sql"
	"sync"
)

type Runner interface{ Run(ctx context.Context, f func(*sql.Tx) error) error }

type base struct{ db *sql.DB }

func (b *base) Run(ctx context.Context, f func(*sql.Tx) error) error {
	tx, err := b.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if err := f(tx); err != nil {
		return err
	}
	return tx.Commit()
}

type Store[K comparable] struct {
	base
	items map[K]Runner
}

func New[K comparable](dsn string) *Store[K] {
	db, _ := sql.Open("x", dsn)
	return &Store[K]{base: base{db}}
}

var Default = sync.OnceValue(func() Runner { return New[string]("") })
-- app/app.go --
package app

import (
	"database/sql"
	"net/http"

	"example.com/shop/lib"
)

type Handler struct{ lib.Runner }

func (h Handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	lib.New[int]("").Run(r.Context(), func(tx *sql.Tx) error { return nil })
	h.Run(r.Context(), func(tx *sql.Tx) error { return lib.Default().Run(r.Context(), nil) })
}
`)
	real := summariser{summary.Build, summary.Encode, summary.Decode}
	summaries := func() (all [][]byte) {
		l, err := load(t.Context(), tr.config(), real)
		if err != nil {
			t.Fatal(err)
		}
		for _, u := range l.Units {
			all = append(all, summary.Encode(u.Summary))
		}
		return all
	}
	want := summaries()
	for _, path := range tr.entries() {
		if err := os.Remove(path); err != nil {
			t.Fatal(err)
		}
		got := summaries()
		if len(got) != len(want) {
			t.Fatalf("%d units, want %d", len(got), len(want))
		}
		for i := range want {
			if !bytes.Equal(got[i], want[i]) {
				t.Errorf("unit %d is another when %s is missing", i, path)
			}
		}
	}
}
