// AWS Lambda: main runs once per cold start, the function given to Start per invocation.
package main

import (
	"context"
	"database/sql"
	"log"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/jmoiron/sqlx"
)

type event struct{ ID string }

type reply struct{ Name string }

type app struct{ db *sql.DB }

func (a *app) handle(ctx context.Context, e event) (reply, error) {
	users, err := newUsers()
	if err != nil {
		return reply{}, err
	}
	defer users.Close()
	var r reply
	return r, users.GetContext(ctx, &r.Name, "select name from users where id = $1", e.ID)
}

func newUsers() (*sqlx.DB, error) {
	return sqlx.Connect("pgx", os.Getenv("USERS")) // want violation SL101
	// chain: (*app).handle -> newUsers
}

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want startup
	if err != nil {
		log.Fatal(err)
	}
	a := &app{db: db}
	lambda.Start(a.handle)
}
