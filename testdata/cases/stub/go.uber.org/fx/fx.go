// Package fx holds the shapes of go.uber.org/fx that the cases use.
package fx

import (
	"context"

	"go.uber.org/dig"
)

type In = dig.In

type Out = dig.Out

type Option interface{ apply() }

type Annotation interface{ apply() error }

type Hook struct {
	OnStart func(context.Context) error
	OnStop  func(context.Context) error
}

type Lifecycle interface{ Append(Hook) }

type App struct{ err error }

func New(opts ...Option) *App { return &App{} }

func (app *App) Run() {}

func Provide(constructors ...any) Option        { return nil }
func Invoke(funcs ...any) Option                { return nil }
func Options(opts ...Option) Option             { return nil }
func Module(name string, opts ...Option) Option { return nil }
func Annotate(t any, anns ...Annotation) any    { return t }
func As(interfaces ...any) Annotation           { return nil }
