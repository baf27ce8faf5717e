package driver

import (
	"fmt"
	"go/types"
	"maps"
	"slices"

	"github.com/sessionlint/sessionlint/analyzer/summary"
)

// summariser makes and stores summaries; tests put their own in its place.
type summariser struct {
	build  func(summary.Input) *summary.Package
	encode func(*summary.Package) []byte
	decode func([]byte) (*summary.Package, error)
}

// summarise type-checks n with its bodies and makes its summary. It returns
// when the types are there for importers; the summary follows.
func (l *loader) summarise(n *node, key hash, files []source) {
	n.checked = true
	l.gate.do(n.index, func() {
		if files == nil {
			files = readSources(n)
		}
		n.named = named(files)
	})
	l.demandTypes(l.importsOf(n, slices.Collect(maps.Keys(n.named))))
	checked := make(chan struct{})
	l.running.Add(1)
	go func() {
		defer l.running.Done()
		l.gate.enter(n.index)
		defer l.gate.leave()
		info := newInfo()
		syntax, api := l.checkBodies(n, files, info)
		n.seen = key
		if n.mutable() {
			n.seen = seenKey(n, api)
		}
		pkg := n.pkg
		close(checked)
		if l.ctx.Err() == nil {
			if data := l.makeSummary(n, pkg, syntax, info); data != nil {
				l.store(key, files, &entry{api: api, problem: n.problem, summary: data})
			}
			l.fresh.Add(1)
			l.progress(1)
		}
		l.settle(n)
	}()
	<-checked
}

// checkBodies parses and type-checks n with its bodies.
func (l *loader) checkBodies(n *node, files []source, info *types.Info) (s *syntax, api hash) {
	s = &syntax{}
	defer func() {
		if r := recover(); r != nil {
			s.note(internalError("type-checking", n, r))
			n.pkg = emptyPackage(n)
		}
		n.problem = s.problem
	}()
	if l.ctx.Err() != nil {
		n.pkg = emptyPackage(n)
		return s, api
	}
	s = parseAll(&l.pos, files, n.examples)
	n.pkg = l.check.check(n, s, info)
	if n.mutable() {
		api = apiHash(n.pkg)
	}
	return s, api
}

// internalError is the last resort: a bug of this program costs one package,
// not the run.
func internalError(doing string, n *node, r any) *problem {
	return &problem{Text: fmt.Sprintf("internal error %s %s: %v", doing, n.path, r)}
}

// makeSummary hands n to the summariser and returns the encoded summary, nil if
// there is none.
func (l *loader) makeSummary(n *node, pkg *types.Package, s *syntax, info *types.Info) (data []byte) {
	defer func() {
		if r := recover(); r != nil {
			n.problem, n.summary, data = internalError("summarising", n, r), nil, nil
		}
	}()
	n.summary = l.sum.build(summary.Input{
		Path:     n.path,
		Fset:     s.fset,
		Files:    s.files,
		Examples: s.example,
		Pkg:      pkg,
		Info:     info,
		Catalog:  l.conf.Catalog,
		Analysed: func(path string) bool { return l.analysed[path] },
	})
	return l.sum.encode(n.summary)
}
