package desk

import (
	"context"
	"database/sql"
	"os"
	"sync"

	"example.com/cases/multi/testbed/kit"
	"example.com/cases/multi/testbed/shelf"
)

// Prepare is called by main and shares its helpers with the handlers.
func (d *Desk) Prepare() {
	_ = kit.InTx(context.Background(), d.db, func(tx *sql.Tx) error {
		db, err := sql.Open("pgx", os.Getenv("SEEDS")) // want startup
		if err != nil {
			return err
		}
		return db.Close()
	})
	_ = kit.AgainSoon(func() error {
		db, err := sql.Open("pgx", os.Getenv("WAIT")) // want startup
		if err != nil {
			return err
		}
		return db.Close()
	})
	var once sync.Once
	once.Do(func() {
		db, err := sql.Open("pgx", os.Getenv("ONCE")) // want startup|singleton
		// why: the once is local, but so is everything in start-up code
		if err == nil {
			_ = db.Close()
		}
	})
	db := kit.From(func() *sql.DB {
		db, _ := sql.Open("pgx", os.Getenv("FROM")) // want startup|factory
		// why: the closure hands the pool out to start-up code
		return db
	})
	_ = db.Close()
	var cards shelf.Finder = shelf.NewCards("cards.db")
	look(cards)
}

func look(f shelf.Finder) { _ = f.Find("1") }
