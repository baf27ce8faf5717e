// A cursor that is read with All is closed by it; a return before that leaves it open.
package main

import (
	"context"
	"encoding/json"
	"log"
	"net/http"

	"go.mongodb.org/mongo-driver/mongo"
)

type movie struct{ Title string }

type movies struct{ coll *mongo.Collection }

func (m *movies) all(ctx context.Context) ([]movie, error) {
	cursor, err := m.coll.Find(ctx, nil)
	if err != nil {
		return nil, err
	}
	var list []movie
	if err := cursor.All(ctx, &list); err != nil {
		return nil, err
	}
	return list, nil
}

func (m *movies) counted(ctx context.Context) ([]movie, int64, error) {
	cursor, err := m.coll.Find(ctx, nil) // want SL401
	if err != nil {
		return nil, 0, err
	}
	n, err := m.coll.CountDocuments(ctx, nil)
	if err != nil {
		return nil, 0, err
	}
	var list []movie
	err = cursor.All(ctx, &list)
	return list, n, err
}

func (m *movies) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	list, err := m.all(r.Context())
	if r.URL.Query().Has("count") {
		list, _, err = m.counted(r.Context())
	}
	if err == nil {
		err = json.NewEncoder(w).Encode(list)
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
	log.Fatal(http.ListenAndServe(":8080", &movies{client.Database("m").Collection("movies")}))
}
