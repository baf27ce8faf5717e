// RunE fields of command literals: code that runs once per command.
package main

import (
	"database/sql"
	"os"

	"github.com/spf13/cobra"
)

var root = &cobra.Command{Use: "shop"}

var migrate = &cobra.Command{
	Use: "migrate",
	RunE: func(cmd *cobra.Command, args []string) error {
		db, err := sql.Open("pgx", os.Getenv("DSN")) // want cli
		if err != nil {
			return err
		}
		defer db.Close()
		_, err = db.ExecContext(cmd.Context(), "create table if not exists t (id int)")
		return err
	},
}

var status = &cobra.Command{Use: "status", Run: printStatus}

func printStatus(cmd *cobra.Command, args []string) {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want cli
	if err != nil {
		return
	}
	defer db.Close()
	_ = db.Ping()
}

func main() {
	root.AddCommand(migrate, status)
	if root.Execute() != nil {
		os.Exit(1)
	}
}
