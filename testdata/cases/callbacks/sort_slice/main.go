// The standard library calls the comparison for the handler.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
	"sort"
)

func main() {
	http.HandleFunc("/top", top)
	log.Fatal(http.ListenAndServe(":8080", nil))
}

func top(w http.ResponseWriter, r *http.Request) {
	names := r.URL.Query()["name"]
	sort.Slice(names, func(i, j int) bool { return score(names[i]) < score(names[j]) })
}

func score(name string) (n int) {
	db, err := sql.Open("pgx", os.Getenv("DSN")) // want violation SL101
	if err != nil {
		return 0
	}
	defer db.Close()
	_ = db.QueryRow("select score from players where name = $1", name).Scan(&n)
	return n
}
