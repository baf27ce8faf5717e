// Package chi holds the shapes of github.com/go-chi/chi/v5 that the cases use.
package chi

import "net/http"

type Router interface {
	http.Handler
	Use(middlewares ...func(http.Handler) http.Handler)
	Group(fn func(r Router)) Router
	Route(pattern string, fn func(r Router)) Router
	Mount(pattern string, h http.Handler)
	Method(method, pattern string, h http.Handler)
	Get(pattern string, h http.HandlerFunc)
	Post(pattern string, h http.HandlerFunc)
	Delete(pattern string, h http.HandlerFunc)
}

type Mux struct{ handler http.Handler }

func NewRouter() *Mux { return &Mux{} }

func (mx *Mux) ServeHTTP(w http.ResponseWriter, r *http.Request)    {}
func (mx *Mux) Use(middlewares ...func(http.Handler) http.Handler)  {}
func (mx *Mux) Group(fn func(r Router)) Router                      { fn(mx); return mx }
func (mx *Mux) Route(pattern string, fn func(r Router)) Router      { fn(mx); return mx }
func (mx *Mux) Mount(pattern string, handler http.Handler)          {}
func (mx *Mux) Method(method, pattern string, handler http.Handler) {}
func (mx *Mux) Get(pattern string, handlerFn http.HandlerFunc)      {}
func (mx *Mux) Post(pattern string, handlerFn http.HandlerFunc)     {}
func (mx *Mux) Delete(pattern string, handlerFn http.HandlerFunc)   {}

func URLParam(r *http.Request, key string) string { return "" }
