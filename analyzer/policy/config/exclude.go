package config

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/sessionlint/sessionlint/analyzer/rule"
)

// ExcludesNothing lists the patterns of exclude that no file has. They are
// relative to the configuration's folder, or to root when it has none.
func (c *Config) ExcludesNothing(root string) []rule.Declared {
	if c == nil {
		return nil
	}
	dir := c.Dir
	if dir == "" {
		dir = root
	}
	var out []rule.Declared
	for i, glob := range c.Exclude {
		if !matchesBelow(dir, glob) {
			out = append(out, rule.Declared{By: "config", What: "exclude", Symbol: glob, Position: c.position(c.excluded[i])})
		}
	}
	return out
}

// maxLooked is how many files are looked at for one pattern: in a larger tree
// nothing is said of it.
const maxLooked = 200_000

var errFound = errors.New("found")

// matchesBelow reports whether a pattern may mean something in a folder. What
// cannot be read, and hidden folders, are not looked into.
func matchesBelow(dir, glob string) bool {
	elements := strings.Split(glob, "/")
	plain := 0
	for plain < len(elements) && !strings.ContainsAny(elements[plain], "*?[\\") {
		plain++
	}
	start := filepath.Join(dir, filepath.Join(elements[:plain]...))
	if _, err := os.Stat(start); plain == len(elements) || err != nil {
		return err == nil
	}
	looked := 0
	err := filepath.WalkDir(start, func(path string, d fs.DirEntry, err error) error {
		if err != nil || path == dir {
			return nil
		}
		rel, relErr := filepath.Rel(dir, path)
		if looked++; looked > maxLooked || relErr != nil || matchGlob(elements, strings.Split(filepath.ToSlash(rel), "/")) {
			return errFound
		}
		if d.IsDir() && path != start && (strings.HasPrefix(d.Name(), ".") || d.Name() == "node_modules") {
			return fs.SkipDir
		}
		return nil
	})
	return err == errFound
}
