//policy: relaxed

// gRPC: rows of a plain query are open while each is sent.
package main

import (
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
	rows, err := s.db.QueryContext(stream.Context(), "select text from items")
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
	return rows.Err()
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
