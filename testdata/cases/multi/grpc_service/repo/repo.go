// Package repo opens for each call.
package repo

import (
	"context"
	"database/sql"

	"github.com/jackc/pgx/v5"
)

// Repo knows where the orders are.
type Repo struct{ dsn string }

// New makes a Repo.
func New(dsn string) *Repo { return &Repo{dsn: dsn} }

// Touch opens.
func (r *Repo) Touch(ctx context.Context, id string) error {
	db, err := sql.Open("pgx", r.dsn) // want violation SL101
	// chain: (*Service).Get -> (*Repo).Touch
	if err != nil {
		return err
	}
	defer db.Close()
	_, err = db.ExecContext(ctx, "update orders set seen = true where id = $1", id)
	return err
}

// Follow dials.
func (r *Repo) Follow(ctx context.Context, customer string) error {
	conn, err := pgx.Connect(ctx, r.dsn) // want violation SL102
	// chain: (*Service).Watch -> (*Repo).Follow
	if err != nil {
		return err
	}
	defer conn.Close(ctx)
	_, err = conn.Exec(ctx, "insert into followers values ($1)", customer)
	return err
}
