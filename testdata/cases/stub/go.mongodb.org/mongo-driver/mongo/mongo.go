// Package mongo holds the shapes of go.mongodb.org/mongo-driver/mongo that the cases use.
package mongo

import (
	"context"

	"go.mongodb.org/mongo-driver/mongo/options"
)

type Client struct{ id string }

type Database struct{ client *Client }

type Collection struct{ db *Database }

type InsertOneResult struct{ InsertedID any }

type SingleResult struct{ err error }

type SessionContext interface {
	context.Context
	Session
}

type Session interface {
	StartTransaction(...*options.TransactionOptions) error
	AbortTransaction(context.Context) error
	CommitTransaction(context.Context) error
	WithTransaction(ctx context.Context, fn func(ctx SessionContext) (any, error),
		opts ...*options.TransactionOptions) (any, error)
	EndSession(context.Context)
}

func Connect(ctx context.Context, opts ...*options.ClientOptions) (*Client, error) {
	return &Client{}, nil
}
func NewClient(opts ...*options.ClientOptions) (*Client, error) { return &Client{}, nil }

func (c *Client) Connect(ctx context.Context) error                                   { return nil }
func (c *Client) Disconnect(ctx context.Context) error                                { return nil }
func (c *Client) StartSession(opts ...*options.SessionOptions) (Session, error)       { return nil, nil }
func (c *Client) UseSession(ctx context.Context, fn func(SessionContext) error) error { return fn(nil) }
func (c *Client) Database(name string, opts ...*options.DatabaseOptions) *Database {
	return &Database{client: c}
}

func (db *Database) Collection(name string, opts ...*options.CollectionOptions) *Collection {
	return &Collection{db: db}
}

func (coll *Collection) InsertOne(ctx context.Context, document any, opts ...*options.InsertOneOptions) (*InsertOneResult, error) {
	return nil, nil
}

func (coll *Collection) FindOne(ctx context.Context, filter any, opts ...*options.FindOneOptions) *SingleResult {
	return &SingleResult{}
}

func NewSessionContext(ctx context.Context, sess Session) SessionContext { return nil }

func (sr *SingleResult) Decode(v any) error { return sr.err }

type Cursor struct{ n int }

func (coll *Collection) Find(ctx context.Context, filter any, opts ...*options.FindOptions) (*Cursor, error) {
	return &Cursor{}, nil
}
func (coll *Collection) CountDocuments(ctx context.Context, filter any) (int64, error) { return 0, nil }

func (c *Cursor) Next(ctx context.Context) bool              { return false }
func (c *Cursor) Decode(v any) error                         { return nil }
func (c *Cursor) All(ctx context.Context, results any) error { return nil }
func (c *Cursor) Err() error                                 { return nil }
func (c *Cursor) Close(ctx context.Context) error            { return nil }

type DeleteResult struct{ DeletedCount int64 }

func (coll *Collection) DeleteMany(ctx context.Context, filter any) (*DeleteResult, error) {
	return nil, nil
}

func WithSession(ctx context.Context, sess Session, fn func(SessionContext) error) error {
	return fn(nil)
}
