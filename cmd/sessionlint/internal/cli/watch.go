package cli

import (
	"context"
	"fmt"
	"hash/fnv"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// watchEvery is how often the files are looked at: soon enough for a person who
// has just saved one, and rare enough to cost nothing.
const watchEvery = 500 * time.Millisecond

// watch runs the analysis whenever a source file changes, until it is
// interrupted. Only what changed is read again.
func watch(ctx context.Context, o options, env Env, run func()) int {
	before := snapshot(orHere(o.dir))
	for {
		run()
		fmt.Fprintf(env.Stderr, "sessionlint: %s: waiting for changes, interrupt to end\n", env.Now().Format(time.TimeOnly))
		for {
			select {
			case <-ctx.Done():
				return exitClean
			case <-time.After(watchEvery):
			}
			if now := snapshot(orHere(o.dir)); now != before {
				before = now
				break
			}
		}
	}
}

// snapshot identifies the state of the source files below a directory by their
// names, sizes and times.
func snapshot(dir string) uint64 {
	h := fnv.New64a()
	// A file that goes away meanwhile is a change that the next look sees.
	_ = filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return nil
		}
		name := d.Name()
		if d.IsDir() {
			if path != dir && (strings.HasPrefix(name, ".") || name == "node_modules") {
				return filepath.SkipDir
			}
			return nil
		}
		if !watched(name) {
			return nil
		}
		if info, err := d.Info(); err == nil {
			fmt.Fprintf(h, "%s %d %d\n", path, info.Size(), info.ModTime().UnixNano())
		}
		return nil
	})
	return h.Sum64()
}

func watched(name string) bool {
	return strings.HasSuffix(name, ".go") ||
		slices.Contains([]string{"go.mod", "go.sum", "go.work", "modules.txt", ".sessionlint.yaml"}, name)
}
