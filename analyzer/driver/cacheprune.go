package driver

import (
	"os"
	"path/filepath"
	"slices"
	"time"
)

const (
	pruneEvery = 24 * time.Hour
	pruneAge   = 5 * 24 * time.Hour // of entries that nothing has used since
	pruneSize  = 1 << 30            // bytes; the oldest go beyond that
	pruneMark  = "pruned"           // its time is that of the last pruning
)

// prune removes what nobody has used for days, at most once a day. Errors are
// of no interest: another process may be removing the same files.
func (c *cache) prune(now time.Time) {
	if c.dir == "" {
		return
	}
	mark := filepath.Join(c.dir, pruneMark)
	if info, err := os.Stat(mark); err == nil && now.Sub(info.ModTime()) < pruneEvery {
		return
	}
	// The mark goes first: processes that start meanwhile do not prune too.
	if err := os.WriteFile(mark, nil, 0o666); err != nil {
		return
	}
	os.Chtimes(mark, now, now)
	pruneFiles(c.files(), now)
}

type cacheFile struct {
	path string
	used time.Time
	size int64
}

// files lists the entries, and temporary files that a killed process left.
func (c *cache) files() []cacheFile {
	var files []cacheFile
	dirs, _ := filepath.Glob(filepath.Join(c.dir, "[0-9a-f][0-9a-f]"))
	for _, dir := range dirs {
		list, err := os.ReadDir(dir)
		if err != nil {
			continue
		}
		for _, f := range list {
			if info, err := f.Info(); err == nil && info.Mode().IsRegular() {
				files = append(files, cacheFile{filepath.Join(dir, f.Name()), info.ModTime(), info.Size()})
			}
		}
	}
	return files
}

func pruneFiles(files []cacheFile, now time.Time) {
	slices.SortFunc(files, func(a, b cacheFile) int { return b.used.Compare(a.used) })
	var kept int64
	for _, f := range files {
		kept += f.size
		if now.Sub(f.used) > pruneAge || kept > pruneSize {
			os.Remove(f.path)
			kept -= f.size
		}
	}
}
