// Package repo reads sales.
package repo

import (
	"context"

	"example.com/cases/multi/third_party_helper/replica"
)

// Sales sums.
func Sales(ctx context.Context) (cents int, err error) {
	db, err := replica.Open(ctx)
	if err != nil {
		return 0, err
	}
	defer db.Close()
	err = db.QueryRowContext(ctx, "select sum(cents) from sales").Scan(&cents)
	return cents, err
}
