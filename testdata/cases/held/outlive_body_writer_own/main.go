// fasthttp: the body writer takes a connection of its own, when the transaction has ended.
package main

import (
	"bufio"
	"context"
	"database/sql"
	"log"
	"os"

	"github.com/valyala/fasthttp"
)

type store struct{ db *sql.DB }

func (s *store) serve(ctx *fasthttp.RequestCtx) {
	if err := s.run(ctx); err != nil {
		ctx.Error(err.Error(), 500)
	}
}

func (s *store) run(ctx *fasthttp.RequestCtx) error {
	tx, err := s.db.BeginTx(context.Background(), nil) // want request-session
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if _, err := tx.Exec("update hits set n = n + 1"); err != nil {
		return err
	}
	ctx.SetBodyStreamWriter(func(w *bufio.Writer) {
		var n int
		if err := s.db.QueryRow("select count(*) from items").Scan(&n); err != nil {
			return
		}
		_, _ = w.WriteString("counted\n")
		_ = w.Flush()
	})
	return tx.Commit()
}

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	log.Fatal(fasthttp.ListenAndServe(":8080", (&store{db: db}).serve))
}
