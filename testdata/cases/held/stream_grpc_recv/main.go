//policy: relaxed

// gRPC: a client stream is received inside a transaction: a slow client keeps the locks.
package main

import (
	"context"
	"database/sql"
	"errors"
	"io"
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

func (s *server) Upload(stream feedpb.Feed_UploadServer) error {
	n, err := s.store(stream.Context(), stream)
	if err != nil {
		return err
	}
	return stream.SendAndClose(&feedpb.Summary{Count: n})
}

func (s *server) store(ctx context.Context, stream feedpb.Feed_UploadServer) (n int64, err error) {
	tx, err := s.db.BeginTx(ctx, nil) // want request-session
	if err != nil {
		return 0, err
	}
	defer tx.Rollback()
	for {
		item, err := stream.Recv() // want SL301
		if errors.Is(err, io.EOF) {
			return n, tx.Commit()
		}
		if err != nil {
			return 0, err
		}
		if _, err := tx.ExecContext(ctx, "insert into items values ($1)", item.Text); err != nil {
			return 0, err
		}
		n++
	}
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
