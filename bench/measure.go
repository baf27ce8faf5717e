package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strings"
	"time"
)

// cost is what a command took, with everything that it started.
type cost struct {
	wall, cpu time.Duration
	memory    int64 // bytes: the largest of its processes at its peak
}

// command is something to measure.
type command struct {
	dir  string
	env  []string // beside the environment
	args []string
	ok   []int // exit statuses beside 0
}

// run runs the command once. Its output goes nowhere, so that nothing waits
// for a reader.
func (c command) run() (cost, error) {
	cmd := exec.Command(c.args[0], c.args[1:]...)
	cmd.Dir = c.dir
	cmd.Env = append(os.Environ(), c.env...)
	stderr, err := os.CreateTemp("", "stderr-*")
	if err != nil {
		return cost{}, err
	}
	defer os.Remove(stderr.Name())
	defer stderr.Close()
	cmd.Stderr = stderr
	start := time.Now()
	err = cmd.Run()
	wall := time.Since(start)
	var exit *exec.ExitError
	if err != nil && !(errors.As(err, &exit) && slices.Contains(c.ok, exit.ExitCode())) {
		text, _ := os.ReadFile(stderr.Name())
		return cost{}, fmt.Errorf("%s: %w\n%s", strings.Join(c.args, " "), err, lastLines(string(text), 10))
	}
	s := cmd.ProcessState
	return cost{wall, s.UserTime() + s.SystemTime(), peak(s)}, nil
}

func lastLines(text string, n int) string {
	lines := strings.Split(strings.TrimSpace(text), "\n")
	return strings.Join(lines[max(0, len(lines)-n):], "\n")
}

// least measures a command several times and keeps the least of each figure,
// which other work on the machine has disturbed least. Memory is the most.
func least(runs int, prepare func(i int) (command, error)) (cost, error) {
	var best cost
	for i := range runs {
		c, err := prepare(i)
		if err != nil {
			return best, err
		}
		got, err := c.run()
		if err != nil {
			return best, err
		}
		if i == 0 {
			best = got
			continue
		}
		best = cost{min(best.wall, got.wall), min(best.cpu, got.cpu), max(best.memory, got.memory)}
	}
	return best, nil
}
