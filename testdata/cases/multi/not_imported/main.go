// The handlers call methods of types whose package they do not import: they get the values from the package between.
package main

import (
	"log"
	"net/http"

	"example.com/cases/multi/not_imported/handler"
)

func main() {
	http.HandleFunc("/result", handler.Result)
	http.HandleFunc("/field", handler.Field)
	http.HandleFunc("/embedded", handler.Embedded)
	http.HandleFunc("/alias", handler.Alias)
	http.HandleFunc("/element", handler.Element)
	http.HandleFunc("/argument", handler.Argument)
	http.HandleFunc("/callback", handler.Callback)
	http.HandleFunc("/converted", handler.Converted)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
