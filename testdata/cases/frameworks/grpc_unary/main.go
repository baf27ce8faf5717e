// gRPC: a unary method of a registered service opens, another one calls a repository.
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
	dsn string
}

func (s *server) Get(ctx context.Context, req *orderpb.GetRequest) (*orderpb.Order, error) {
	db, err := s.open()
	if err != nil {
		return nil, err
	}
	defer db.Close()
	return &orderpb.Order{Id: req.Id}, db.PingContext(ctx)
}

func (s *server) open() (*sql.DB, error) {
	return sql.Open("pgx", s.dsn) // want violation SL101
	// chain: (*server).Get -> (*server).open
}

func main() {
	s := grpc.NewServer()
	orderpb.RegisterOrdersServer(s, &server{dsn: os.Getenv("DSN")})
	log.Fatal(s.Serve(nil))
}
