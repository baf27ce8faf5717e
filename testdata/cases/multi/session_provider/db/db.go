// Package db hands out sessions.
package db

import "xorm.io/xorm"

var engine *xorm.Engine

// Setup opens the engine.
func Setup(dsn string) (err error) {
	engine, err = xorm.NewEngine("pgx", dsn) // want startup
	return err
}

// NewSession hands out a session that the caller closes.
func NewSession() *xorm.Session {
	return engine.NewSession() // want request-session
}
