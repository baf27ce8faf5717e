// The framework is in no catalog; its request embeds net/http's, and its writer has another way to write.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"

	"company.example/web/rest"
)

func list(w rest.ResponseWriter, r *rest.Request) {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want violation SL101
	if err != nil {
		w.WriteHeader(http.StatusInternalServerError)
		return
	}
	defer db.Close()
	_ = w.WriteJSON(db.PingContext(r.Context()))
}

func main() {
	log.Fatal(http.ListenAndServe(":8080", rest.MakeRouter(&rest.Route{Method: "GET", Path: "/orders", Func: list})))
}
