// Package asynq holds the shapes of github.com/hibiken/asynq that the cases use.
package asynq

import "context"

type Task struct{ typename string }

func (t *Task) Type() string    { return t.typename }
func (t *Task) Payload() []byte { return nil }

type Handler interface {
	ProcessTask(context.Context, *Task) error
}

type HandlerFunc func(context.Context, *Task) error

func (fn HandlerFunc) ProcessTask(ctx context.Context, task *Task) error { return fn(ctx, task) }

type ServeMux struct{ patterns []string }

func NewServeMux() *ServeMux { return &ServeMux{} }

func (mux *ServeMux) Handle(pattern string, handler Handler)                                {}
func (mux *ServeMux) HandleFunc(pattern string, handler func(context.Context, *Task) error) {}
func (mux *ServeMux) ProcessTask(ctx context.Context, task *Task) error                     { return nil }

type RedisConnOpt interface{ MakeRedisClient() any }

type RedisClientOpt struct{ Addr string }

func (opt RedisClientOpt) MakeRedisClient() any { return nil }

type Config struct{ Concurrency int }

type Server struct{ cfg Config }

func NewServer(r RedisConnOpt, cfg Config) *Server { return &Server{cfg: cfg} }

func (srv *Server) Run(handler Handler) error { return nil }
