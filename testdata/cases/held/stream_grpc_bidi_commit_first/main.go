// gRPC: a dialogue answers after each message's transaction is committed.
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

func (s *server) Chat(stream feedpb.Feed_ChatServer) error {
	for {
		in, err := stream.Recv()
		if err != nil {
			return err
		}
		if err := s.store(stream.Context(), in); err != nil {
			return err
		}
		if err := stream.Send(&feedpb.Item{Text: "stored"}); err != nil {
			return err
		}
	}
}

func (s *server) store(ctx context.Context, in *feedpb.Item) error {
	tx, err := s.db.BeginTx(ctx, nil) // want request-session
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if _, err := tx.ExecContext(ctx, "insert into items values ($1)", in.Text); err != nil {
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
	feedpb.RegisterFeedServer(srv, &server{db: db})
	log.Fatal(srv.Serve(nil))
}
