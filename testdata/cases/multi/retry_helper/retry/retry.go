// Package retry calls again.
package retry

import "log"

// Do calls fn up to n times.
func Do(n int, fn func() error) (err error) {
	for range n {
		if err = fn(); err == nil {
			return nil
		}
	}
	return err
}

// Logged is Do with a log line.
func Logged(name string, fn func() error) error {
	return Do(5, func() error {
		err := fn()
		log.Print(name, ": ", err)
		return err
	})
}
