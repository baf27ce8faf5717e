// Two instances of a generic repository: one opens per request, one shares.
package main

import (
	"net/http"

	"example.com/cases/packages/generic_repository/repo"
	"example.com/cases/packages/generic_repository/store"
)

type user struct{ name string }

type order struct{ id int }

func main() {
	users, orders := repo.New[user](store.Shared), repo.New[order](store.Fresh)
	http.HandleFunc("/users", func(w http.ResponseWriter, r *http.Request) { _, _ = users.Find("1") })
	http.HandleFunc("/orders", func(w http.ResponseWriter, r *http.Request) { _, _ = orders.Find("1") })
	_ = http.ListenAndServe(":8080", nil)
}
