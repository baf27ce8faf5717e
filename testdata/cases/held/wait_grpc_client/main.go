// A generated client is called while a transaction is held, through a field and after the commit.
package main

import (
	"context"
	"database/sql"
	"log"
	"net/http"
	"os"

	"google.golang.org/grpc"

	"example.com/cases/gen/orderpb"
)

type server struct {
	db     *sql.DB
	orders orderpb.OrdersClient
}

func (s *server) copy(ctx context.Context, id string) error {
	tx, err := s.db.BeginTx(ctx, nil) // want request-session
	if err != nil {
		return err
	}
	defer tx.Rollback()
	order, err := s.orders.Get(ctx, &orderpb.GetRequest{Id: id}) // want SL302
	if err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, "insert into orders values (?)", order.Id); err != nil {
		return err
	}
	return tx.Commit()
}

func (s *server) export(ctx context.Context, id string) error {
	tx, err := s.db.BeginTx(ctx, nil) // want request-session
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if _, err := tx.ExecContext(ctx, "delete from orders where id = ?", id); err != nil {
		return err
	}
	if err := tx.Commit(); err != nil {
		return err
	}
	_, err = s.orders.Get(ctx, &orderpb.GetRequest{Id: id})
	return err
}

func (s *server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	err := s.copy(r.Context(), r.FormValue("id"))
	if err == nil {
		err = s.export(r.Context(), r.FormValue("id"))
	}
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
}

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	var conn grpc.ClientConn
	log.Fatal(http.ListenAndServe(":8080", &server{db, orderpb.NewOrdersClient(&conn)}))
}
