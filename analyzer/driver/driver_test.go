package driver

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/sessionlint/sessionlint/analyzer/catalog"
	"github.com/sessionlint/sessionlint/analyzer/summary"
)

// tree is a program on disk and a cache of its own.
type tree struct {
	t     *testing.T
	dir   string
	cache string
}

// newTree writes the files of a txtar archive. The go command must not go to
// the network, and no setting of the developer's machine must matter.
func newTree(t *testing.T, archive string) *tree {
	t.Helper()
	t.Setenv("GOPROXY", "off")
	t.Setenv("GOFLAGS", "")
	t.Setenv("GOWORK", "")
	t.Setenv("GO111MODULE", "")
	t.Setenv("GOTOOLCHAIN", "local")
	dir, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	tr := &tree{t: t, dir: dir, cache: t.TempDir()}
	for _, f := range txtar.Parse([]byte(archive)).Files {
		tr.write(f.Name, string(f.Data))
	}
	return tr
}

func (tr *tree) path(name string) string { return filepath.Join(tr.dir, filepath.FromSlash(name)) }

func (tr *tree) write(name, data string) {
	tr.t.Helper()
	if err := os.MkdirAll(filepath.Dir(tr.path(name)), 0o777); err != nil {
		tr.t.Fatal(err)
	}
	if err := os.WriteFile(tr.path(name), []byte(data), 0o666); err != nil {
		tr.t.Fatal(err)
	}
}

// replace edits a file.
func (tr *tree) replace(name, old, new string) {
	tr.t.Helper()
	data, err := os.ReadFile(tr.path(name))
	if err != nil {
		tr.t.Fatal(err)
	}
	if !strings.Contains(string(data), old) {
		tr.t.Fatalf("%s does not contain %q", name, old)
	}
	tr.write(name, strings.ReplaceAll(string(data), old, new))
}

// recorder is a summariser that keeps what it was given.
type recorder struct {
	mu    sync.Mutex
	paths []string
	seen  func(summary.Input) // may be nil
}

func (r *recorder) summariser() summariser {
	return summariser{
		build: func(in summary.Input) *summary.Package {
			r.mu.Lock()
			defer r.mu.Unlock()
			r.paths = append(r.paths, in.Path)
			if r.seen != nil {
				r.seen(in)
			}
			p := &summary.Package{Path: in.Path, Name: in.Pkg.Name()}
			for _, f := range in.Files {
				p.Files = append(p.Files, filepath.Base(in.Fset.Position(f.Package).Filename))
			}
			return p
		},
		encode: func(p *summary.Package) []byte {
			return []byte(strings.Join(append([]string{p.Path, p.Name}, p.Files...), "\n"))
		},
		decode: func(data []byte) (*summary.Package, error) {
			parts := strings.Split(string(data), "\n")
			if len(parts) < 2 {
				return nil, errors.New("not a summary")
			}
			return &summary.Package{Path: parts[0], Name: parts[1], Files: parts[2:]}, nil
		},
	}
}

// made returns the packages summarised since the last call, sorted.
func (r *recorder) made() string {
	r.mu.Lock()
	defer r.mu.Unlock()
	slices.Sort(r.paths)
	s := strings.Join(r.paths, " ")
	r.paths = nil
	return s
}

var loadCatalog = sync.OnceValues(func() (*catalog.Catalog, error) { return catalog.Load(catalog.Options{}) })

func (tr *tree) config(patterns ...string) Config {
	tr.t.Helper()
	cat, err := loadCatalog()
	if err != nil {
		tr.t.Fatal(err)
	}
	return Config{Dir: tr.dir, Patterns: patterns, Cache: tr.cache, Catalog: cat}
}

// load loads the tree and fails the test when that fails.
func (tr *tree) load(c Config) *Loaded {
	tr.t.Helper()
	l, _ := tr.record(c)
	return l
}

// record loads the tree and returns the packages that were summarised too.
func (tr *tree) record(c Config) (*Loaded, string) {
	tr.t.Helper()
	var r recorder
	l, err := load(context.Background(), c, r.summariser())
	if err != nil {
		tr.t.Fatal(err)
	}
	return l, r.made()
}

// describe prints the units of a program, one a line.
func describe(l *Loaded) string {
	var b strings.Builder
	for _, u := range l.Units {
		kind := "third-party"
		if u.Own {
			kind = "own"
		}
		b.WriteString(kind + " " + u.Summary.Path + " [" + strings.Join(u.Summary.Files, " ") + "]")
		if len(u.Imports) > 0 {
			b.WriteString(" <- " + strings.Join(u.Imports, " "))
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// incompletes prints what could not be analysed, one a line.
func incompletes(l *Loaded) string {
	var b strings.Builder
	for _, i := range l.Incomplete {
		b.WriteString(i.Package + ": " + i.Error + "\n")
	}
	return b.String()
}

func equal(t *testing.T, what, got, want string) {
	t.Helper()
	if got := strings.TrimSpace(got); got != strings.TrimSpace(want) {
		t.Errorf("%s:\n%s\nwant:\n%s", what, got, strings.TrimSpace(want))
	}
}
