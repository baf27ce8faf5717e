// gRPC: the stream is passed as the program's own interface, and is sent to after the commit.
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

type sender interface{ Send(*feedpb.Item) error }

func (s *server) Watch(q *feedpb.Query, stream feedpb.Feed_WatchServer) error {
	return s.each(stream.Context(), stream)
}

func (s *server) each(ctx context.Context, out sender) error {
	tx, err := s.db.BeginTx(ctx, nil) // want request-session
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if _, err := tx.ExecContext(ctx, "update hits set n = n + 1"); err != nil {
		return err
	}
	if err := tx.Commit(); err != nil {
		return err
	}
	return out.Send(&feedpb.Item{Text: "counted"})
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
