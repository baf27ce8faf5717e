// gRPC: the unary method holds its transaction and streams nothing.
package main

import (
	"context"
	"database/sql"
	"log"
	"os"

	"google.golang.org/grpc"

	"example.com/cases/gen/feedpb"
)

type store struct{ db *sql.DB }

type server struct {
	feedpb.UnimplementedFeedServer
	db *sql.DB
}

func (s *server) Count(ctx context.Context, q *feedpb.Query) (*feedpb.Summary, error) {
	n, err := s.count(ctx, q.Topic)
	return &feedpb.Summary{Count: n}, err
}

func (s *server) count(ctx context.Context, topic string) (n int64, err error) {
	tx, err := s.db.BeginTx(ctx, nil) // want request-session
	if err != nil {
		return 0, err
	}
	defer tx.Rollback()
	err = tx.QueryRowContext(ctx, "select count(*) from items where topic = $1", topic).Scan(&n)
	return n, err
}

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	srv := grpc.NewServer()
	feedpb.RegisterFeedServer(srv, &server{db: db})
	log.Fatal(srv.Serve(nil))
}
