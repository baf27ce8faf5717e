// fasthttp: the body writer runs after the handler returned, and reads in its transaction.
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
	ctx.SetBodyStreamWriter(func(w *bufio.Writer) { // want SL303
		var n int
		if err := tx.QueryRow("select count(*) from items").Scan(&n); err != nil {
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
