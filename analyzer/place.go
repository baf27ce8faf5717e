package analyzer

import (
	"go/token"
	"path"
	"path/filepath"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/sessionlint/sessionlint/analyzer/report"
	"github.com/sessionlint/sessionlint/analyzer/rule"
)

// places turns positions of a closure's packages into positions of the file
// set of the package under analysis: a diagnostic stands at the acquisition,
// wherever that is.
type places struct {
	u     *Unit
	dir   string            // of the unit's package
	own   map[string]string // base name -> name in the file set
	files map[string]*token.File
}

func newPlaces(u *Unit) *places {
	p := &places{u: u, own: map[string]string{}, files: map[string]*token.File{}}
	for _, f := range u.Files {
		name := u.Fset.File(f.Package).Name()
		p.own[filepath.Base(name)] = name
		p.dir = filepath.Dir(name)
	}
	return p
}

// diagnostic renders a finding for drivers that print one message at one
// position: the chain is part of the text.
func (p *places) diagnostic(f rule.Finding) Diagnostic {
	d := Diagnostic{Pos: p.pos(f.Position), Category: f.Rule, finding: f, fset: p.u.Fset}
	d.Position = p.u.Fset.PositionFor(d.Pos, false)
	shown := f
	shown.Chain = make([]rule.Step, len(f.Chain))
	for i, s := range f.Chain {
		s.Position.File = shortFile(s.Position.File)
		shown.Chain[i] = s
	}
	if f.Held != nil {
		held := *f.Held
		held.Position.File = shortFile(held.Position.File)
		shown.Held = &held
	}
	d.Text = report.Message(&shown, p.u.Module)
	for _, x := range f.Fixes {
		if s, ok := p.fix(x); ok {
			d.Fixes = append(d.Fixes, s)
		}
	}
	return d
}

// fix has places in the unit's files; false when it changes other packages,
// whose text is not at hand.
func (p *places) fix(x rule.Fix) (analysis.SuggestedFix, bool) {
	s := analysis.SuggestedFix{Message: x.Message}
	for _, e := range x.Edits {
		from, ok := p.inside(e.Position)
		to, ok2 := p.inside(e.End)
		if !ok || !ok2 {
			return s, false
		}
		s.TextEdits = append(s.TextEdits, analysis.TextEdit{Pos: from, End: to, NewText: []byte(e.Text)})
	}
	return s, len(s.TextEdits) > 0
}

// shortFile names a file by its package's last element: the rest of the path
// would differ between checkouts, or be too long for a message.
func shortFile(key string) string {
	pkg, file, _ := strings.Cut(key, "\x00")
	return path.Join(path.Base(pkg), file)
}

func (p *places) pos(at rule.Position) token.Pos {
	if pos, ok := p.inside(at); ok {
		return pos
	}
	pkg, file, _ := strings.Cut(at.File, "\x00")
	return p.synthetic(p.name(pkg, file), at)
}

// inside is a position in a file of the unit.
func (p *places) inside(at rule.Position) (token.Pos, bool) {
	pkg, file, _ := strings.Cut(at.File, "\x00")
	if pkg != p.u.Path {
		return token.NoPos, false
	}
	name := p.name(pkg, file)
	for _, f := range p.u.Files {
		if tf := p.u.Fset.File(f.Package); tf.Name() == name && at.Line <= tf.LineCount() {
			return tf.LineStart(at.Line) + token.Pos(at.Column-1), true
		}
	}
	return token.NoPos, false
}

// lineWidth is how wide a line of a synthetic file is: columns beyond it would
// name the next line.
const lineWidth = 4096

// synthetic makes a position in a file that is not part of the package: only
// its name, line and column are known, and are all that a driver prints.
func (p *places) synthetic(name string, at rule.Position) token.Pos {
	tf := p.files[name]
	if tf == nil || tf.LineCount() < at.Line {
		size := (at.Line + 1000) * lineWidth
		tf = p.u.Fset.AddFile(name, -1, size)
		lines := make([]int, size/lineWidth)
		for i := range lines {
			lines[i] = i * lineWidth
		}
		tf.SetLines(lines)
		p.files[name] = tf
	}
	return tf.LineStart(at.Line) + token.Pos(min(at.Column, lineWidth)-1)
}

// name is the path of a file of some package. Packages of one module lie where
// their import paths say; of others only exported objects tell, if any.
func (p *places) name(pkg, file string) string {
	if pkg == p.u.Path {
		if n, ok := p.own[file]; ok {
			return n
		}
		return filepath.Join(p.dir, file)
	}
	if dir, ok := p.inModule(pkg); ok {
		return filepath.Join(dir, file)
	}
	for _, imp := range p.u.Pkg.Imports() {
		if imp.Path() != pkg {
			continue
		}
		for _, n := range imp.Scope().Names() {
			if pos := p.u.Fset.Position(imp.Scope().Lookup(n).Pos()); filepath.IsAbs(pos.Filename) {
				return filepath.Join(filepath.Dir(pos.Filename), file)
			}
		}
	}
	return path.Join(pkg, file)
}

func (p *places) inModule(pkg string) (string, bool) {
	m := p.u.Module
	if m == "" {
		return "", false
	}
	mine, ok := under(strings.TrimSuffix(p.u.Path, "_test"), m)
	theirs, ok2 := under(pkg, m)
	if !ok || !ok2 {
		return "", false
	}
	root, ok := strings.CutSuffix(filepath.ToSlash(p.dir), mine)
	if !ok {
		return "", false
	}
	return filepath.FromSlash(root + theirs), true
}

// under is the part of a package path below its module's, with a leading slash
// unless it is the module's root package.
func under(pkg, module string) (string, bool) {
	rest, ok := strings.CutPrefix(pkg, module)
	return rest, ok && (rest == "" || rest[0] == '/')
}
