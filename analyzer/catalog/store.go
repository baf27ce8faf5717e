package catalog

import (
	"go/types"
	"strings"
)

// Store names the kind of database that a symbol talks to: "sql" for database/sql
// and everything that speaks SQL, else the product. A session of one kind does
// not compete with one of another.
func Store(symbol string) string {
	for _, name := range notSQL {
		if strings.Contains(symbol, name) {
			return name
		}
	}
	return "sql"
}

// notSQL are parts of the import paths of clients that speak no SQL.
var notSQL = [...]string{
	"mongo", "mgo", "redis", "bbolt", "/bolt", "badger", "pebble", "leveldb", "buntdb", "neo4j", "gocql", "arangodb",
	"couch", "etcd", "zookeeper", "kafka", "amqp", "nats", "elastic", "opensearch", "memcache", "dynamodb", "cloud.google.com",
	"influx", "aerospike", "nutsdb", "ldap",
}

// StreamValue reports whether a type is that of an open stream: a parameter of
// it makes a function a streaming handler.
func (c *Catalog) StreamValue(t types.Type) bool {
	n := namedType(t)
	if n == nil || n.Obj().Pkg() == nil {
		return false
	}
	s := c.paramType(n, 0)
	return s != nil && s.Kind == Stream
}

// Names reports whether the catalog has something to say of a package.
func (c *Catalog) Names(path string) bool { return c.known.info(path) != nil }

// RowsType reports whether a type is that of open rows: what a query returns
// that keeps its connection until it is closed. A cursor without Close keeps
// nothing of its own, nor does a type that a row says takes nothing.
func (c *Catalog) RowsType(t types.Type) bool {
	n := namedType(t)
	if n == nil || n.Obj().Pkg() == nil {
		return false
	}
	info := c.known.info(n.Obj().Pkg().Path())
	if info == nil {
		return false
	}
	switch n.Obj().Name() {
	case "Rows", "Cursor", "Iter", "BatchResults":
		if ti := info.types[n.Obj().Name()]; ti != nil && ti.cheap {
			return false
		}
		return closes(n)
	}
	return false
}

func closes(n *types.Named) bool {
	var t types.Type = n
	if !types.IsInterface(n) {
		t = types.NewPointer(n)
	}
	obj, _, _ := types.LookupFieldOrMethod(t, false, n.Obj().Pkg(), "Close")
	_, ok := obj.(*types.Func)
	return ok
}
