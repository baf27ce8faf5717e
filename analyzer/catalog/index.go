package catalog

import (
	"maps"
	"slices"
	"strings"
)

// index answers what the data says of a package, or of a name alone.
type index interface {
	// info is of a package, or of a shape of generated packages such as
	// "<ent>"; nil if there is nothing to say.
	info(path string) *pkgInfo
	// paths are those of the packages of which it may say something, sorted.
	paths() []string
	// acquirers are functions by package name and function name.
	acquirers(pkgName, name string) []string
	// release reports whether some release has this bare name.
	release(name string) bool
}

// whole has read everything.
type whole struct {
	packages map[string]*pkgInfo // by import path; shapes as "<ent>", "<sqlc>"
	names    map[string][]string // "sql.Open" → database/sql.Open
	releases map[string]bool     // bare names
}

func newWhole() *whole {
	return &whole{packages: map[string]*pkgInfo{}, names: map[string][]string{}, releases: map[string]bool{}}
}

func (w *whole) info(path string) *pkgInfo { return w.packages[path] }

func (w *whole) paths() []string { return packagePaths(w.packages) }

func (w *whole) acquirers(pkgName, name string) []string {
	return slices.Clone(w.names[pkgName+"."+name])
}

func (w *whole) release(name string) bool { return w.releases[name] }

// packagePaths are the keys that are no shapes, sorted.
func packagePaths[V any](m map[string]V) []string {
	return slices.DeleteFunc(slices.Sorted(maps.Keys(m)), func(path string) bool { return strings.HasPrefix(path, "<") })
}
