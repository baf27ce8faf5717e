// Package lru holds the shapes of github.com/hashicorp/golang-lru/v2 that the cases use.
package lru

type Cache[K comparable, V any] struct{ items map[K]V }

func New[K comparable, V any](size int) (*Cache[K, V], error) {
	return &Cache[K, V]{items: map[K]V{}}, nil
}

func (c *Cache[K, V]) Get(key K) (value V, ok bool)      { value, ok = c.items[key]; return }
func (c *Cache[K, V]) Add(key K, value V) (evicted bool) { c.items[key] = value; return false }
