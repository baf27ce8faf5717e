// Package trace has a decorator that other packages call.
package trace

import "log"

// Do traces f.
func Do(name string, f func() error) func() error {
	return func() error {
		log.Print(name)
		return f()
	}
}
