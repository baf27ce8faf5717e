// Package shelf keeps books, and pools in several ways.
package shelf

import (
	"database/sql"
	"os"
	"sync"
)

// Finder finds a book.
type Finder interface{ Find(isbn string) error }

// Books is the Finder of the handlers.
type Books struct{ DB *sql.DB }

// Find takes a short transaction.
func (b *Books) Find(isbn string) error {
	tx, err := b.DB.Begin() // want request-session
	if err != nil {
		return err
	}
	defer tx.Rollback()
	return tx.QueryRow("select 1 from books where isbn = $1", isbn).Scan(new(int))
}

// Cards is the Finder of the start-up code.
type Cards struct{ path string }

// NewCards opens nothing.
func NewCards(path string) *Cards { return &Cards{path: path} }

// Find opens the card index for each call.
func (c *Cards) Find(isbn string) error {
	db, err := sql.Open("sqlite", c.path) // want startup
	if err != nil {
		return err
	}
	return db.Close()
}

var (
	mu       sync.Mutex
	once     sync.Once
	archive  *sql.DB
	stats    *sql.DB
	branches = map[string]*sql.DB{}
)

// Archive is opened by the first who asks.
func Archive() *sql.DB {
	once.Do(func() {
		archive, _ = sql.Open("pgx", os.Getenv("ARCHIVE")) // want singleton
	})
	return archive
}

// Members is opened by the first who asks.
var Members = sync.OnceValue(func() *sql.DB {
	db, _ := sql.Open("pgx", os.Getenv("MEMBERS")) // want singleton
	return db
})

// Stats is opened by the first who asks.
func Stats() *sql.DB {
	mu.Lock()
	defer mu.Unlock()
	if stats == nil {
		stats, _ = sql.Open("pgx", os.Getenv("STATS")) // want singleton
	}
	return stats
}

// Branch is opened by the first who asks for a branch.
func Branch(name string) *sql.DB {
	mu.Lock()
	defer mu.Unlock()
	if db, ok := branches[name]; ok {
		return db
	}
	db, _ := sql.Open("pgx", os.Getenv("BRANCH_"+name)) // want singleton
	branches[name] = db
	return db
}

// Catalogue is opened with the package.
var Catalogue = mustOpen("CATALOGUE")

func mustOpen(name string) *sql.DB {
	db, err := sql.Open("pgx", os.Getenv(name)) // want factory
	if err != nil {
		panic(err)
	}
	return db
}
