// Package redis holds the shapes of github.com/zeromicro/go-zero/core/stores/redis that the cases use.
package redis

import (
	"context"
	"io"

	red "github.com/redis/go-redis/v9"
	"github.com/zeromicro/go-zero/core/syncx"
)

type RedisConf struct{ Host, Type string }

type Redis struct{ Addr string }

var clientManager = syncx.NewResourceManager()

func MustNewRedis(c RedisConf) *Redis { return &Redis{Addr: c.Host} }

func getClient(r *Redis) (*red.Client, error) {
	val, err := clientManager.GetResource(r.Addr, func() (io.Closer, error) {
		return red.NewClient(&red.Options{Addr: r.Addr}), nil
	})
	if err != nil {
		return nil, err
	}
	return val.(*red.Client), nil
}

func (s *Redis) HdelCtx(ctx context.Context, key string, fields ...string) (bool, error) {
	_, err := getClient(s)
	return err == nil, err
}
