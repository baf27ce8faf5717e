// Another service is asked first, then the transaction begins.
package main

import (
	"context"
	"database/sql"
	"log"
	"net/http"
	"os"

	"google.golang.org/grpc"
)

type store struct {
	db   *sql.DB
	peer *grpc.ClientConn
}

func (s *store) run(ctx context.Context) error {
	if err := s.peer.Invoke(ctx, "/stock.Stock/Reserve", nil, nil); err != nil {
		return err
	}
	tx, err := s.db.BeginTx(ctx, nil) // want request-session
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if _, err := tx.ExecContext(ctx, "update items set seen = true"); err != nil {
		return err
	}
	return tx.Commit()
}

func (s *store) serve(w http.ResponseWriter, r *http.Request) {
	if err := s.run(r.Context()); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
}

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	peer, err := grpc.NewClient("stock:443")
	if err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/", (&store{db: db, peer: peer}).serve)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
