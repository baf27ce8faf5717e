package cli

import (
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strings"
)

// validate checks a command line as far as that can be done without loading
// the program. It returns the query for the engine.
func validate(o options, e Engine) (Query, error) {
	q := Query{
		Dir: o.dir, Patterns: o.patterns, Config: o.config, Tests: o.tests, Tags: o.tags,
		Policy: o.policy, Families: o.families, Scope: o.scope, Entries: o.audit,
		Baseline: o.baseline,
	}
	if _, err := findFormat(o.format); err != nil {
		return q, err
	}
	if o.quiet && o.verbose {
		return q, errQuietVerbose.of()
	}
	if o.fix && o.diff || o.watch && (o.fix || o.diff) {
		return q, errFixAlone.of()
	}
	if o.diff && o.format != "text" {
		return q, errDiffFormat.of(o.format)
	}
	if _, err := parseFailOn(o.failOn, e.Rules()); err != nil {
		return q, err
	}
	if err := e.Check(q); err != nil {
		return q, errBadSetting.of(err)
	}
	if o.dir != "" && !isDir(o.dir) {
		return q, errNoDir.of(o.dir)
	}
	if err := checkPatterns(o.dir, o.patterns); err != nil {
		return q, err
	}
	var err error
	if q.Cache, err = cacheDir(o.dir, o.cache); err != nil {
		return q, err
	}
	if _, err := exec.LookPath("go"); err != nil {
		return q, errNoGo.of()
	}
	return q, nil
}

// checkPatterns finds paths that do not exist: the go command answers those
// with an error about directories or modules, depending on where it runs.
func checkPatterns(dir string, patterns []string) error {
	for _, p := range patterns {
		at, local := patternDir(p)
		if !local {
			continue
		}
		if !filepath.IsAbs(at) {
			at = filepath.Join(dir, at)
		}
		if !isDir(at) {
			return errNothingMatches.of(p)
		}
	}
	return nil
}

// patternDir is the directory in or below which a pattern that is a path finds
// packages. What stands right before ... may be the beginning of a name.
func patternDir(pattern string) (dir string, local bool) {
	before, _, wild := strings.Cut(filepath.ToSlash(pattern), "...")
	if !isLocal(before) {
		return "", false
	}
	if wild && !strings.HasSuffix(before, "/") || strings.HasSuffix(before, ".go") {
		before = path.Dir(before)
	}
	return before, true
}

func isLocal(p string) bool {
	return p == "." || p == ".." || strings.HasPrefix(p, "./") || strings.HasPrefix(p, "../") || filepath.IsAbs(p)
}

// cacheDir resolves -cache as the go command resolves paths: after -C.
func cacheDir(dir, cache string) (string, error) {
	if cache == "" || cache == "off" {
		return cache, nil
	}
	at := cache
	if !filepath.IsAbs(at) {
		at = filepath.Join(dir, at)
	}
	abs, err := filepath.Abs(at)
	if err != nil {
		return "", errCacheNotDir.of(cache)
	}
	if canBeDir(abs) {
		return abs, nil
	}
	return "", errCacheNotDir.of(cache)
}

// canBeDir: a directory, or something to be made below one.
func canBeDir(name string) bool {
	info, err := os.Stat(name)
	if err == nil {
		return info.IsDir()
	}
	parent := filepath.Dir(name)
	return errors.Is(err, fs.ErrNotExist) && parent != name && canBeDir(parent)
}

func isDir(name string) bool {
	info, err := os.Stat(name)
	return err == nil && info.IsDir()
}
