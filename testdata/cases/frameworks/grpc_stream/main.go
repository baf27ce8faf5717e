//policy: request=relaxed,stream=standard

// gRPC: the streaming method is a stream, the unary one a request; only the stream's policy asks.
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
	tx, err := s.db.BeginTx(ctx, nil) // want request-session
	if err != nil {
		return nil, err
	}
	defer tx.Rollback()
	_, err = tx.ExecContext(ctx, "update orders set seen = true where id = $1", req.Id)
	if err != nil {
		return nil, err
	}
	return &orderpb.Order{Id: req.Id}, tx.Commit()
}

func (s *server) Watch(req *orderpb.WatchRequest, stream orderpb.Orders_WatchServer) error {
	ctx := stream.Context()
	tx, err := s.db.BeginTx(ctx, nil) // want violation SL103
	if err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, "insert into watchers values ($1)", req.Customer)
	if err != nil {
		_ = tx.Rollback()
		return err
	}
	if err := tx.Commit(); err != nil {
		return err
	}
	return stream.Send(&orderpb.Order{Id: req.Customer})
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
