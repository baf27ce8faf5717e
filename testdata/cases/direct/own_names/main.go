// Own types and functions with the names of a driver are not the driver.
package main

import (
	"log"
	"net/http"
)

// DB is a list of documents in memory.
type DB struct{ docs []string }

// Tx is a batch of changes to a DB.
type Tx struct{ db *DB }

// Open makes an empty DB.
func Open(driver, dsn string) (*DB, error) { return &DB{}, nil }

// Begin starts a batch.
func (db *DB) Begin() (*Tx, error) { return &Tx{db: db}, nil }

// Conn is the DB itself.
func (db *DB) Conn() *DB { return db }

func main() {
	http.HandleFunc("/docs", func(w http.ResponseWriter, r *http.Request) {
		db, err := Open("memory", "docs")
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		tx, _ := db.Begin()
		log.Println(len(tx.db.Conn().docs))
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
