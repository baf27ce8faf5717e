// MongoDB sessions: in a handler's body, deep and ended, and by callback.
package main

import (
	"context"
	"log"
	"net/http"
	"os"

	"go.mongodb.org/mongo-driver/mongo"
	"go.mongodb.org/mongo-driver/mongo/options"
)

type repo struct{ client *mongo.Client }

func (r *repo) touch(ctx context.Context) error {
	sess, err := r.client.StartSession() // want request-session
	if err != nil {
		return err
	}
	defer sess.EndSession(ctx)
	_, err = r.client.Database("shop").Collection("hits").InsertOne(mongo.NewSessionContext(ctx, sess), struct{}{})
	return err
}

func (r *repo) deep(w http.ResponseWriter, req *http.Request) { _ = r.touch(req.Context()) }

func (r *repo) callback(w http.ResponseWriter, req *http.Request) {
	_ = r.client.UseSession(req.Context(), func(sc mongo.SessionContext) error { // want request-session
		_, err := r.client.Database("shop").Collection("hits").InsertOne(sc, struct{}{})
		return err
	})
}

func (r *repo) own(w http.ResponseWriter, req *http.Request) {
	sess, err := r.client.StartSession() // want violation SL103
	if err != nil {
		return
	}
	defer sess.EndSession(req.Context())
}

func main() {
	client, err := mongo.Connect(context.Background(), options.Client().ApplyURI(os.Getenv("URI"))) // want startup
	if err != nil {
		log.Fatal(err)
	}
	r := &repo{client: client}
	http.HandleFunc("/deep", r.deep)
	http.HandleFunc("/callback", r.callback)
	http.HandleFunc("/own", r.own)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
