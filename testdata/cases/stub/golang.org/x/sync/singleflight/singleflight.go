// Package singleflight holds the shapes of golang.org/x/sync/singleflight that the cases use.
package singleflight

import "sync"

type Group struct{ mu sync.Mutex }

func (g *Group) Do(key string, fn func() (any, error)) (v any, err error, shared bool) {
	v, err = fn()
	return v, err, false
}
