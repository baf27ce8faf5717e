// A persistent pre-run fills a package variable that all commands use.
package main

import (
	"database/sql"
	"os"

	"github.com/spf13/cobra"
)

var db *sql.DB

func main() {
	root := &cobra.Command{
		Use: "shop",
		PersistentPreRunE: func(cmd *cobra.Command, args []string) (err error) {
			db, err = sql.Open("pgx", os.Getenv("DSN")) // want cli
			return err
		},
	}
	root.AddCommand(&cobra.Command{
		Use:  "ping",
		RunE: func(cmd *cobra.Command, args []string) error { return db.PingContext(cmd.Context()) },
	})
	if root.Execute() != nil {
		os.Exit(1)
	}
}
