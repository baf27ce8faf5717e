// NewClient and Connect are one acquisition in two calls, and one finding.
package main

import (
	"log"
	"net/http"
	"os"

	"go.mongodb.org/mongo-driver/mongo"
	"go.mongodb.org/mongo-driver/mongo/options"
)

func show(w http.ResponseWriter, r *http.Request) {
	client, err := mongo.NewClient(options.Client().ApplyURI(os.Getenv("URI"))) // want violation SL101
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	if err := client.Connect(r.Context()); err != nil { // want violation
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	defer client.Disconnect(r.Context())
	_ = client.Database("shop")
}

func main() {
	http.HandleFunc("/", show)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
