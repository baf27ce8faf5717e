// A generic adapter decodes, calls and encodes; the business function opens.
package main

import (
	"context"
	"database/sql"
	"encoding/json"
	"log"
	"net/http"
	"os"
)

func handle[Req, Resp any](f func(context.Context, Req) (Resp, error)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		var req Req
		if err := json.NewDecoder(r.Body).Decode(&req); err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		resp, err := f(r.Context(), req)
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		_ = json.NewEncoder(w).Encode(resp)
	}
}

type addRequest struct{ Name string }

type addResponse struct{ ID int }

func add(ctx context.Context, req addRequest) (resp addResponse, err error) {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want violation SL101
	if err != nil {
		return resp, err
	}
	defer db.Close()
	err = db.QueryRowContext(ctx, "insert into items values ($1) returning id", req.Name).Scan(&resp.ID)
	return resp, err
}

func main() {
	http.HandleFunc("POST /items", handle(add))
	log.Fatal(http.ListenAndServe(":8080", nil))
}
