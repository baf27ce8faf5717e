package cli

import (
	"fmt"
	"io"
	"sync"
	"time"
)

// Progress is shown for runs that take longer than progressAfter, and redrawn
// no more often than a person reads.
const (
	progressAfter = time.Second
	progressEvery = 200 * time.Millisecond
)

// progress is one line on a terminal that says what a long run is doing.
type progress struct {
	w       io.Writer
	done    chan struct{}
	stopped sync.WaitGroup

	mu    sync.Mutex
	stage string
	at    [2]int
}

func startProgress(w io.Writer) *progress {
	p := &progress{w: w, done: make(chan struct{})}
	p.stopped.Go(p.draw)
	return p
}

// draw shows the line from time to time and takes it away at the end.
func (p *progress) draw() {
	wait := time.NewTimer(progressAfter)
	defer wait.Stop()
	shown := false
	for {
		select {
		case <-p.done:
			if shown {
				fmt.Fprint(p.w, "\r\x1b[K")
			}
			return
		case <-wait.C:
			fmt.Fprint(p.w, "\r\x1b[K"+p.line())
			shown = true
			wait.Reset(progressEvery)
		}
	}
}

func (p *progress) update(stage string, done, total int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.stage, p.at = stage, [2]int{done, total}
}

func (p *progress) line() string {
	p.mu.Lock()
	defer p.mu.Unlock()
	what := stageWords(p.stage)
	if p.at[1] > 0 {
		what += fmt.Sprintf(" %d/%d", p.at[0], p.at[1])
	}
	return "sessionlint: " + what
}

// stop takes the line away. The writer is free to use afterwards.
func (p *progress) stop() {
	close(p.done)
	p.stopped.Wait()
}
