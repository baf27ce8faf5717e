// Package redis holds the shapes of github.com/gomodule/redigo/redis that the cases use.
package redis

import (
	"context"
	"time"
)

type Conn interface {
	Close() error
	Err() error
	Do(commandName string, args ...any) (reply any, err error)
	Send(commandName string, args ...any) error
	Flush() error
	Receive() (reply any, err error)
}

type DialOption struct{ f func() }

type Pool struct {
	Dial         func() (Conn, error)
	DialContext  func(ctx context.Context) (Conn, error)
	TestOnBorrow func(c Conn, t time.Time) error
	MaxIdle      int
	MaxActive    int
	IdleTimeout  time.Duration
}

func NewPool(newFn func() (Conn, error), maxIdle int) *Pool {
	return &Pool{Dial: newFn, MaxIdle: maxIdle}
}

func (p *Pool) Get() Conn                                    { return nil }
func (p *Pool) GetContext(ctx context.Context) (Conn, error) { return nil, nil }
func (p *Pool) Close() error                                 { return nil }

func Dial(network, address string, options ...DialOption) (Conn, error) { return nil, nil }
func DialContext(ctx context.Context, network, address string, options ...DialOption) (Conn, error) {
	return nil, nil
}
func DialURL(rawurl string, options ...DialOption) (Conn, error) { return nil, nil }

func String(reply any, err error) (string, error) { return "", err }
