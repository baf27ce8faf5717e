// Package backoff is a helper module that knows nothing of databases.
package backoff

import "context"

// Retry calls op until it succeeds.
func Retry[T any](ctx context.Context, op func() (T, error)) (T, error) {
	for {
		v, err := op()
		if err == nil || ctx.Err() != nil {
			return v, err
		}
	}
}
