// Package fasthttp holds the shapes of github.com/valyala/fasthttp that the cases use.
package fasthttp

import "bufio"

type RequestHandler func(ctx *RequestCtx)

// StreamWriter writes a body after the handler returned.
type StreamWriter func(w *bufio.Writer)

type RequestCtx struct{ path string }

func (ctx *RequestCtx) SetBodyStreamWriter(sw StreamWriter) {}
func (ctx *RequestCtx) Error(msg string, statusCode int)    {}

func ListenAndServe(addr string, handler RequestHandler) error { return nil }
