// Commands of go-flags are fields of the options, found by their tag; serve registers a handler that opens.
package main

import (
	"database/sql"
	"net/http"
	"os"

	"github.com/jessevdk/go-flags"
)

type serve struct {
	Addr string `long:"addr"`
}

func (s *serve) Execute(args []string) error {
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
	return http.ListenAndServe(s.Addr, nil)
}

type dump struct{}

func (*dump) Execute(args []string) error {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want cli
	if err != nil {
		return err
	}
	return db.Close()
}

type options struct {
	Serve serve `command:"serve"`
	Debug bool  `long:"debug"`
}

func main() {
	var o options
	p := flags.NewParser(&o, flags.Default)
	if _, err := p.AddCommand("dump", "", "", &dump{}); err != nil {
		os.Exit(2)
	}
	if _, err := p.Parse(); err != nil {
		os.Exit(1)
	}
}
