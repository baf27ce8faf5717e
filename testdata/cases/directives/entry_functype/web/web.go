// Package web is a router of one's own, whose handlers look like any function.
package web

// Handler answers a call.
//
//sessionlint:entry request
type Handler func(path string) error

// Option sets something; it is a function type like the other.
type Option func(name string) error

type Router struct {
	routes  map[string]Handler
	options []Option
}

func New(options ...Option) *Router {
	return &Router{routes: map[string]Handler{}, options: options}
}

func (r *Router) Add(path string, h Handler) { r.routes[path] = h }
