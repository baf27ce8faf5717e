// The pool hides in a predicate on the right of && in a condition.
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
)

func main() {
	http.HandleFunc("/register", register)
	log.Fatal(http.ListenAndServe(":8080", nil))
}

func register(w http.ResponseWriter, r *http.Request) {
	login := r.FormValue("login")
	if login != "" && loginFree(login) {
		w.WriteHeader(http.StatusCreated)
		return
	}
	w.WriteHeader(http.StatusConflict)
}

func loginFree(login string) bool {
	db, err := sql.Open("mysql", os.Getenv("DSN")) // want violation SL101
	// chain: register -> loginFree
	if err != nil {
		return false
	}
	defer db.Close()
	var n int
	_ = db.QueryRow("select count(*) from users where login = ?", login).Scan(&n)
	return n == 0
}
