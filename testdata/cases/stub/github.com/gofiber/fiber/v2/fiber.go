// Package fiber holds the shapes of github.com/gofiber/fiber/v2 that the cases use.
package fiber

import "context"

type Handler = func(*Ctx) error

type Config struct{ AppName string }

type Ctx struct{ path string }

func (c *Ctx) UserContext() context.Context                     { return context.Background() }
func (c *Ctx) SetUserContext(ctx context.Context)               {}
func (c *Ctx) Locals(key any, value ...any) any                 { return nil }
func (c *Ctx) Next() error                                      { return nil }
func (c *Ctx) Params(key string, defaultValue ...string) string { return "" }
func (c *Ctx) Query(key string, defaultValue ...string) string  { return "" }
func (c *Ctx) SendString(body string) error                     { return nil }
func (c *Ctx) SendStatus(status int) error                      { return nil }
func (c *Ctx) JSON(data any) error                              { return nil }

type Router interface {
	Use(args ...any) Router
	Get(path string, handlers ...Handler) Router
	Post(path string, handlers ...Handler) Router
	Group(prefix string, handlers ...Handler) Router
}

type App struct{ config Config }

func New(config ...Config) *App { return &App{} }

func (app *App) Use(args ...any) Router                          { return app }
func (app *App) Get(path string, handlers ...Handler) Router     { return app }
func (app *App) Post(path string, handlers ...Handler) Router    { return app }
func (app *App) Group(prefix string, handlers ...Handler) Router { return app }
func (app *App) Listen(addr string) error                        { return nil }
