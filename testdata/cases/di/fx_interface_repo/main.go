// fx injects the repository through an interface: its method opens a pool per call.
package main

import (
	"database/sql"
	"net/http"
	"os"

	"go.uber.org/fx"
)

type users interface{ count() (int, error) }

type pgUsers struct{ dsn string }

func newUsers() users { return &pgUsers{dsn: os.Getenv("DSN")} }

func (u *pgUsers) count() (n int, err error) {
	db, err := sql.Open("pgx", u.dsn) // want violation SL101
	if err != nil {
		return 0, err
	}
	defer db.Close()
	err = db.QueryRow("select count(*) from users").Scan(&n)
	return n, err
}

type handler struct{ users users }

func newHandler(u users) *handler { return &handler{users: u} }

func (h *handler) show(w http.ResponseWriter, r *http.Request) { _, _ = h.users.count() }

func run(h *handler) {
	http.HandleFunc("/users", h.show)
	go http.ListenAndServe(":8080", nil)
}

func main() { fx.New(fx.Provide(newUsers, newHandler), fx.Invoke(run)).Run() }
