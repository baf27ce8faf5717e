package driver

import "slices"

// demandTypes waits until the types of packages are there.
func (l *loader) demandTypes(nodes []*node) {
	for _, n := range nodes {
		n.demand.Do(func() {
			go func() {
				defer close(n.typed)
				<-n.resolved
				if !n.checked && len(n.files) > 0 {
					l.declareOnce(n, nil)
				}
			}()
		})
	}
	for _, n := range nodes {
		<-n.typed
	}
}

// declareOnce type-checks the declarations of n.
func (l *loader) declareOnce(n *node, files []source) {
	n.declare.Do(func() {
		l.declarations(n, files)
		l.settle(n)
	})
}

func (l *loader) declarations(n *node, files []source) {
	defer func() {
		// The importers' own errors will tell what is missing.
		if r := recover(); r != nil {
			n.pkg = emptyPackage(n)
		}
	}()
	var s *syntax
	var imports []*node
	l.gate.do(n.index, func() {
		if l.ctx.Err() != nil {
			return
		}
		if files == nil {
			files = readSources(n)
		}
		s = parseDeclarations(&l.pos, files)
		imports = l.shake(n, s)
	})
	l.demandTypes(imports)
	l.gate.do(n.index, func() {
		if l.ctx.Err() != nil {
			n.pkg = emptyPackage(n)
			return
		}
		n.pkg = l.check.check(n, s, nil)
		l.typeOnly.Add(1)
	})
}

// shake leaves in n's syntax what importers see, and returns the packages that
// this needs.
func (l *loader) shake(n *node, s *syntax) []*node {
	paths := shake(s.files, func(path string) string {
		if imp := l.graph.imported(n, path); imp != nil {
			return imp.name
		}
		return ""
	})
	return l.importsOf(n, paths)
}

// importsOf resolves paths in n's source.
func (l *loader) importsOf(n *node, paths []string) []*node {
	var imports []*node
	for _, path := range paths {
		if imp := l.graph.imported(n, path); slices.Contains(n.imports, imp) {
			imports = append(imports, imp)
		}
	}
	return imports
}

// apiOf hashes the API of a package whose declarations were checked.
func (l *loader) apiOf(n *node) (api hash) {
	defer func() {
		if recover() != nil {
			api = hash{}
		}
	}()
	return apiHash(n.pkg)
}

// settle says that n asks nothing of its imports any more. Types that nobody
// can ask for are dropped.
func (l *loader) settle(n *node) {
	if n.settled.Swap(true) {
		return
	}
	for _, imp := range n.imports {
		if imp.pending.Add(-1) == 0 {
			imp.pkg = nil
			l.settleIfUnwanted(imp)
		}
	}
}

// settleIfUnwanted settles a package that was not type-checked and that no
// importer can ask for.
func (l *loader) settleIfUnwanted(n *node) {
	if n.pending.Load() == 0 && !n.checked {
		l.settle(n)
	}
}
