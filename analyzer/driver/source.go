package driver

import (
	"path/filepath"
	"slices"
	"strings"

	"github.com/sessionlint/sessionlint/analyzer/policy/config"
)

// sources finds the source of packages by import path: of those of the build,
// and of others of the main module where they must lie.
type sources struct {
	byPath       map[string]*node
	root, module string
}

func newSources(g *graph, root, module string) *sources {
	s := &sources{byPath: map[string]*node{}, root: root, module: module}
	for _, n := range g.nodes {
		if n.id == n.path {
			s.byPath[n.path] = n
		}
	}
	return s
}

func (s *sources) find(path string) config.Source {
	n := s.byPath[path]
	if n != nil && n.dir != "" {
		var files []string
		for _, name := range slices.Concat(n.files, n.ignored) {
			if !filepath.IsAbs(name) {
				name = filepath.Join(n.dir, name)
			}
			files = append(files, name)
		}
		return config.Source{Files: files}
	}
	rest, ok := strings.CutPrefix(path+"/", s.module+"/")
	if !ok || strings.Contains(s.module, " ") { // of a workspace: nothing says where
		return config.Source{}
	}
	files, err := filepath.Glob(filepath.Join(s.root, filepath.FromSlash(rest), "*.go"))
	files = slices.DeleteFunc(files, func(name string) bool { return strings.HasSuffix(name, "_test.go") })
	return config.Source{Files: files, Missing: err != nil || len(files) == 0}
}

// paths lists the packages of the build, sorted.
func (s *sources) paths() []string {
	var paths []string
	for path := range s.byPath {
		paths = append(paths, path)
	}
	return sorted(paths)
}
