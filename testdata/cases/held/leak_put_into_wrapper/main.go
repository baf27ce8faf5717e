// A helper puts the connection into a value that is handed out, and whose user puts it back.
package main

import (
	"log"
	"net/http"

	"github.com/gomodule/redigo/redis"
)

type lent struct {
	conn redis.Conn
	from *lender
}

func (l *lent) giveBack() { l.from.put(l.conn) }

type lender struct {
	pool *redis.Pool
	free chan redis.Conn
}

func (l *lender) wrap(c redis.Conn) *lent { return &lent{conn: c, from: l} }

func (l *lender) put(c redis.Conn) {
	select {
	case l.free <- c:
	default:
		c.Close()
	}
}

func (l *lender) get() (*lent, error) {
	select {
	case c := <-l.free:
		return l.wrap(c), nil
	default:
		c := l.pool.Get() // want request-session
		if err := c.Err(); err != nil {
			c.Close()
			return nil, err
		}
		return l.wrap(c), nil
	}
}

func main() {
	pool := redis.NewPool(func() (redis.Conn, error) { // want startup
		return redis.Dial("tcp", ":6379") // want factory
	}, 4)
	l := &lender{pool: pool, free: make(chan redis.Conn, 4)}
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		c, err := l.get()
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		defer c.giveBack()
		if _, err := c.conn.Do("INCR", "visits"); err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
		}
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
