// gRPC: the method is the entry point, so a transaction in its body is its own.
package main

import (
	"context"
	"database/sql"
	"log"
	"os"

	"google.golang.org/grpc"

	"example.com/cases/gen/orderpb"
)

type server struct {
	orderpb.UnimplementedOrdersServer
	db *sql.DB
}

func (s *server) Get(ctx context.Context, req *orderpb.GetRequest) (*orderpb.Order, error) {
	tx, err := s.db.BeginTx(ctx, nil) // want violation SL103
	if err != nil {
		return nil, err
	}
	defer tx.Rollback()
	if _, err := tx.ExecContext(ctx, "update orders set seen = true where id = $1", req.Id); err != nil {
		return nil, err
	}
	return &orderpb.Order{Id: req.Id}, tx.Commit()
}

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	s := grpc.NewServer()
	orderpb.RegisterOrdersServer(s, &server{db: db})
	log.Fatal(s.Serve(nil))
}
