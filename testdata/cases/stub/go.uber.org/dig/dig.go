// Package dig holds the shapes of go.uber.org/dig that the cases use.
package dig

type Option interface{ applyOption(*Container) }

type ProvideOption interface{ applyProvideOption() }

type InvokeOption interface{ applyInvokeOption() }

type ScopeOption interface{ noScopeOption() }

type In struct{ _ struct{} }

type Out struct{ _ struct{} }

type Container struct{ scope *Scope }

type Scope struct{ name string }

func New(opts ...Option) *Container { return &Container{} }

func (c *Container) Provide(constructor any, opts ...ProvideOption) error { return nil }
func (c *Container) Invoke(function any, opts ...InvokeOption) error      { return nil }
func (c *Container) Scope(name string, opts ...ScopeOption) *Scope        { return &Scope{name: name} }

func (s *Scope) Provide(constructor any, opts ...ProvideOption) error  { return nil }
func (s *Scope) Invoke(function any, opts ...InvokeOption) (err error) { return nil }
