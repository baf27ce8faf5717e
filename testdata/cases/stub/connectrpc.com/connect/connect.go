// Package connect holds the shapes of connectrpc.com/connect that the cases use.
package connect

import (
	"context"
	"net/http"
)

type Request[T any] struct{ Msg *T }

type Response[T any] struct{ Msg *T }

func NewResponse[T any](message *T) *Response[T] { return &Response[T]{Msg: message} }

type ServerStream[Res any] struct{ sent int }

func (s *ServerStream[Res]) Send(msg *Res) error { return nil }

type HandlerOption interface{ applyToHandler() }

type Handler struct{ procedure string }

func (h *Handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {}

func NewUnaryHandler[Req, Res any](procedure string, unary func(context.Context, *Request[Req]) (*Response[Res], error), options ...HandlerOption) *Handler {
	return &Handler{procedure: procedure}
}

func NewServerStreamHandler[Req, Res any](procedure string, implementation func(context.Context, *Request[Req], *ServerStream[Res]) error, options ...HandlerOption) *Handler {
	return &Handler{procedure: procedure}
}
