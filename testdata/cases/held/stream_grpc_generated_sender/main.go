//policy: relaxed

// gRPC: the generated method that sends is in the program; the place is the call of it.
package main

import (
	"database/sql"
	"log"
	"os"

	"google.golang.org/grpc"

	"example.com/cases/gen/tickerpb"
)

type server struct {
	tickerpb.UnimplementedTickerServer
	db *sql.DB
}

func (s *server) Follow(q *tickerpb.Request, stream tickerpb.Ticker_FollowServer) error {
	tx, err := s.db.BeginTx(stream.Context(), nil) // want request-session
	if err != nil {
		return err
	}
	defer tx.Rollback()
	var p tickerpb.Price
	if err := tx.QueryRowContext(stream.Context(), "select cents from prices where symbol = $1", q.Symbol).Scan(&p.Cents); err != nil {
		return err
	}
	if err := stream.Send(&p); err != nil { // want SL301
		return err
	}
	return tx.Commit()
}

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	srv := grpc.NewServer()
	tickerpb.RegisterTickerServer(srv, &server{db: db})
	log.Fatal(srv.Serve(nil))
}
