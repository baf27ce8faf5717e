// Package repo uses a dialer.
package repo

import "example.com/cases/packages/unexported_type/deep"

// Ping dials.
func Ping() error { return deep.New("x").Dial() }
