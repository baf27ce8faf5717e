//policy: relaxed

// gRPC: a dialogue answers inside the transaction of each message.
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
		if err := s.answer(stream.Context(), stream, in); err != nil {
			return err
		}
	}
}

func (s *server) answer(ctx context.Context, stream feedpb.Feed_ChatServer, in *feedpb.Item) error {
	tx, err := s.db.BeginTx(ctx, nil) // want request-session
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if _, err := tx.ExecContext(ctx, "insert into items values ($1)", in.Text); err != nil {
		return err
	}
	if err := stream.Send(&feedpb.Item{Text: "stored"}); err != nil { // want SL301
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
