//go:build wireinject

package main

import "github.com/google/wire"

func initializeApp() (*app, error) {
	wire.Build(newDB, newApp)
	return nil, nil
}
