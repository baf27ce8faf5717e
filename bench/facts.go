package main

import (
	"bytes"
	"compress/flate"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// This program stands in the place of a tool of go vet to learn how large the
// facts are that the tool writes: it runs the tool, and notes what lies where
// the go command wanted the facts.
const (
	toolVariable = "BENCH_RECORD_TOOL" // the tool to run
	logVariable  = "BENCH_RECORD_LOG"  // the file to append to: size, whether there are test files, and id, one package a line
)

func recording() bool { return os.Getenv(toolVariable) != "" }

// record runs the tool with the arguments of the go command.
func record(args []string) int {
	cmd := exec.Command(os.Getenv(toolVariable), args...)
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if len(args) == 1 && args[0] == "-V=full" {
		// An identity of its own, or go vet would run nothing.
		out = fmt.Appendf(bytes.TrimSpace(out), "-%d\n", os.Getppid())
	}
	os.Stdout.Write(out)
	if len(args) > 0 && strings.HasSuffix(args[len(args)-1], ".cfg") {
		if err := note(args[len(args)-1]); err != nil {
			fmt.Fprintln(os.Stderr, "bench:", err)
			return 2
		}
	}
	if err != nil {
		return max(cmd.ProcessState.ExitCode(), 1)
	}
	return 0
}

func note(config string) error {
	data, err := os.ReadFile(config)
	if err != nil {
		return err
	}
	var c struct {
		ID, VetxOutput string
		GoFiles        []string
	}
	if err := json.Unmarshal(data, &c); err != nil {
		return err
	}
	info, err := os.Stat(c.VetxOutput)
	if err != nil {
		return nil // the tool failed, and has said so
	}
	f, err := os.OpenFile(os.Getenv(logVariable), os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o666)
	if err != nil {
		return err
	}
	defer f.Close()
	tests := slices.ContainsFunc(c.GoFiles, func(name string) bool { return strings.HasSuffix(name, "_test.go") })
	_, err = fmt.Fprintf(f, "%d %t %s\n", info.Size(), tests, c.ID)
	return err
}

// factSizes are the sizes of the facts of all packages, and of those that are
// no variants of packages for tests, which the standalone run does not have.
type factSizes struct{ all, plain, largest int64 }

func (b *bench) factSizes(t *tree) (s factSizes, err error) {
	log := filepath.Join(b.work, "facts.log")
	os.Remove(log)
	c := command{
		dir: t.dir, ok: []int{1},
		env:  []string{toolVariable + "=" + b.tools.sessionlint[0], logVariable + "=" + log},
		args: []string{"go", "vet", "-vettool=" + b.tools.self, "./..."},
	}
	if _, err := c.run(); err != nil {
		return s, err
	}
	data, err := os.ReadFile(log)
	if err != nil {
		return s, err
	}
	plain := map[string]int64{} // by id, which all variants of a package share
	for line := range strings.Lines(string(data)) {
		var size int64
		var tests bool
		var id string
		if _, err := fmt.Sscanf(line, "%d %t %s", &size, &tests, &id); err != nil {
			return s, fmt.Errorf("%s: %w", log, err)
		}
		s.all += size
		s.largest = max(s.largest, size)
		if least, known := plain[id]; !tests && !strings.HasSuffix(id, ".test") && (!known || size < least) {
			plain[id] = size
		}
	}
	for _, size := range plain {
		s.plain += size
	}
	return s, nil
}

// summarySizes are the sizes of the entries of sessionlint's own cache, as they
// are and compressed in the way of facts.
type summarySizes struct{ stored, compressed int64 }

func summariesIn(cache string) (s summarySizes, err error) {
	err = filepath.WalkDir(cache, func(path string, d fs.DirEntry, err error) error {
		if err != nil || !d.Type().IsRegular() {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		s.stored += int64(len(data))
		n := &counter{}
		w, err := flate.NewWriter(n, flate.BestSpeed)
		if err != nil {
			return err
		}
		if _, err := io.Copy(w, bytes.NewReader(data)); err != nil {
			return err
		}
		err = w.Close()
		s.compressed += n.bytes
		return err
	})
	return s, err
}

type counter struct{ bytes int64 }

func (c *counter) Write(p []byte) (int, error) {
	c.bytes += int64(len(p))
	return len(p), nil
}
