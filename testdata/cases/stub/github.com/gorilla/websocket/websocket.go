// Package websocket holds the shapes of github.com/gorilla/websocket that the cases use.
package websocket

import "net/http"

const TextMessage = 1

type Conn struct{ subprotocol string }

type Upgrader struct {
	ReadBufferSize, WriteBufferSize int
	CheckOrigin                     func(r *http.Request) bool
}

func (u *Upgrader) Upgrade(w http.ResponseWriter, r *http.Request, responseHeader http.Header) (*Conn, error) {
	return &Conn{}, nil
}

func (c *Conn) Close() error                                        { return nil }
func (c *Conn) ReadMessage() (messageType int, p []byte, err error) { return 0, nil, nil }
func (c *Conn) WriteMessage(messageType int, data []byte) error     { return nil }
func (c *Conn) WriteJSON(v any) error                               { return nil }
func (c *Conn) ReadJSON(v any) error                                { return nil }
