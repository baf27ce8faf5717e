// A company's helper opens: the finding is the own call into it.
package main

import (
	"log"
	"net/http"

	"company.example/dbutil"
)

func report(w http.ResponseWriter, r *http.Request) {
	db, err := dbutil.OpenReplica(r.Context(), "REPORTS") // want violation SL101
	// chain: report
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	defer db.Close()
	_ = dbutil.Healthy(r.Context(), db)
}

func main() {
	http.HandleFunc("/report", report)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
