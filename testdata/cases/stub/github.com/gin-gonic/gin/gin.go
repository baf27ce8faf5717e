// Package gin holds the shapes of github.com/gin-gonic/gin that the cases use.
package gin

import (
	"io"
	"net/http"
)

type H map[string]any

type HandlerFunc func(*Context)

type Error struct{ Err error }

type ResponseWriter interface {
	http.ResponseWriter
	http.Flusher
	Status() int
}

type Context struct {
	Request *http.Request
	Writer  ResponseWriter
	Errors  []*Error
	keys    map[any]any
}

func (c *Context) Next()                                         {}
func (c *Context) Abort()                                        {}
func (c *Context) AbortWithStatus(code int)                      {}
func (c *Context) AbortWithError(code int, err error) *Error     { return nil }
func (c *Context) Set(key any, value any)                        { c.keys[key] = value }
func (c *Context) Get(key any) (value any, exists bool)          { value, exists = c.keys[key]; return }
func (c *Context) MustGet(key any) any                           { return c.keys[key] }
func (c *Context) Param(key string) string                       { return "" }
func (c *Context) Query(key string) (value string)               { return "" }
func (c *Context) JSON(code int, obj any)                        {}
func (c *Context) String(code int, format string, values ...any) {}
func (c *Context) Status(code int)                               {}
func (c *Context) SSEvent(name string, message any)              {}
func (c *Context) Stream(step func(w io.Writer) bool) bool       { return step(c.Writer) }

type IRoutes interface {
	Use(...HandlerFunc) IRoutes
	GET(string, ...HandlerFunc) IRoutes
	POST(string, ...HandlerFunc) IRoutes
}

type RouterGroup struct {
	Handlers []HandlerFunc
	basePath string
}

type Engine struct {
	RouterGroup
}

func New() *Engine     { return &Engine{} }
func Default() *Engine { return &Engine{} }

func (group *RouterGroup) Use(middleware ...HandlerFunc) IRoutes { return group }
func (group *RouterGroup) Group(relativePath string, handlers ...HandlerFunc) *RouterGroup {
	return group
}
func (group *RouterGroup) GET(relativePath string, handlers ...HandlerFunc) IRoutes    { return group }
func (group *RouterGroup) POST(relativePath string, handlers ...HandlerFunc) IRoutes   { return group }
func (group *RouterGroup) DELETE(relativePath string, handlers ...HandlerFunc) IRoutes { return group }
func (group *RouterGroup) Handle(httpMethod, relativePath string, handlers ...HandlerFunc) IRoutes {
	return group
}

func (engine *Engine) Use(middleware ...HandlerFunc) IRoutes              { return engine }
func (engine *Engine) ServeHTTP(w http.ResponseWriter, req *http.Request) {}
func (engine *Engine) Run(addr ...string) (err error)                     { return nil }

func WrapF(f http.HandlerFunc) HandlerFunc { return func(c *Context) { f(c.Writer, c.Request) } }
