package driver

import (
	"slices"
	"sync"
	"sync/atomic"
	"testing"
)

func TestGateLimits(t *testing.T) {
	g := newGate(3)
	var now, most atomic.Int32
	var wg sync.WaitGroup
	for i := range 50 {
		wg.Go(func() {
			g.do(i, func() {
				n := now.Add(1)
				for old := most.Load(); n > old && !most.CompareAndSwap(old, n); old = most.Load() {
				}
				now.Add(-1)
			})
		})
	}
	wg.Wait()
	if most.Load() > 3 {
		t.Errorf("%d at a time", most.Load())
	}
	if g.free != 3 {
		t.Errorf("%d free at the end", g.free)
	}
}

func TestGateOrder(t *testing.T) {
	g := newGate(1)
	g.enter(0)
	var wg sync.WaitGroup
	var order []int
	for _, rank := range []int{5, 1, 4, 2, 3} {
		wg.Go(func() { g.do(rank, func() { order = append(order, rank) }) })
	}
	for waiting := 0; waiting < 5; {
		g.mu.Lock()
		waiting = len(g.waiting)
		g.mu.Unlock()
	}
	g.leave()
	wg.Wait()
	if want := []int{1, 2, 3, 4, 5}; !slices.Equal(order, want) {
		t.Errorf("order %v", order)
	}
}

// A task that panics does not keep its place.
func TestGatePanic(t *testing.T) {
	g := newGate(1)
	func() {
		defer func() { recover() }()
		g.do(0, func() { panic("oh") })
	}()
	g.do(0, func() {})
}
