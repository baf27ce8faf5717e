// Package base is embedded by handlers.
package base

import "example.com/cases/multi/promoted/deep"

// Controller is embedded.
type Controller struct {
	deep.Source
	name string
}

// New makes a Controller.
func New(dsn string) *Controller { return &Controller{Source: deep.Source{DSN: dsn}, name: "base"} }
