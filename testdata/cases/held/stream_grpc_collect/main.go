// gRPC: the items are read inside a transaction and sent after it.
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
	items, err := s.load(stream.Context(), q.Topic)
	if err != nil {
		return err
	}
	for _, item := range items {
		if err := stream.Send(item); err != nil {
			return err
		}
	}
	return nil
}

func (s *server) load(ctx context.Context, topic string) ([]*feedpb.Item, error) {
	tx, err := s.db.BeginTx(ctx, nil) // want request-session
	if err != nil {
		return nil, err
	}
	defer tx.Rollback()
	rows, err := tx.QueryContext(ctx, "select text from items where topic = $1", topic)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []*feedpb.Item
	for rows.Next() {
		item := &feedpb.Item{}
		if err := rows.Scan(&item.Text); err != nil {
			return nil, err
		}
		out = append(out, item)
	}
	return out, rows.Err()
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
