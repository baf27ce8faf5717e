// The two calls in start-up code.
package main

import (
	"context"
	"log"
	"net/http"
	"os"

	"go.mongodb.org/mongo-driver/mongo"
	"go.mongodb.org/mongo-driver/mongo/options"
)

var client *mongo.Client

func setup(ctx context.Context) (err error) {
	client, err = mongo.NewClient(options.Client().ApplyURI(os.Getenv("URI"))) // want startup
	if err != nil {
		return err
	}
	return client.Connect(ctx) // want startup
}

func main() {
	if err := setup(context.Background()); err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		_, _ = client.Database("shop").Collection("hits").InsertOne(r.Context(), struct{}{})
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
