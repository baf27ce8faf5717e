// AWS Lambda: the pool is opened on the first invocation and kept.
package main

import (
	"context"
	"database/sql"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
)

var db *sql.DB

type event struct{ ID string }

func handle(ctx context.Context, e event) error {
	if db == nil {
		var err error
		db, err = sql.Open("pgx", os.Getenv("DSN")) // want singleton
		if err != nil {
			return err
		}
	}
	_, err := db.ExecContext(ctx, "update events set seen = true where id = $1", e.ID)
	return err
}

func main() { lambda.Start(handle) }
