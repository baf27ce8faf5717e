// Package registry keeps functions by name.
package registry

var table = map[string]func() error{}

// Add registers one.
func Add(name string, fn func() error) { table[name] = fn }

// Run runs one.
func Run(name string) error { return table[name]() }
