// Package options holds the shapes of go.mongodb.org/mongo-driver/mongo/options that the cases use.
package options

type ClientOptions struct{ uri string }

type SessionOptions struct{}

type TransactionOptions struct{}

type DatabaseOptions struct{}

type CollectionOptions struct{}

type InsertOneOptions struct{}

type FindOneOptions struct{}

func Client() *ClientOptions { return &ClientOptions{} }

func (c *ClientOptions) ApplyURI(uri string) *ClientOptions { c.uri = uri; return c }

type FindOptions struct{ Limit *int64 }
