// The handler runs what another package's init put into a table.
package main

import (
	"net/http"

	_ "example.com/cases/packages/function_table/jobs"
	"example.com/cases/packages/function_table/registry"
)

func main() {
	http.HandleFunc("/run", func(w http.ResponseWriter, r *http.Request) { _ = registry.Run(r.URL.Path) })
	_ = http.ListenAndServe(":8080", nil)
}
