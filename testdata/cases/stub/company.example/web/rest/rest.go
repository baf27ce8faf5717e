// Package rest is a company's own framework for JSON, in no catalog.
package rest

import "net/http"

// ResponseWriter writes JSON instead of bytes.
type ResponseWriter interface {
	Header() http.Header
	WriteHeader(int)
	WriteJSON(v any) error
}

// Request adds the variables of the path.
type Request struct {
	*http.Request
	Vars map[string]string
}

// HandlerFunc is a handler of this framework.
type HandlerFunc func(ResponseWriter, *Request)

// Route is a handler and where it stands.
type Route struct {
	Method, Path string
	Func         HandlerFunc
}

// MakeRouter makes a handler of routes.
func MakeRouter(routes ...*Route) http.Handler { return http.NotFoundHandler() }

// Params is what a function that is called by reflection gets.
type Params struct {
	Response http.ResponseWriter
	Request  *http.Request
}

// Server calls functions by reflection.
type Server struct{}

// Handlers makes a handler of func(Params) (T, error): it runs for each request.
func (*Server) Handlers(f any) http.Handler { return http.NotFoundHandler() }
