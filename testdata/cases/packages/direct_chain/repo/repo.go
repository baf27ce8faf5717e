// Package repo reads orders.
package repo

import "example.com/cases/packages/direct_chain/deep"

// All counts orders.
func All() (n int, err error) {
	db, err := deep.Open("orders")
	if err != nil {
		return 0, err
	}
	defer db.Close()
	err = db.QueryRow("select count(*) from orders").Scan(&n)
	return n, err
}
