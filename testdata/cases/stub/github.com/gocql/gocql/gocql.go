// Package gocql is a stub of github.com/gocql/gocql.
package gocql

import "context"

// ClusterConfig says where the cluster is.
type ClusterConfig struct{ Keyspace string }

// NewCluster makes a configuration.
func NewCluster(hosts ...string) *ClusterConfig { return &ClusterConfig{} }

// CreateSession dials the cluster.
func (c *ClusterConfig) CreateSession() (*Session, error) { return &Session{}, nil }

// Session is a pool.
type Session struct{}

// Query makes a query.
func (s *Session) Query(stmt string, values ...interface{}) *Query { return &Query{} }

// Close ends it.
func (s *Session) Close() {}

// Query is a query.
type Query struct{}

// WithContext gives it a context.
func (q *Query) WithContext(ctx context.Context) *Query { return q }

// Iter runs it.
func (q *Query) Iter() *Iter { return &Iter{} }

// Iter is what it returned.
type Iter struct{}

// Scan reads a row.
func (i *Iter) Scan(dest ...interface{}) bool { return false }

// MapScan reads a row.
func (i *Iter) MapScan(m map[string]interface{}) bool { return false }

// Close returns the error.
func (i *Iter) Close() error { return nil }
