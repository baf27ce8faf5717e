// A MongoDB client is a pool; databases and collections are only handles.
package main

import (
	"context"
	"log"
	"net/http"
	"os"

	"go.mongodb.org/mongo-driver/mongo"
	"go.mongodb.org/mongo-driver/mongo/options"
)

type server struct{ shared *mongo.Client }

func (s *server) good(w http.ResponseWriter, r *http.Request) {
	_, _ = s.shared.Database("shop").Collection("hits").InsertOne(r.Context(), struct{ Path string }{r.URL.Path})
}

func (s *server) bad(w http.ResponseWriter, r *http.Request) {
	client, err := mongo.Connect(r.Context(), options.Client().ApplyURI(os.Getenv("URI"))) // want violation SL101
	if err != nil {
		return
	}
	defer client.Disconnect(r.Context())
	_ = client.Database("shop").Collection("hits").FindOne(r.Context(), struct{}{}).Decode(&struct{}{})
}

func main() {
	client, err := mongo.Connect(context.Background(), options.Client().ApplyURI(os.Getenv("URI"))) // want startup
	if err != nil {
		log.Fatal(err)
	}
	s := &server{shared: client}
	http.HandleFunc("/good", s.good)
	http.HandleFunc("/bad", s.bad)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
