// The helper calls back: bound at the call site, as with an own helper.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"

	"company.example/dbutil"
)

func main() {
	pools := map[string]*sql.DB{}
	err := dbutil.Each([]string{"EU", "US"}, func(name string) (err error) {
		pools[name], err = sql.Open("pgx", os.Getenv(name)) // want startup
		return err
	})
	if err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/good", func(w http.ResponseWriter, r *http.Request) {
		_ = dbutil.Each([]string{"EU"}, func(name string) error { return pools[name].PingContext(r.Context()) })
	})
	http.HandleFunc("/bad", func(w http.ResponseWriter, r *http.Request) {
		_ = dbutil.Each([]string{"EU"}, func(name string) error {
			db, err := sql.Open("pgx", os.Getenv(name)) // want violation SL101
			if err != nil {
				return err
			}
			return db.Close()
		})
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
