// Package do holds the shapes of github.com/samber/do/v2 that the cases use.
package do

type Injector interface {
	ID() string
	Name() string
}

type Provider[T any] func(Injector) (T, error)

type RootScope struct{ id string }

func (s *RootScope) ID() string   { return s.id }
func (s *RootScope) Name() string { return s.id }

func New(packages ...func(Injector)) *RootScope { return &RootScope{} }

func Provide[T any](i Injector, provider Provider[T])          {}
func ProvideValue[T any](i Injector, value T)                  {}
func ProvideTransient[T any](i Injector, provider Provider[T]) {}

func Invoke[T any](i Injector) (T, error) { var zero T; return zero, nil }
func MustInvoke[T any](i Injector) T      { var zero T; return zero }
