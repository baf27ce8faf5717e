// Package lazy is a generic container.
package lazy

// Box holds a function.
type Box[T any] struct{ fn func() T }

// Put makes a box.
func Put[T any](fn func() T) *Box[T] { return &Box[T]{fn: fn} }

// Get calls the function.
func (b *Box[T]) Get() T { return b.fn() }
