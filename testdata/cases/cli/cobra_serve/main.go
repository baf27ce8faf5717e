// The serve command opens the pool once; the handler that it registers opens one per request.
package main

import (
	"database/sql"
	"net/http"
	"os"

	"github.com/spf13/cobra"
)

func serve(cmd *cobra.Command, args []string) error {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup|cli
	if err != nil {
		return err
	}
	http.HandleFunc("/good", func(w http.ResponseWriter, r *http.Request) { _ = db.PingContext(r.Context()) })
	http.HandleFunc("/bad", func(w http.ResponseWriter, r *http.Request) {
		fresh, err := sql.Open("pgx", os.Getenv("DSN")) // want violation SL101
		if err == nil {
			_ = fresh.Close()
		}
	})
	return http.ListenAndServe(":8080", nil)
}

func main() {
	root := &cobra.Command{Use: "shop", RunE: serve}
	if root.Execute() != nil {
		os.Exit(1)
	}
}
