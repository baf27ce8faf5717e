// gqlgen: the resolvers behind the generated schema run per request.
package main

import (
	"context"
	"database/sql"
	"log"
	"net/http"
	"os"

	"github.com/99designs/gqlgen/graphql/handler"
	"github.com/jackc/pgx/v5"

	"example.com/cases/gen/graph"
)

type Resolver struct {
	db  *sql.DB
	dsn string
}

func (r *Resolver) Query() graph.QueryResolver               { return &queryResolver{r} }
func (r *Resolver) Subscription() graph.SubscriptionResolver { return &subscriptionResolver{r} }
func (r *Resolver) User() graph.UserResolver                 { return &userResolver{r} }

type queryResolver struct{ *Resolver }

func (r *queryResolver) Users(ctx context.Context) ([]*graph.User, error) {
	db, err := sql.Open("pgx", r.dsn) // want violation SL101
	if err != nil {
		return nil, err
	}
	defer db.Close()
	return nil, db.PingContext(ctx)
}

type userResolver struct{ *Resolver }

func (r *userResolver) Posts(ctx context.Context, obj *graph.User) (n int, err error) {
	err = r.db.QueryRowContext(ctx, "select count(*) from posts where author = $1", obj.ID).Scan(&n)
	return n, err
}

type subscriptionResolver struct{ *Resolver }

func (r *subscriptionResolver) UserAdded(ctx context.Context) (<-chan *graph.User, error) {
	conn, err := pgx.Connect(ctx, r.dsn) // want violation SL102
	if err != nil {
		return nil, err
	}
	defer conn.Close(ctx)
	return make(chan *graph.User), conn.Ping(ctx)
}

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	cfg := graph.Config{Resolvers: &Resolver{db: db, dsn: os.Getenv("DSN")}}
	http.Handle("/query", handler.New(graph.NewExecutableSchema(cfg)))
	log.Fatal(http.ListenAndServe(":8080", nil))
}
