// A command and a handler share the function that opens.
package main

import (
	"database/sql"
	"net/http"
	"os"

	"github.com/spf13/cobra"
)

func reindex() error {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want violation SL101
	if err != nil {
		return err
	}
	defer db.Close()
	_, err = db.Exec("reindex database shop")
	return err
}

func main() {
	root := &cobra.Command{Use: "shop", RunE: func(cmd *cobra.Command, args []string) error {
		http.HandleFunc("/reindex", func(w http.ResponseWriter, r *http.Request) { _ = reindex() })
		return http.ListenAndServe(":8080", nil)
	}}
	root.AddCommand(&cobra.Command{
		Use:  "reindex",
		RunE: func(cmd *cobra.Command, args []string) error { return reindex() },
	})
	if root.Execute() != nil {
		os.Exit(1)
	}
}
