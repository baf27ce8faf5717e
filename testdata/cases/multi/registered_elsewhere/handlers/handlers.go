// Package handlers has handlers that another package registers; here they might as well be called by one.
package handlers

import (
	"database/sql"
	"net/http"
)

// API serves orders.
type API struct{ DB *sql.DB }

// Create inserts an order.
func (a *API) Create(w http.ResponseWriter, r *http.Request) {
	tx, err := a.DB.BeginTx(r.Context(), nil) // want violation SL103
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	defer tx.Rollback()
	if _, err := tx.ExecContext(r.Context(), "insert into orders default values"); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	tx.Commit()
}

// Touch is called by a handler, and is none.
func (a *API) Touch(w http.ResponseWriter, r *http.Request) {
	tx, err := a.DB.BeginTx(r.Context(), nil) // want request-session
	if err != nil {
		return
	}
	defer tx.Rollback()
	if _, err := tx.ExecContext(r.Context(), "update orders set seen = now()"); err != nil {
		return
	}
	tx.Commit()
}
