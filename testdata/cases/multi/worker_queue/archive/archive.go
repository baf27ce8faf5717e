// Package archive moves rows.
package archive

import "database/sql"

// Move moves old rows.
func Move(db *sql.DB) error {
	tx, err := db.Begin() // want background
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if _, err := tx.Exec("insert into archive select * from orders where old"); err != nil {
		return err
	}
	return tx.Commit()
}
