// gRPC: all is received first and stored in one transaction.
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
	var items []*feedpb.Item
	for {
		item, err := stream.Recv()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return err
		}
		items = append(items, item)
	}
	if err := s.store(stream.Context(), items); err != nil {
		return err
	}
	return stream.SendAndClose(&feedpb.Summary{Count: int64(len(items))})
}

func (s *server) store(ctx context.Context, items []*feedpb.Item) error {
	tx, err := s.db.BeginTx(ctx, nil) // want request-session
	if err != nil {
		return err
	}
	defer tx.Rollback()
	for _, item := range items {
		if _, err := tx.ExecContext(ctx, "insert into items values ($1)", item.Text); err != nil {
			return err
		}
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
