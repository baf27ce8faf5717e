// Plugins register themselves in init of packages that main imports for that only.
package main

import (
	"log"
	"net/http"

	"example.com/cases/multi/registry/handler"
	_ "example.com/cases/multi/registry/pluginmail"
	_ "example.com/cases/multi/registry/pluginsql"
)

func main() {
	http.HandleFunc("/run", handler.Run)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
