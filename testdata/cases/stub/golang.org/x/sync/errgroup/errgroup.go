// Package errgroup holds the shapes of golang.org/x/sync/errgroup that the cases use.
package errgroup

import (
	"context"
	"sync"
)

type Group struct {
	cancel func(error)
	wg     sync.WaitGroup
	err    error
}

func WithContext(ctx context.Context) (*Group, context.Context) { return &Group{}, ctx }

func (g *Group) Go(f func() error) { g.err = f() }
func (g *Group) SetLimit(n int)    {}
func (g *Group) Wait() error       { return g.err }
