// gRPC: a type with the methods of the service that is never registered.
package main

import (
	"context"
	"database/sql"
	"log"
	"os"

	"google.golang.org/grpc"

	"example.com/cases/gen/orderpb"
)

type live struct {
	orderpb.UnimplementedOrdersServer
	db *sql.DB
}

func (l *live) Get(ctx context.Context, req *orderpb.GetRequest) (*orderpb.Order, error) {
	return &orderpb.Order{Id: req.Id}, l.db.PingContext(ctx)
}

type draft struct {
	orderpb.UnimplementedOrdersServer
	dsn string
}

func (d *draft) Get(ctx context.Context, req *orderpb.GetRequest) (*orderpb.Order, error) {
	db, err := sql.Open("pgx", d.dsn) // want unreachable
	if err != nil {
		return nil, err
	}
	defer db.Close()
	return &orderpb.Order{Id: req.Id}, db.PingContext(ctx)
}

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	s := grpc.NewServer()
	orderpb.RegisterOrdersServer(s, &live{db: db})
	log.Fatal(s.Serve(nil))
}
