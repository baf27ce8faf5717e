// mongo: what is given the context of the callback is on the session, what is given another one is not.
package main

import (
	"context"
	"log"
	"net/http"

	"go.mongodb.org/mongo-driver/mongo"
)

type store struct {
	client *mongo.Client
	coll   *mongo.Collection
}

func (s *store) clear(ctx context.Context) error {
	session, err := s.client.StartSession() // want request-session
	if err != nil {
		return err
	}
	defer session.EndSession(ctx)
	return mongo.WithSession(ctx, session, func(sc mongo.SessionContext) error { // want request-session
		if _, err := s.coll.DeleteMany(sc, nil); err != nil {
			return err
		}
		return s.rest(sc)
	})
}

func (s *store) rest(ctx context.Context) error {
	_, err := s.coll.DeleteMany(ctx, nil)
	return err
}

func (s *store) outside(ctx context.Context) error {
	session, err := s.client.StartSession() // want request-session
	if err != nil {
		return err
	}
	defer session.EndSession(ctx)
	return mongo.WithSession(ctx, session, func(mongo.SessionContext) error { // want request-session
		_, err := s.coll.DeleteMany(ctx, nil) // want SL202
		return err
	})
}

func (s *store) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	err := s.clear(r.Context())
	if err == nil {
		err = s.outside(r.Context())
	}
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
}

func main() {
	client, err := mongo.Connect(context.Background()) // want startup
	if err != nil {
		log.Fatal(err)
	}
	log.Fatal(http.ListenAndServe(":8080", &store{client, client.Database("m").Collection("movies")}))
}
