package catalog

import (
	"slices"
	"strings"
	"sync"
)

// lazy answers what the indexes of a catalog would, from blocks of which only
// the rows are read that speak of the package at hand. Its answers are those of
// build; a test compares them for all packages.
type lazy struct {
	blocks   []*block                   // chosen, in file order
	entries  map[string]*entry          // by import path, or shape
	releases func() map[string]bool     // bare names
	named    func() map[string][]string // short name → the paths that families call so
}

// entry is one package, or one shape of generated packages.
type entry struct {
	blocks []*block // that name it
	once   sync.Once
	info   *pkgInfo // read once, and then not changed
}

// later selects blocks as build does, and leaves their rows for later.
func later(blocks []*block, o Options) (*Catalog, error) {
	chosen, err := choose(blocks, o.Families)
	if err != nil {
		return nil, err
	}
	l := &lazy{entries: make(map[string]*entry, 1000)}
	c := newCatalog(l)
	b := &builder{c: c}
	for _, bl := range blocks {
		if bl.family != "" && !chosen[bl.family] {
			continue
		}
		if bl.family != "" {
			c.families = append(c.families, bl.family)
		}
		b.bl = bl
		b.wide()
		l.add(bl)
	}
	l.releases = sync.OnceValue(l.allReleases)
	l.named = sync.OnceValue(l.shortNames)
	return c, nil
}

// wide files the rows that speak of no package of their own.
func (b *builder) wide() {
	for _, r := range b.bl.rows {
		switch r.word {
		case "shape":
			b.paths, b.row = b.bl.paths, r.words()
			b.shape()
		case "generated":
			b.row = r.words()
			b.generator()
		}
	}
}

func (l *lazy) add(bl *block) {
	l.blocks = append(l.blocks, bl)
	for _, paths := range bl.imports() {
		for _, path := range paths {
			e := l.entries[path]
			if e == nil {
				e = &entry{}
				l.entries[path] = e
			}
			if n := len(e.blocks); n == 0 || e.blocks[n-1] != bl {
				e.blocks = append(e.blocks, bl)
			}
		}
	}
}

func (l *lazy) info(path string) *pkgInfo {
	e := l.entries[path]
	if e == nil {
		return nil
	}
	e.once.Do(func() {
		b := &builder{c: &Catalog{}, all: newWhole()}
		for _, bl := range e.blocks {
			b.block(bl.only(path))
		}
		e.info, e.blocks = b.all.info(path), nil
	})
	return e.info
}

// only is the block with the rows that may speak of the package.
func (bl *block) only(path string) *block {
	var names []string
	for _, paths := range bl.imports() {
		for name, p := range paths {
			if p == path {
				names = append(names, name+".")
			}
		}
	}
	part := *bl
	part.rows = nil
	for _, r := range bl.rows {
		if slices.ContainsFunc(names, func(name string) bool { return strings.Contains(r.rest, name) }) {
			part.rows = append(part.rows, r)
		}
	}
	return &part
}

func (l *lazy) paths() []string { return packagePaths(l.entries) }

func (l *lazy) release(name string) bool { return l.releases()[name] }

// allReleases are the bare names behind release= in all rows.
func (l *lazy) allReleases() map[string]bool {
	out := map[string]bool{}
	for _, bl := range l.blocks {
		for _, r := range bl.rows {
			_, list, _ := strings.Cut(r.rest, "release=")
			list, _, _ = strings.Cut(list, " ")
			for item := range strings.SplitSeq(list, ",") {
				out[item[strings.LastIndexByte(item, '.')+1:]] = true
			}
		}
	}
	delete(out, "")
	return out
}

// shortNames says which paths the families call by a name.
func (l *lazy) shortNames() map[string][]string {
	out := map[string][]string{}
	for _, bl := range l.blocks {
		if bl.family == "" {
			continue
		}
		for _, paths := range bl.imports() {
			for name, path := range paths {
				if !slices.Contains(out[name], path) {
					out[name] = append(out[name], path)
				}
			}
		}
	}
	return out
}

func (l *lazy) acquirers(pkgName, name string) []string {
	var out []string
	for _, path := range l.named()[pkgName] {
		info := l.info(path)
		if info == nil {
			continue
		}
		if s := info.funcs[name]; s != nil && s.Acquire != nil {
			out = append(out, s.Name)
		}
	}
	return out
}
