// fx hands a constructor of one package out as an interface of another.
package main

import (
	"go.uber.org/fx"

	"example.com/cases/multi/fx_annotate_as/api"
	"example.com/cases/multi/fx_annotate_as/store"
)

func main() {
	fx.New(
		fx.Provide(fx.Annotate(store.NewAdapter, fx.As(new(api.Saver)))),
		fx.Provide(api.New),
		fx.Invoke(api.Register),
	).Run()
}
