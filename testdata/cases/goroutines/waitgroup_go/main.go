// sync.WaitGroup.Go runs for the handler that waits.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
	"sync"
)

func main() {
	http.HandleFunc("/all", func(w http.ResponseWriter, r *http.Request) {
		var wg sync.WaitGroup
		for _, name := range []string{"EU", "US"} {
			wg.Go(func() {
				db, err := sql.Open("pgx", os.Getenv(name)) // want violation SL101
				if err != nil {
					return
				}
				defer db.Close()
				_ = db.PingContext(r.Context())
			})
		}
		wg.Wait()
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
