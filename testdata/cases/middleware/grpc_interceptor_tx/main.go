// A gRPC interceptor begins, puts the transaction into the context, calls the handler and commits.
package main

import (
	"context"
	"database/sql"
	"log"
	"os"

	"google.golang.org/grpc"

	"example.com/cases/gen/orderpb"
)

type key struct{}

func transactional(db *sql.DB) grpc.UnaryServerInterceptor {
	return func(ctx context.Context, req any, info *grpc.UnaryServerInfo, handler grpc.UnaryHandler) (any, error) {
		tx, err := db.BeginTx(ctx, nil) // want request-session
		if err != nil {
			return nil, err
		}
		defer tx.Rollback()
		resp, err := handler(context.WithValue(ctx, key{}, tx), req)
		if err != nil {
			return nil, err
		}
		return resp, tx.Commit()
	}
}

type orders struct {
	orderpb.UnimplementedOrdersServer
}

func (o *orders) Get(ctx context.Context, req *orderpb.GetRequest) (*orderpb.Order, error) {
	tx := ctx.Value(key{}).(*sql.Tx)
	_, err := tx.ExecContext(ctx, "update orders set seen = true where id = $1", req.Id)
	return &orderpb.Order{Id: req.Id}, err
}

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	s := grpc.NewServer(grpc.ChainUnaryInterceptor(transactional(db)))
	orderpb.RegisterOrdersServer(s, &orders{})
	log.Fatal(s.Serve(nil))
}
