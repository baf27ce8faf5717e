// Standard library callbacks of start-up code: a directory walk and a sort.
package main

import (
	"database/sql"
	"io/fs"
	"log"
	"net/http"
	"os"
	"path/filepath"
	"slices"
)

func main() {
	var files []string
	err := filepath.WalkDir("migrations", func(path string, d fs.DirEntry, err error) error {
		db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
		if err != nil {
			return err
		}
		files = append(files, path)
		return db.Close()
	})
	if err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/files", func(w http.ResponseWriter, r *http.Request) {
		slices.SortFunc(files, func(a, b string) int { return len(a) - len(b) })
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
