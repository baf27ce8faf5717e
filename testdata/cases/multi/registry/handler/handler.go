// Package handler runs the plugin that the request names.
package handler

import (
	"net/http"

	"example.com/cases/multi/registry/registry"
)

// Run serves.
func Run(w http.ResponseWriter, r *http.Request) {
	p, ok := registry.Get(r.FormValue("plugin"))
	if !ok {
		http.NotFound(w, r)
		return
	}
	_ = p.Do(r.FormValue("arg"))
}
