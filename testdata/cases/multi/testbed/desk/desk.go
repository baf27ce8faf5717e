// Package desk serves readers.
package desk

import (
	"context"
	"database/sql"
	"net/http"
	"os"
	"sort"

	"example.com/cases/multi/testbed/kit"
	"example.com/cases/multi/testbed/shelf"
)

// Desk serves readers.
type Desk struct {
	db     *sql.DB
	books  shelf.Finder
	open   func(string) (*sql.DB, error)
	queue  chan func()
	prints *kit.Later[*sql.DB]
	menu   map[string]func() error
}

// New makes a Desk.
func New(db *sql.DB, f shelf.Finder) *Desk {
	d := &Desk{db: db, books: f, open: openNamed, queue: make(chan func(), 9)}
	d.prints = kit.NewLater(func() *sql.DB {
		db, _ := sql.Open("pgx", os.Getenv("PRINTS")) // want singleton
		return db
	})
	d.menu = map[string]func() error{"renew": d.renew, "extend": d.extend}
	return d
}

func openNamed(name string) (*sql.DB, error) {
	return sql.Open("pgx", os.Getenv(name)) // want violation SL101
	// chain: (*Desk).Loan -> openNamed
}

func (d *Desk) renew() error {
	tx, err := d.db.Begin() // want request-session
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if _, err := tx.Exec("update loans set due = due + 14"); err != nil {
		return err
	}
	return tx.Commit()
}

func (d *Desk) extend() error {
	tx, err := d.db.Begin() // want violation SL401
	// why: never ended
	if err != nil {
		return err
	}
	_, err = tx.Exec("update loans set due = due + 28")
	return err
}

// Loan is the handler that reaches most of it.
func (d *Desk) Loan(w http.ResponseWriter, r *http.Request) {
	_ = d.books.Find(r.FormValue("isbn"))
	if fresh, err := d.open("LOANS"); err == nil {
		_ = fresh.Close()
	}
	_ = shelf.Archive().Ping()
	_ = shelf.Members().Ping()
	_ = shelf.Stats().Ping()
	_ = shelf.Branch(r.FormValue("branch")).Ping()
	_ = d.prints.Get().Ping()
	_ = d.menu[r.FormValue("do")]()
	_ = kit.InTx(r.Context(), d.db, func(tx *sql.Tx) error {
		db, err := sql.Open("pgx", os.Getenv("ILL")) // want violation SL101
		if err != nil {
			return err
		}
		return db.Close()
	})
	go d.remind(context.Background())
	d.queue <- func() {
		tx, err := d.db.Begin() // want background
		if err != nil {
			return
		}
		defer tx.Rollback()
		if _, err := tx.Exec("insert into letters values (1)"); err == nil {
			_ = tx.Commit()
		}
	}
	_ = kit.Check(sql.Open("pgx", os.Getenv("FINES"))).Close() // want violation SL101
	_ = kit.AgainSoon(func() error {
		tx, err := d.db.Begin() // want violation SL103
		if err != nil {
			return err
		}
		return tx.Rollback()
	})
	sort.Slice([]int{1, 2}, func(i, j int) bool {
		tx, err := d.db.Begin() // want violation SL103
		if err != nil {
			return false
		}
		defer tx.Rollback()
		return i < j
	})
	_ = kit.Ping(fresh{})
	defer func() {
		tx, err := d.db.Begin() // want violation SL103
		if err != nil {
			return
		}
		defer tx.Rollback()
		if _, err := tx.Exec("insert into visits values (1)"); err == nil {
			_ = tx.Commit()
		}
	}()
	greet := d.greet
	greet()
	var reader reader
	reader.Finder = d.books
	_ = reader.Find("0")
	for range d.waiting {
	}
	_ = kit.From(func() int { return 1 })
}

type reader struct{ shelf.Finder }

func (d *Desk) waiting(yield func(int) bool) {
	tx, err := d.db.Begin() // want request-session
	if err != nil {
		return
	}
	_ = tx.Rollback()
	yield(1)
}

func (d *Desk) greet() {
	tx, err := d.db.Begin() // want request-session
	if err == nil {
		_ = tx.Rollback()
	}
}

type fresh struct{}

func (fresh) Pool() (*sql.DB, error) {
	return sql.Open("pgx", os.Getenv("FRESH")) // want violation SL101
}

func (d *Desk) remind(ctx context.Context) {
	tx, err := d.db.BeginTx(ctx, nil) // want background
	if err != nil {
		return
	}
	defer tx.Rollback()
	if _, err := tx.ExecContext(ctx, "insert into reminders values (1)"); err == nil {
		_ = tx.Commit()
	}
}

// Work runs what handlers put into the queue.
func (d *Desk) Work() {
	for job := range d.queue {
		job()
	}
}
