// An iterator of gocql has read its page: one that is not closed keeps no connection.
package main

import (
	"log"
	"net/http"

	"github.com/gocql/gocql"
)

var session *gocql.Session

func list(w http.ResponseWriter, r *http.Request) {
	it := session.Query("select name from orders").WithContext(r.Context()).Iter()
	m := map[string]interface{}{}
	for it.MapScan(m) {
		if m["name"] == "" {
			return
		}
	}
}

func main() {
	s, err := gocql.NewCluster("db").CreateSession() // want startup
	if err != nil {
		log.Fatal(err)
	}
	session = s
	http.HandleFunc("/", list)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
