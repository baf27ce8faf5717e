// Package mails has the messages.
package mails

import (
	"database/sql"
	"os"
)

// Welcome asks nobody.
type Welcome struct{}

// Text is the same for all.
func (Welcome) Text() string { return "welcome" }

// Report asks an archive.
type Report struct{}

// Text opens the archive.
func (Report) Text() string {
	db, err := sql.Open("pgx", os.Getenv("ARCHIVE")) // want background
	if err != nil {
		return ""
	}
	defer db.Close()
	var text string
	_ = db.QueryRow("select text from reports").Scan(&text)
	return text
}
