// Package handler serves.
package handler

import (
	"net/http"

	"example.com/cases/packages/direct_chain/repo"
)

// List serves the list.
func List(w http.ResponseWriter, r *http.Request) { _, _ = repo.All() }
