// connect: unary and server-streaming methods behind the generated constructor.
package main

import (
	"context"
	"database/sql"
	"log"
	"net/http"
	"os"

	"connectrpc.com/connect"
	"github.com/jackc/pgx/v5"

	items "example.com/cases/gen/itemsconnect"
)

type service struct{ dsn string }

func (s *service) GetItem(ctx context.Context, req *connect.Request[items.GetItemRequest]) (*connect.Response[items.Item], error) {
	db, err := sql.Open("pgx", s.dsn) // want violation SL101
	if err != nil {
		return nil, err
	}
	defer db.Close()
	return connect.NewResponse(&items.Item{Id: req.Msg.Id}), db.PingContext(ctx)
}

func (s *service) ListItems(ctx context.Context, req *connect.Request[items.ListItemsRequest], stream *connect.ServerStream[items.Item]) error {
	conn, err := pgx.Connect(ctx, s.dsn) // want violation SL102
	if err != nil {
		return err
	}
	err = conn.Ping(ctx)
	_ = conn.Close(ctx)
	if err != nil {
		return err
	}
	return stream.Send(&items.Item{Id: req.Msg.Prefix})
}

func main() {
	mux := http.NewServeMux()
	mux.Handle(items.NewItemsHandler(&service{dsn: os.Getenv("DSN")}))
	log.Fatal(http.ListenAndServe(":8080", mux))
}
