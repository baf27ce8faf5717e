// Package web is a company's own router, in no catalog.
package web

import "net/http"

// Context is what a handler of this router gets.
type Context struct {
	Writer  http.ResponseWriter
	Request *http.Request
	Params  map[string]string
}

// HandlerFunc is a handler of this router.
type HandlerFunc func(c *Context) error

// Router routes by method and path.
type Router struct{ routes map[string]HandlerFunc }

// Get registers a handler.
func (r *Router) Get(path string, h HandlerFunc) {
	if r.routes == nil {
		r.routes = map[string]HandlerFunc{}
	}
	r.routes["GET "+path] = h
}

// ServeHTTP finds the handler and calls it.
func (r *Router) ServeHTTP(w http.ResponseWriter, req *http.Request) {
	if h, ok := r.routes[req.Method+" "+req.URL.Path]; ok {
		_ = h(&Context{Writer: w, Request: req})
	}
}
