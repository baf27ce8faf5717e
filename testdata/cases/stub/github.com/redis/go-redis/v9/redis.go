// Package redis holds the shapes of github.com/redis/go-redis/v9 that the cases use.
package redis

import (
	"context"
	"net"
	"time"
)

type Options struct {
	Addr      string
	PoolSize  int
	Dialer    func(ctx context.Context, network, addr string) (net.Conn, error)
	OnConnect func(ctx context.Context, cn *Conn) error
}

type cmdable func(ctx context.Context, cmd Cmder) error

type Client struct {
	cmdable
	opt *Options
}

type Conn struct{ cmdable }

type Tx struct{ cmdable }

type PubSub struct{ closed bool }

type Message struct{ Channel, Payload string }

type ChannelOption func()

type Cmder interface{ Err() error }

type StatusCmd struct{ err error }

type StringCmd struct{ err error }

func (c *StatusCmd) Err() error              { return c.err }
func (c *StringCmd) Err() error              { return c.err }
func (c *StringCmd) Result() (string, error) { return "", c.err }

type Pipeliner interface {
	Set(ctx context.Context, key string, value any, expiration time.Duration) *StatusCmd
	Exec(ctx context.Context) ([]Cmder, error)
}

func NewClient(opt *Options) *Client { return &Client{opt: opt} }

func (c cmdable) Get(ctx context.Context, key string) *StringCmd { return &StringCmd{} }
func (c cmdable) Set(ctx context.Context, key string, value any, expiration time.Duration) *StatusCmd {
	return &StatusCmd{}
}

func (c *Client) Close() error                                               { return nil }
func (c *Client) Conn() *Conn                                                { return &Conn{} }
func (c *Client) Subscribe(ctx context.Context, channels ...string) *PubSub  { return &PubSub{} }
func (c *Client) PSubscribe(ctx context.Context, channels ...string) *PubSub { return &PubSub{} }
func (c *Client) Pipeline() Pipeliner                                        { return nil }
func (c *Client) TxPipeline() Pipeliner                                      { return nil }
func (c *Client) WithTimeout(timeout time.Duration) *Client                  { return c }
func (c *Client) Watch(ctx context.Context, fn func(*Tx) error, keys ...string) error {
	return fn(&Tx{})
}

func (c *Conn) Close() error { return nil }

func (c *PubSub) Close() error                                         { return nil }
func (c *PubSub) ReceiveMessage(ctx context.Context) (*Message, error) { return nil, nil }
func (c *PubSub) Channel(opts ...ChannelOption) <-chan *Message        { return nil }
