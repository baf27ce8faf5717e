//go:build wireinject

package main

import "github.com/google/wire"

func initializeReport() (*report, error) {
	wire.Build(newDB, newReport)
	return nil, nil
}
