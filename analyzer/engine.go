package analyzer

import (
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/sessionlint/sessionlint/analyzer/catalog"
	"github.com/sessionlint/sessionlint/analyzer/link"
	"github.com/sessionlint/sessionlint/analyzer/policy"
	"github.com/sessionlint/sessionlint/analyzer/policy/config"
	"github.com/sessionlint/sessionlint/analyzer/rule"
	"github.com/sessionlint/sessionlint/analyzer/summary"
)

// Engine analyses one package at a time, for drivers that have facts of their
// own, such as go vet's protocol; others use New. It is immutable.
type Engine struct {
	cat     *catalog.Catalog
	policy  rule.Policy
	conf    *config.Config // nil: none
	all     bool
	tests   bool
	library bool
}

// NewEngine checks the settings and loads the catalog.
func NewEngine(s Settings) (*Engine, error) {
	conf := s.Loaded
	if conf == nil {
		var err error
		if conf, err = config.Load(".", s.Config); err != nil {
			return nil, err
		}
	}
	if conf != nil {
		s.Policy = cmp.Or(s.Policy, conf.Policy)
		s.Scope = cmp.Or(s.Scope, conf.Scope)
		s.Tests = s.Tests || conf.Tests != nil && *conf.Tests
	}
	level, err := rule.ParsePolicy(s.Policy)
	if err != nil {
		return nil, err
	}
	all, err := rule.ParseScope(s.Scope)
	if err != nil {
		return nil, err
	}
	cat, err := conf.Catalog(s.Families)
	if err != nil {
		return nil, fmt.Errorf("loading the catalog: %w", err)
	}
	return &Engine{cat: cat, policy: level, conf: conf, all: all, tests: s.Tests, library: s.Library}, nil
}

// Unit is one package as a driver hands it over.
type Unit struct {
	Path   string // without a variant suffix
	Own    bool   // of a module under analysis
	Module string // its module's path, or ""
	Fset   *token.FileSet
	Files  []*ast.File
	Pkg    *types.Package
	Info   *types.Info
	Facts  map[string][]byte // of the direct imports that have one
}

// Diagnostic is a finding at a position of the unit's file set, with the text
// that a driver prints.
type Diagnostic struct {
	Pos      token.Pos
	Position token.Position
	Category string // the rule
	Text     string
	Fixes    []analysis.SuggestedFix // that change files of the unit
	finding  rule.Finding
	fset     *token.FileSet
}

// Span is a part of a file, in bytes.
type Span struct {
	File       string
	Start, End int
}

// Bytes is what an edit of one of the fixes replaces.
func (d Diagnostic) Bytes(e analysis.TextEdit) Span {
	from, to := d.fset.PositionFor(e.Pos, false), d.fset.PositionFor(e.End, false)
	return Span{from.Filename, from.Offset, to.Offset}
}

// Matters reports whether the bodies of a package are part of programs: own
// code always, other code when it can reach an acquisition through its imports.
func (e *Engine) Matters(u Unit, imports []string) bool {
	if u.Own {
		return true
	}
	if e.cat.Catalogued(u.Path) {
		return false
	}
	return len(u.Facts) > 0 || slices.ContainsFunc(imports, e.cat.Leads)
}

// standard reports whether a path is of the standard library: its first
// element has no dot, which the go command reserves for it.
func standard(path string) bool {
	first, _, _ := strings.Cut(path, "/")
	return !strings.Contains(first, ".")
}

// Analyse summarises a package that matters, links it with what lies below,
// and returns its fact and the findings that no import's fact proves already.
func (e *Engine) Analyse(u Unit) (fact []byte, found []Diagnostic, err error) {
	below, err := e.below(&u)
	if err != nil {
		return nil, nil, err
	}
	s := summary.Build(summary.Input{
		Path: u.Path, Fset: u.Fset, Files: u.Files, Pkg: u.Pkg, Info: u.Info, Catalog: e.cat,
		Analysed: below.analysed,
	})
	me := member{own: u.Own, sum: s}
	all := &closure{paths: sorted(append(below.paths, u.Path)), members: append(below.members, me), proven: below.proven}
	if u.Own && (all.worthLinking() || len(s.Directives) > 0) {
		for _, d := range e.judge(&u, s, all) {
			k := key(d.finding)
			if _, ok := slices.BinarySearch(below.proven, k); ok {
				continue
			}
			all.proven = append(all.proven, k)
			if policy.Stands(e.conf, &d.finding, e.relative(d.Position.Filename)) {
				found = append(found, d)
			}
		}
		all.proven = sorted(all.proven)
	}
	if e.imported(s) {
		all.members = slice(below.members, me, exposed(u.Pkg, all.analysed), e.library)
	} else {
		all.members = nil
	}
	fact, err = all.encode()
	return fact, found, err
}

// imported reports whether another package can import this one and learn
// something from its fact. A main package is imported by its tests only.
func (e *Engine) imported(s *summary.Package) bool {
	return e.tests || s.Name != "main"
}

func (e *Engine) below(u *Unit) (*closure, error) {
	paths := make([]string, 0, len(u.Facts))
	for p := range u.Facts {
		paths = append(paths, p)
	}
	slices.Sort(paths)
	var list []*closure
	for _, p := range paths {
		c, err := decodeClosure(u.Facts[p])
		if err != nil {
			return nil, fmt.Errorf("reading the fact of %s: %w", p, err)
		}
		list = append(list, c)
	}
	return join(list), nil
}

// judge links what lies below the package, and itself, and judges it.
func (e *Engine) judge(u *Unit, s *summary.Package, all *closure) []Diagnostic {
	main := s.Name == "main"
	o := link.Options{Library: e.library && !main, Tests: e.tests, Part: !e.library && !main}
	findings, _, _ := rule.Judge(rule.Input{
		Programs: []rule.Program{{Program: link.Link(all.units(), o), Library: o.Library}},
		Policy:   e.policy,
		All:      e.all,
		Declared: e.declared(),
		Locate:   func(pkg, file string) string { return pkg + "\x00" + file },
	})
	p := newPlaces(u)
	out := make([]Diagnostic, 0, len(findings))
	for _, f := range findings {
		out = append(out, p.diagnostic(f))
	}
	return out
}

// relative names a file relative to the folder of the configuration.
func (e *Engine) relative(file string) string {
	if e.conf == nil {
		return file
	}
	dir := e.conf.Dir
	if dir == "" {
		dir = "."
	}
	if abs, err := filepath.Abs(dir); err == nil {
		dir = abs
	}
	if rel, err := filepath.Rel(dir, file); err == nil {
		file = rel
	}
	return filepath.ToSlash(file)
}

// key identifies a finding over packages.
func key(f rule.Finding) uint64 {
	h := sha256.Sum256([]byte(strings.Join([]string{
		f.Rule, f.Symbol, f.Position.File, fmt.Sprint(f.Position.Line), fmt.Sprint(f.Position.Column),
	}, "\x00")))
	return binary.LittleEndian.Uint64(h[:8])
}

func (e *Engine) declared() []rule.Declared {
	if e.conf == nil {
		return nil
	}
	return e.conf.Declared
}
