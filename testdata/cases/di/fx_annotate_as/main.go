// fx hands a constructor's result out as an interface: what is behind it is reached.
package main

import (
	"database/sql"
	"net/http"
	"os"

	"go.uber.org/fx"
)

type saver interface{ save(r *http.Request) error }

type adapter struct{ dsn string }

func newAdapter() *adapter { return &adapter{os.Getenv("DSN")} }

func (a *adapter) save(r *http.Request) error {
	db, err := sql.Open("pgx", a.dsn) // want violation SL101
	if err != nil {
		return err
	}
	defer db.Close()
	_, err = db.ExecContext(r.Context(), "insert into t default values")
	return err
}

type api struct{ s saver }

func newAPI(s saver) *api { return &api{s} }

func (a *api) handle(w http.ResponseWriter, r *http.Request) {
	if err := a.s.save(r); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
}

func register(a *api) { http.HandleFunc("/", a.handle) }

func main() {
	fx.New(
		fx.Provide(fx.Annotate(newAdapter, fx.As(new(saver)))),
		fx.Provide(newAPI),
		fx.Invoke(register),
	).Run()
}
