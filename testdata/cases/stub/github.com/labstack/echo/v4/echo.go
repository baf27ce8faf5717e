// Package echo holds the shapes of github.com/labstack/echo/v4 that the cases use.
package echo

import "net/http"

type HandlerFunc func(c Context) error

type MiddlewareFunc func(next HandlerFunc) HandlerFunc

type Context interface {
	Request() *http.Request
	Response() *Response
	Param(name string) string
	QueryParam(name string) string
	Get(key string) any
	Set(key string, val any)
	String(code int, s string) error
	JSON(code int, i any) error
	NoContent(code int) error
}

type Response struct {
	Writer http.ResponseWriter
	Status int
}

func (r *Response) Header() http.Header               { return r.Writer.Header() }
func (r *Response) Write(b []byte) (n int, err error) { return r.Writer.Write(b) }
func (r *Response) WriteHeader(code int)              {}
func (r *Response) Flush()                            {}

type Route struct{ Method, Path, Name string }

type Echo struct{ Debug bool }

type Group struct{ prefix string }

func New() *Echo { return &Echo{} }

func (e *Echo) Use(middleware ...MiddlewareFunc)                              {}
func (e *Echo) GET(path string, h HandlerFunc, m ...MiddlewareFunc) *Route    { return nil }
func (e *Echo) POST(path string, h HandlerFunc, m ...MiddlewareFunc) *Route   { return nil }
func (e *Echo) DELETE(path string, h HandlerFunc, m ...MiddlewareFunc) *Route { return nil }
func (e *Echo) Group(prefix string, m ...MiddlewareFunc) (g *Group)           { return &Group{} }
func (e *Echo) Start(address string) error                                    { return nil }
func (e *Echo) ServeHTTP(w http.ResponseWriter, r *http.Request)              {}
func (g *Group) Use(middleware ...MiddlewareFunc)                             {}
func (g *Group) GET(path string, h HandlerFunc, m ...MiddlewareFunc) *Route   { return nil }
func (g *Group) POST(path string, h HandlerFunc, m ...MiddlewareFunc) *Route  { return nil }
