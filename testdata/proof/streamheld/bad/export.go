// Package bad sends each row while the rows are open.
package bad

import (
	"database/sql"
	"fmt"
	"net/http"
	"strings"
)

// Orders exports orders.
type Orders struct{ db *sql.DB }

// New is for main.
func New(db *sql.DB) *Orders { return &Orders{db} }

// Export is the handler.
func (o *Orders) Export(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/event-stream")
	rows, err := o.db.QueryContext(r.Context(), "select name from orders")
	if err != nil {
		http.Error(w, err.Error(), http.StatusServiceUnavailable)
		return
	}
	defer rows.Close()
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			return
		}
		fmt.Fprintf(w, "data: %s\n\n", strings.Repeat(name, 20000))
		w.(http.Flusher).Flush()
	}
}
