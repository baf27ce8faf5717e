// Package tx runs work and retries it.
package tx

// Retry calls fn until it succeeds.
func Retry(fn func() error) error {
	for range 3 {
		if fn() == nil {
			break
		}
	}
	return nil
}
