// Package repo reads orders.
package repo

import (
	"context"

	"example.com/cases/multi/static_chain/deep"
)

// CountOrders counts.
func CountOrders(ctx context.Context) (n int, err error) {
	db, err := deep.Connect("ORDERS")
	if err != nil {
		return 0, err
	}
	defer db.Close()
	err = db.QueryRowContext(ctx, "select count(*) from orders").Scan(&n)
	return n, err
}
