package driver

import (
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// locator names files for reports: relative to the root, or by module.
type locator struct {
	root string
	dirs map[string]string // of a package's path: the directory as reported
}

// newLocator learns where the packages lie.
func newLocator(root string, g *graph) *locator {
	l := &locator{root: root, dirs: make(map[string]string, len(g.nodes))}
	for _, n := range g.nodes {
		if n.dir != "" {
			l.dirs[n.path] = l.dirOf(n)
		}
	}
	return l
}

// locate returns the report's name of a file of a package.
func (l *locator) locate(pkgPath, file string) string {
	if dir, ok := l.dirs[pkgPath]; ok {
		return path.Join(dir, file)
	}
	return path.Join(pkgPath, file)
}

func (l *locator) dirOf(n *node) string {
	if rel, ok := below(l.root, n.dir); ok {
		return rel
	}
	if n.module == nil || n.module.Dir == "" {
		return filepath.ToSlash(n.dir)
	}
	name := n.module.Path
	if n.module.Version != "" {
		name += "@" + n.module.Version
	}
	if rel, ok := below(n.module.Dir, n.dir); ok {
		return path.Join(name, rel)
	}
	return filepath.ToSlash(n.dir)
}

// below returns dir relative to root, with slashes, when it lies in it.
func below(root, dir string) (string, bool) {
	rel, err := filepath.Rel(root, dir)
	if err != nil || rel == ".." || strings.HasPrefix(rel, ".."+string(filepath.Separator)) {
		return "", false
	}
	return filepath.ToSlash(rel), true
}

// rootOf returns the root of a program and the path of its module.
func rootOf(p *program, g *graph) (root, module string) {
	mods := p.mods
	if len(mods) == 0 {
		mods = modulesOf(g)
	}
	var paths []string
	for _, m := range mods {
		paths = append(paths, m.Path)
	}
	slices.Sort(paths)
	switch {
	case len(mods) == 1:
		root = mods[0].Dir
	case p.env.GOWORK != "" && p.env.GOWORK != "off":
		root = filepath.Dir(p.env.GOWORK)
	case filepath.Base(p.env.GOMOD) == "go.mod":
		root = filepath.Dir(p.env.GOMOD)
	default:
		root = p.dir
	}
	return root, strings.Join(paths, " ")
}

// modulesOf collects the main modules of the listed packages.
func modulesOf(g *graph) []mainModule {
	var mods []mainModule
	for _, n := range g.nodes {
		if n.module == nil || !n.module.Main {
			continue
		}
		m := mainModule{n.module.Path, n.module.Dir}
		if !slices.Contains(mods, m) {
			mods = append(mods, m)
		}
	}
	return mods
}
