package driver

import (
	"container/heap"
	"sync"
)

// gate lets a fixed number of tasks run at a time. Of those that wait, the one
// with the lowest number goes first: packages are numbered imports first, so
// work goes down one branch of the import graph before it begins the next, and
// what a finished branch needed can be freed.
type gate struct {
	mu      sync.Mutex
	free    int
	waiting waiters
}

type waiter struct {
	rank int
	turn chan struct{}
}

// waiters is a heap of tasks by rank.
type waiters []waiter

func (w waiters) Len() int           { return len(w) }
func (w waiters) Less(i, j int) bool { return w[i].rank < w[j].rank }
func (w waiters) Swap(i, j int)      { w[i], w[j] = w[j], w[i] }
func (w *waiters) Push(x any)        { *w = append(*w, x.(waiter)) }
func (w *waiters) Pop() any {
	last := (*w)[len(*w)-1]
	*w = (*w)[:len(*w)-1]
	return last
}

func newGate(size int) *gate { return &gate{free: max(size, 1)} }

// do runs f when it is its turn. f must not wait for other tasks.
func (g *gate) do(rank int, f func()) {
	g.enter(rank)
	defer g.leave()
	f()
}

func (g *gate) enter(rank int) {
	g.mu.Lock()
	if g.free > 0 {
		g.free--
		g.mu.Unlock()
		return
	}
	turn := make(chan struct{})
	heap.Push(&g.waiting, waiter{rank, turn})
	g.mu.Unlock()
	<-turn
}

func (g *gate) leave() {
	g.mu.Lock()
	defer g.mu.Unlock()
	if len(g.waiting) == 0 {
		g.free++
		return
	}
	close(heap.Pop(&g.waiting).(waiter).turn)
}
