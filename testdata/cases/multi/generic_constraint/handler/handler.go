// Package handler probes databases: one per request, another one at start-up.
package handler

import (
	"net/http"

	"example.com/cases/multi/generic_constraint/probe"
	"example.com/cases/multi/generic_constraint/target"
)

// Probe serves.
func Probe(w http.ResponseWriter, r *http.Request) {
	if probe.Run(target.Orders()) != nil {
		w.WriteHeader(http.StatusServiceUnavailable)
	}
}

// Warm is called by main.
func Warm() error { return probe.RunOnce(target.Archive()) }
