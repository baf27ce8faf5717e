// Package syncx holds the shapes of github.com/zeromicro/go-zero/core/syncx that the cases use.
package syncx

import "io"

type ResourceManager struct{}

func NewResourceManager() *ResourceManager { return &ResourceManager{} }

func (m *ResourceManager) GetResource(key string, create func() (io.Closer, error)) (io.Closer, error) {
	return create()
}
