// Commands without a framework: main switches on the first argument.
package main

import (
	"database/sql"
	"log"
	"os"
)

var commands = map[string]func() error{"ping": ping, "vacuum": vacuum}

func ping() error {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup|cli
	// why: only main reaches it, and it is a command
	if err != nil {
		return err
	}
	defer db.Close()
	return db.Ping()
}

func vacuum() error {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup|cli
	if err != nil {
		return err
	}
	defer db.Close()
	_, err = db.Exec("vacuum")
	return err
}

func main() {
	cmd, ok := commands[os.Args[1]]
	if !ok {
		log.Fatal("unknown command")
	}
	if err := cmd(); err != nil {
		log.Fatal(err)
	}
}
