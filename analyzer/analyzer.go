package analyzer

import (
	"flag"
	"fmt"
	"strings"
	"sync"

	"golang.org/x/tools/go/analysis"

	"github.com/sessionlint/sessionlint/analyzer/policy/config"
)

// Analyzer reports with the default settings; its flags change them.
var Analyzer = New(Settings{})

const docText = `report database pools, connections and sessions that are acquired on a request path

Every place where a request or streaming handler acquires a fresh pool,
connection, session or transaction, directly or through any chain of calls,
outside of the places where that is right: start-up code, once guards,
background work, providers.`

// Settings change what is reported.
type Settings struct {
	Policy   string // standard, strict or relaxed, or request=…,stream=…; "" is standard
	Families string // catalog families: default, extended, or names; "" is default
	Scope    string // where the rules of what is held apply: request or all; "" is request
	Tests    bool   // judge test code as well
	// Config names a configuration file; "" looks for the one of the module in
	// which the process runs, and "off" does without. What is set above goes
	// before what the file says.
	Config string
	// Loaded is a configuration that the host has read already, in the place of
	// a file.
	Loaded  *config.Config
	Library bool   // the module has no main package: exported functions may be called by anybody
	Own     string // where the driver knows no modules (Bazel): import path prefixes of the code to report on, separated by commas
}

// New returns an analyzer with settings of its own, which its flags can change
// until it first runs. Wrong settings are an error of the run. The analyzer is
// safe for concurrent use.
func New(s Settings) *analysis.Analyzer {
	a := &analysis.Analyzer{
		Name:      "sessionlint",
		Doc:       docText,
		FactTypes: []analysis.Fact{new(closureFact)},
	}
	s.Bind(&a.Flags, "")
	a.Flags.StringVar(&s.Own, "own", s.Own, "where the driver knows no modules (Bazel): import path prefixes of the code to report on, separated by commas")
	load := sync.OnceValues(func() (*Engine, error) { return NewEngine(s) })
	a.Run = func(pass *analysis.Pass) (any, error) {
		e, err := load()
		if err != nil {
			return nil, err
		}
		return nil, runPass(e, s.Own, pass)
	}
	return a
}

// Bind declares the settings as flags, with a prefix before each name.
func (s *Settings) Bind(f *flag.FlagSet, prefix string) {
	f.StringVar(&s.Policy, prefix+"policy", s.Policy, "how sessions on request paths are judged: standard, strict or relaxed, or request=…,stream=…")
	f.StringVar(&s.Families, prefix+"families", s.Families, "what counts as an acquisition: default, extended, or names of families")
	f.StringVar(&s.Scope, prefix+"scope", s.Scope, "where the rules of what is held apply: request (request and stream paths) or all")
	f.BoolVar(&s.Tests, prefix+"tests", s.Tests, "judge test code as well")
	f.StringVar(&s.Config, prefix+"config", s.Config, "configuration file, or off; without it, the module's .sessionlint.yaml")
	f.BoolVar(&s.Library, prefix+"library", s.Library, "the module has no main package: exported functions may be called by anybody")
}

// closureFact is the fact of a package: the encoded closure. It is a byte
// string because gob writes maps and shared strings in ways that differ from
// run to run.
type closureFact struct{ Data []byte }

// AFact marks closureFact as a fact.
func (*closureFact) AFact() {}

func (f *closureFact) String() string { return fmt.Sprintf("closure(%d bytes)", len(f.Data)) }

func runPass(e *Engine, prefixes string, pass *analysis.Pass) error {
	module, own := ownModule(pass, prefixes)
	u := Unit{
		Path: pass.Pkg.Path(), Own: own, Module: module, Fset: pass.Fset, Files: pass.Files,
		Pkg: pass.Pkg, Info: pass.TypesInfo, Facts: map[string][]byte{},
	}
	imports := make([]string, 0, len(pass.Pkg.Imports()))
	for _, imp := range pass.Pkg.Imports() {
		imports = append(imports, imp.Path())
		var f closureFact
		if pass.ImportPackageFact(imp, &f) {
			u.Facts[imp.Path()] = f.Data
		}
	}
	if standard(u.Path) && !u.Own || !e.Matters(u, imports) {
		return nil
	}
	fact, found, err := e.Analyse(u)
	if err != nil {
		return fmt.Errorf("analysing %s: %w", u.Path, err)
	}
	pass.ExportPackageFact(&closureFact{fact})
	for _, d := range found {
		pass.Report(analysis.Diagnostic{Pos: d.Pos, Category: d.Category, Message: d.Text, SuggestedFixes: d.Fixes})
	}
	return nil
}

// ownModule is a package's module, if known, and whether that is under analysis.
// A driver that says nothing of modules (Bazel's nogo) analyses the user's
// packages and the dependencies alike; without prefixes of the user's, only the
// standard library is told apart.
func ownModule(pass *analysis.Pass, prefixes string) (module string, own bool) {
	if pass.Module != nil && pass.Module.Path != "" {
		return pass.Module.Path, pass.Module.Version == ""
	}
	if prefixes == "" {
		return "", !standard(pass.Pkg.Path())
	}
	for prefix := range strings.SplitSeq(prefixes, ",") {
		if _, ok := under(pass.Pkg.Path(), prefix); ok && prefix != "" {
			return prefix, true
		}
	}
	return "", false
}
