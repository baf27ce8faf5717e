// Package fixed collects, gives the connection back, then sends.
package fixed

import (
	"context"
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
	names, err := o.names(r.Context())
	if err != nil {
		http.Error(w, err.Error(), http.StatusServiceUnavailable)
		return
	}
	for _, name := range names {
		fmt.Fprintf(w, "data: %s\n\n", strings.Repeat(name, 20000))
		w.(http.Flusher).Flush()
	}
}

func (o *Orders) names(ctx context.Context) ([]string, error) {
	rows, err := o.db.QueryContext(ctx, "select name from orders")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []string
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			return nil, err
		}
		out = append(out, name)
	}
	return out, rows.Err()
}
