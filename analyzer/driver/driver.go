// Package driver runs sessionlint on its own: it asks the go command for the
// packages, summarises those that matter (in parallel, from a cache keyed by
// content) and hands the summaries to the linker.
//
// In: patterns and settings. Out: the units of the program and where their
// files lie. It knows nothing of rules and formats.
package driver

import (
	"context"
	"slices"
	"strings"
	"sync"

	"github.com/sessionlint/sessionlint/analyzer/catalog"
	"github.com/sessionlint/sessionlint/analyzer/link"
	"github.com/sessionlint/sessionlint/analyzer/rule"
	"github.com/sessionlint/sessionlint/analyzer/summary"
)

// Config says what to load and how.
type Config struct {
	Dir      string   // where the go command runs; "" is the current directory
	Patterns []string // as go list takes them; empty means "./..."
	Tests    bool     // include _test.go files
	Examples bool     // without Tests: list what Example functions in test files acquire, as documentation
	Tags     string   // -tags of the go command
	Cache    string   // directory; "" is the default below the user's cache directory, "off" disables it
	Catalog  *catalog.Catalog
	Progress func(Progress) // called from one goroutine at a time; may be nil
}

// Progress is how far a load has come.
type Progress struct {
	Stage       string // "list", "summarise", "link"
	Done, Total int
}

// Loaded is what Load found.
type Loaded struct {
	Root       string      // absolute: the main module's directory, or the workspace's when it has several modules
	Module     string      // path of the main module; of a workspace, the paths joined by a space
	Units      []link.Unit // in dependency order, imports first
	Mains      []string    // import paths of the main packages among the matched packages
	Matched    []string    // import paths that the patterns matched
	Whole      bool        // the patterns take in everything below Root
	Incomplete []rule.Incomplete
	Unseen     []rule.Unseen  // files of own packages that no summary is made of
	Programs   []rule.Program // set by Run
	Warnings   []string       // for people: what went wrong without changing the result
	// Locate gives the report's name of a file of a package: relative to
	// Root with slashes, or module@version/dir/file.go outside of it.
	Locate func(pkgPath, file string) string
	Stats  Stats

	sources *sources
}

// Stats counts what a load did, for -v and for tests of the cache.
type Stats struct {
	Packages   int // all that the go command listed, test variants included
	Summarised int // units of which the summary was made
	FromCache  int // units of which it was found in the cache
	Pruned     int // packages that are no units
	TypesOnly  int // packages of which the declarations were type-checked
}

// Load lists, summarises and returns the packages. The error is one sentence
// for the user, an *Error; what could not be analysed inside a loadable program
// is in Incomplete instead.
func Load(ctx context.Context, c Config) (*Loaded, error) {
	return load(ctx, c, summariser{summary.Build, summary.Encode, summary.Decode})
}

func load(ctx context.Context, c Config, sum summariser) (*Loaded, error) {
	if c.Progress != nil {
		c.Progress(Progress{Stage: "list"})
	}
	tool := sync.OnceValues(toolID)
	go tool() // while the go command runs
	prog, err := listProgram(ctx, c)
	if err != nil {
		return nil, err
	}
	g := newGraph(prog.pkgs, c.Catalog)
	if !slices.ContainsFunc(g.nodes, func(n *node) bool { return n.origin == own }) {
		return nil, usageError("%s matches no package of the main module", strings.Join(patterns(c), " "))
	}
	l := newLoader(ctx, c, g, prog.env, sum)
	l.openCache(tool, prog.env)
	if err := l.run(); err != nil {
		return nil, err
	}
	return l.result(prog), nil
}
