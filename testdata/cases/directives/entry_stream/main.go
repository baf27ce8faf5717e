//policy: request=standard,stream=strict

// Streams may have a policy of their own: what is declared to serve streams is judged by it, what serves requests is not.
package main

import (
	"context"
	"database/sql"
)

type feed struct{ db *sql.DB }

// Follow pushes what is new.
//
//sessionlint:entry stream
func (f *feed) Follow(ctx context.Context) error { return f.mark(ctx) }

func (f *feed) mark(ctx context.Context) error {
	tx, err := f.db.BeginTx(ctx, nil) // want violation SL103
	if err != nil {
		return err
	}
	defer tx.Rollback()
	return tx.Commit()
}

// Fetch answers once.
//
//sessionlint:entry request
func (f *feed) Fetch(ctx context.Context) error { return f.read(ctx) }

func (f *feed) read(ctx context.Context) error {
	tx, err := f.db.BeginTx(ctx, nil) // want request-session
	if err != nil {
		return err
	}
	defer tx.Rollback()
	return tx.Commit()
}

func main() {}
