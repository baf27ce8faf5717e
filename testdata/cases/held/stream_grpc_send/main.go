//policy: relaxed

// gRPC: the rows of a transaction are sent one by one.
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

func (s *server) Watch(q *feedpb.Query, stream feedpb.Feed_WatchServer) error {
	return s.each(stream.Context(), q.Topic, stream)
}

func (s *server) each(ctx context.Context, topic string, stream feedpb.Feed_WatchServer) error {
	tx, err := s.db.BeginTx(ctx, nil) // want request-session
	if err != nil {
		return err
	}
	defer tx.Rollback()
	rows, err := tx.QueryContext(ctx, "select text from items where topic = $1", topic)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		item := &feedpb.Item{}
		if err := rows.Scan(&item.Text); err != nil {
			return err
		}
		if err := stream.Send(item); err != nil { // want SL301
			return err
		}
	}
	if err := rows.Err(); err != nil {
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
