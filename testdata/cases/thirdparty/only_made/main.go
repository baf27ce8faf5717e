// A third-party value whose method would open is made and shown, but its method is not called.
package main

import (
	"log"
	"net/http"
	"os"

	"company.example/dbutil"
)

type config struct{ lookup *dbutil.Lookup }

func main() {
	c := config{lookup: &dbutil.Lookup{DSN: os.Getenv("REGISTRY")}}
	http.HandleFunc("/config", func(w http.ResponseWriter, r *http.Request) {
		_, _ = w.Write([]byte(c.lookup.DSN))
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
