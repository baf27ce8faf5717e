// An engine per request.
package main

import (
	"log"
	"net/http"
	"os"

	"xorm.io/xorm"
)

func main() {
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		engine, err := xorm.NewEngine("mysql", os.Getenv("DSN")) // want violation SL101
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		defer engine.Close()
		_, _ = engine.Insert(&struct{ Path string }{r.URL.Path})
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
