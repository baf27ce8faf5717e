// The field is assigned after the literal, in a constructor of the command.
package main

import (
	"database/sql"
	"os"

	"github.com/spf13/cobra"
)

type options struct{ dsn string }

func (o *options) dump(cmd *cobra.Command, args []string) error {
	db, err := sql.Open("pgx", o.dsn) // want cli
	if err != nil {
		return err
	}
	defer db.Close()
	tx, err := db.BeginTx(cmd.Context(), nil) // want cli
	if err != nil {
		return err
	}
	defer tx.Rollback()
	_, err = tx.Exec("copy orders to stdout")
	return err
}

func newDump() *cobra.Command {
	o := &options{dsn: os.Getenv("DSN")}
	cmd := &cobra.Command{Use: "dump"}
	cmd.RunE = o.dump
	return cmd
}

func main() {
	root := &cobra.Command{Use: "tool"}
	root.AddCommand(newDump())
	if root.Execute() != nil {
		os.Exit(1)
	}
}
