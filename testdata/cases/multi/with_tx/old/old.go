// Package old reads the old database.
package old

import (
	"database/sql"
	"os"
)

// Copy copies into the transaction that it is given.
func Copy(t *sql.Tx) error {
	db, err := sql.Open("mysql", os.Getenv("OLD")) // want violation SL101
	if err != nil {
		return err
	}
	defer db.Close()
	_, err = t.Exec("insert into votes values (2)")
	return err
}
