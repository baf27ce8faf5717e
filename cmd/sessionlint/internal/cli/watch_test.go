package cli

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

// countingEngine says each time that it has analysed.
type countingEngine struct {
	fakeEngine
	ran chan struct{}
}

func (e countingEngine) Analyze(ctx context.Context, q Query) (*Result, error) {
	e.ran <- struct{}{}
	return e.fakeEngine.Analyze(ctx, q)
}

// lockedBuffer is written by the run and read by the test.
type lockedBuffer struct {
	mu  sync.Mutex
	buf bytes.Buffer
}

func (b *lockedBuffer) Write(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.buf.Write(p)
}

func (b *lockedBuffer) String() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.buf.String()
}

func TestWatch(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	write("main.go", "package main\n")
	ctx, stop := context.WithCancel(t.Context())
	e := countingEngine{fakeEngine{result: result()}, make(chan struct{})}
	var stderr lockedBuffer
	env := Env{Stdin: strings.NewReader(""), Stdout: &bytes.Buffer{}, Stderr: &stderr, Getenv: func(string) string { return "" }, Now: time.Now}
	code := make(chan int)
	go func() { code <- Run(ctx, []string{"-watch", "-C", dir}, env, e) }()

	await := func(what string) {
		t.Helper()
		select {
		case <-e.ran:
		case <-time.After(time.Minute):
			t.Fatalf("no run after %s; standard error: %s", what, stderr.String())
		}
	}
	await("the start")
	write("notes.txt", "no source\n")
	select {
	case <-e.ran:
		t.Error("a file that is no source made it run")
	case <-time.After(3 * watchEvery):
	}
	write("main.go", "package main // changed\n")
	await("a change")
	write("more.go", "package main\n")
	await("a new file")
	if err := os.Remove(filepath.Join(dir, "more.go")); err != nil {
		t.Fatal(err)
	}
	await("a file went away")
	stop()
	if got := <-code; got != exitClean {
		t.Errorf("exit status %d", got)
	}
	if !strings.Contains(stderr.String(), "waiting for changes") {
		t.Errorf("standard error: %s", stderr.String())
	}
}
