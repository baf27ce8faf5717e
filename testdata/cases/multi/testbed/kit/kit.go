// Package kit has the helpers that requests and start-up code share.
package kit

import (
	"context"
	"database/sql"
	"net/http"
	"sync"
)

// InTx begins, calls fn and ends.
func InTx(ctx context.Context, db *sql.DB, fn func(*sql.Tx) error) error {
	tx, err := db.BeginTx(ctx, nil) // want request-session
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if err := fn(tx); err != nil {
		return err
	}
	return tx.Commit()
}

// Again calls fn up to n times.
func Again(n int, fn func() error) (err error) {
	for range n {
		if err = fn(); err == nil {
			return nil
		}
	}
	return err
}

// AgainSoon is Again with a closure in between.
func AgainSoon(fn func() error) error { return Again(3, func() error { return fn() }) }

// Check panics on errors.
func Check[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// From calls f.
func From[T any](f func() T) T { return f() }

// Later makes its value on the first call of Get.
type Later[T any] struct {
	once sync.Once
	make func() T
	v    T
}

// NewLater makes a Later.
func NewLater[T any](f func() T) *Later[T] { return &Later[T]{make: f} }

// Get returns the value.
func (l *Later[T]) Get() T {
	l.once.Do(func() { l.v = l.make() })
	return l.v
}

// Wrapper wraps a handler.
type Wrapper func(http.Handler) http.Handler

// Wrap applies all of ws.
func Wrap(h http.Handler, ws ...Wrapper) http.Handler {
	for _, w := range ws {
		h = w(h)
	}
	return h
}

// Source hands out a pool.
type Source interface{ Pool() (*sql.DB, error) }

// Ping asks a source's pool.
func Ping[S Source](s S) error {
	db, err := s.Pool()
	if err != nil {
		return err
	}
	return db.Ping()
}
