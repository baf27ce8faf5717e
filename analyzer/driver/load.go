package driver

import (
	"context"
	"go/types"
	"runtime"
	"sync"
	"sync/atomic"
	"time"

	"github.com/sessionlint/sessionlint/analyzer/summary"
)

// A load works on the import graph from both ends. Keys are resolved with the
// imports first: a package whose key is in the cache is done. One that is not
// demands the types of its imports, they demand those of theirs, as far as
// their declarations need them, and what nobody demands is never read.
//
// Each package has a goroutine per question that somebody asked of it, so
// waiting is free; what costs time runs in turns through the gate.

// work is what becomes of a package in one load.
type work struct {
	resolve  sync.Once
	resolved chan struct{} // closed when seen is valid; after a cache miss also pkg
	demand   sync.Once
	typed    chan struct{} // closed when pkg is valid
	declare  sync.Once

	seen     hash // of what importers see: see seenKey
	pkg      *types.Package
	named    map[string]bool // import paths whose types a check of the bodies needs
	summary  *summary.Package
	problem  *problem
	examples []source     // test files with Example functions
	checked  bool         // its bodies were type-checked in this load
	pending  atomic.Int32 // importers that may still ask for its types
	settled  atomic.Bool  // it asks nothing of its imports any more
}

// loader is one load.
type loader struct {
	ctx   context.Context
	conf  Config
	graph *graph
	check *checker
	cache *cache
	base  hash
	gate  *gate
	pos   positions
	sum   summariser

	analysed map[string]bool // paths
	running  sync.WaitGroup  // summaries that are being made
	report   sync.Mutex      // held while Progress is called
	done     int
	fresh    atomic.Int64 // packages summarised
	typeOnly atomic.Int64 // packages of which only the declarations were checked
}

func newLoader(ctx context.Context, c Config, g *graph, env goEnv, sum summariser) *loader {
	l := &loader{
		ctx:      ctx,
		conf:     c,
		graph:    g,
		check:    newChecker(g, env.GOARCH),
		cache:    &cache{},
		gate:     newGate(runtime.GOMAXPROCS(0)),
		sum:      sum,
		analysed: make(map[string]bool),
	}
	for _, n := range g.nodes {
		n.resolved, n.typed = make(chan struct{}), make(chan struct{})
		n.pending.Store(int32(len(n.importer)))
		if n.analysed {
			l.analysed[n.path] = true
		}
	}
	return l
}

// openCache makes the cache ready. Without it everything else works the same.
func (l *loader) openCache(tool func() (string, error), env goEnv) {
	if l.conf.Cache == "off" {
		return
	}
	id, err := tool()
	if err != nil {
		l.cache.warn("going on without a cache", err)
		return
	}
	l.base = baseKey(id, env, l.conf.Catalog)
	l.cache = openCache(l.conf.Cache)
}

// run summarises all units.
func (l *loader) run() error {
	l.progress(0)
	for _, n := range l.graph.nodes {
		l.startResolve(n)
	}
	for _, n := range l.graph.nodes {
		<-n.resolved
	}
	l.running.Wait()
	if err := l.ctx.Err(); err != nil {
		return loadError("summarising packages: %w", err)
	}
	l.cache.prune(time.Now())
	return nil
}

func (l *loader) progress(more int) {
	if l.conf.Progress == nil {
		return
	}
	l.report.Lock()
	defer l.report.Unlock()
	l.done += more
	l.conf.Progress(Progress{Stage: "summarise", Done: l.done, Total: len(l.graph.units)})
}

func (l *loader) startResolve(n *node) {
	n.resolve.Do(func() {
		go func() {
			defer close(n.resolved)
			defer func() {
				if r := recover(); r != nil {
					n.problem = internalError("reading", n, r)
					n.pkg, n.checked = emptyPackage(n), true
				}
			}()
			l.resolve(n)
		}()
	})
}

// resolve finds n.seen, and with it n's summary if n is a unit.
func (l *loader) resolve(n *node) {
	for _, imp := range n.imports {
		<-imp.resolved
	}
	if len(n.files) == 0 {
		n.seen = missingKey(n)
		l.settleIfUnwanted(n)
		return
	}
	if n.origin == frozen && !n.unit {
		n.seen = sourceKey(l.base, n, nil)
		l.settleIfUnwanted(n)
		return
	}
	var key hash
	var files []source
	var e *entry
	l.gate.do(n.index, func() {
		if n.origin != frozen {
			files = readSources(n)
		}
		if l.conf.Examples && !l.conf.Tests && n.unit && n.origin == own {
			n.examples = readExamples(n)
		}
		key = sourceKey(l.base, n, files)
		if intact(files) && (n.unit || n.mutable()) {
			e = l.lookup(n, key)
		}
	})
	switch {
	case e != nil:
		n.problem = e.problem
		n.seen = key
		if n.mutable() {
			n.seen = seenKey(n, e.api)
		}
		if n.unit {
			l.progress(1)
		}
		l.settleIfUnwanted(n)
	case n.unit:
		l.summarise(n, key, files)
	case n.mutable():
		l.declareOnce(n, files)
		api := l.apiOf(n)
		n.seen = seenKey(n, api)
		l.store(key, files, &entry{api: api})
		l.settleIfUnwanted(n)
	default:
		n.seen = key
		l.settleIfUnwanted(n)
	}
}

func intact(files []source) bool {
	for _, f := range files {
		if f.err != nil {
			return false
		}
	}
	return true
}

// lookup returns the entry of a key if it holds what is needed of n.
func (l *loader) lookup(n *node, key hash) *entry {
	e := l.cache.get(key)
	if e == nil || !n.unit {
		return e
	}
	if len(e.summary) == 0 {
		return nil
	}
	s, err := l.sum.decode(e.summary)
	if err != nil || s == nil {
		return nil
	}
	n.summary = s
	return e
}

// store keeps an entry, unless it does not tell the whole of what the key names.
func (l *loader) store(key hash, files []source, e *entry) {
	if intact(files) && l.ctx.Err() == nil {
		l.cache.put(key, e)
	}
}
