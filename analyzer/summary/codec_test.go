package summary_test

import (
	"bytes"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"reflect"
	"sync"
	"testing"

	"github.com/sessionlint/sessionlint/analyzer/catalog"
	"github.com/sessionlint/sessionlint/analyzer/summary"
)

// shop has one of nearly everything that a summary can hold.
const shop = `package main

import (
	"context"
	"database/sql"
	"net/http"
	"sync"
)

// Open shows sql.Open("pgx", dsn) in a comment.
type store interface{ Find(id string) error }

type pg[T any] struct{ db *sql.DB; make func() T }

func (p *pg[T]) Find(id string) error { _ = p.make(); return p.db.Ping() }

var (
	once   sync.Once
	shared *sql.DB
	pools  = map[string]*sql.DB{}
)

func open(dsn string) (*sql.DB, error) { return sql.Open("pgx", dsn) }

func lazy() *sql.DB {
	if shared == nil {
		shared, _ = open("lazy")
	}
	once.Do(func() { _, _ = open("once") })
	return shared
}

func tenant(k string) *sql.DB {
	if db, ok := pools[k]; ok {
		return db
	}
	db, _ := open(k)
	pools[k] = db
	return db
}

type server struct{ s store }

func (s *server) get(w http.ResponseWriter, r *http.Request) {
	tx, err := lazy().BeginTx(r.Context(), nil)
	if err != nil {
		return
	}
	defer finish(tx)
	go s.s.Find("1")
	_ = tenant("a")
	w.(http.Flusher).Flush()
}

func finish(tx *sql.Tx) { _ = tx.Rollback() }

func each(ctx context.Context, fn func(context.Context) error) error { return fn(ctx) }

func main() {
	acquire := sql.Open
	_, _ = acquire("pgx", "value")
	s := &server{s: &pg[int]{db: lazy(), make: func() int { return 1 }}}
	http.HandleFunc("GET /shop", s.get)
	_ = each(context.Background(), func(context.Context) error { return nil })
}
`

// checked type-checks the sample once: its imports are read from source, which
// takes its time.
var checked = sync.OnceValues(func() (summary.Input, error) {
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, "shop.go", shop, parser.ParseComments)
	if err != nil {
		return summary.Input{}, err
	}
	info := &types.Info{
		Types: map[ast.Expr]types.TypeAndValue{}, Defs: map[*ast.Ident]types.Object{}, Uses: map[*ast.Ident]types.Object{},
		Implicits: map[ast.Node]types.Object{}, Instances: map[*ast.Ident]types.Instance{}, Selections: map[*ast.SelectorExpr]*types.Selection{},
	}
	conf := types.Config{Importer: importer.ForCompiler(fset, "source", nil)}
	pkg, err := conf.Check("example.com/shop", fset, []*ast.File{f}, info)
	if err != nil {
		return summary.Input{}, err
	}
	cat, err := catalog.Load(catalog.Options{})
	return summary.Input{
		Path: "example.com/shop", Fset: fset, Files: []*ast.File{f}, Pkg: pkg, Info: info, Catalog: cat,
		Analysed: func(path string) bool { return path == "example.com/shop" },
	}, err
})

func build(t testing.TB) *summary.Package {
	t.Helper()
	in, err := checked()
	if err != nil {
		t.Fatal(err)
	}
	return summary.Build(in)
}

// TestCodec encodes, decodes and encodes again.
func TestCodec(t *testing.T) {
	p := build(t)
	if len(p.Acquirers) == 0 || len(p.Entries) == 0 || len(p.Docs) == 0 || len(p.Types) == 0 {
		t.Fatalf("the sample is too poor: %+v", p)
	}
	data := summary.Encode(p)
	q, err := summary.Decode(data)
	if err != nil {
		t.Fatal(err)
	}
	if again := summary.Encode(q); !bytes.Equal(data, again) {
		t.Error("a decoded summary encodes differently")
	}
	if !reflect.DeepEqual(normal(p), normal(q)) {
		t.Error("a decoded summary differs")
	}
}

// TestCodecList codes summaries that share their strings.
func TestCodecList(t *testing.T) {
	p := build(t)
	q := *p
	q.Path, q.Funcs = "example.com/part", p.Funcs[1:]
	data := summary.EncodeList([]*summary.Package{p, &q})
	if alone := summary.Encode(p); len(data) >= 2*len(alone) {
		t.Errorf("%d bytes for two, %d for one", len(data), len(alone))
	}
	got, err := summary.DecodeList(data)
	if err != nil {
		t.Fatal(err)
	}
	if len(got) != 2 || !reflect.DeepEqual(got[0], normal(p)) || !reflect.DeepEqual(got[1], normal(&q)) {
		t.Error("decoded summaries differ")
	}
	for i := 0; i < len(data); i += 13 {
		if _, err := summary.DecodeList(data[:i]); err == nil {
			t.Fatalf("accepted %d of %d bytes", i, len(data))
		}
		flipped := bytes.Clone(data)
		flipped[i] ^= 0xff
		_, _ = summary.DecodeList(flipped)
	}
}

// normal makes nil and empty lists alike by coding them.
func normal(p *summary.Package) *summary.Package {
	q, err := summary.Decode(summary.Encode(p))
	if err != nil {
		return nil
	}
	return q
}

// TestDeterministic builds the same package several times: maps must not show.
func TestDeterministic(t *testing.T) {
	want := summary.Encode(build(t))
	for range 10 {
		if got := summary.Encode(build(t)); !bytes.Equal(got, want) {
			t.Fatal("two builds of one package differ")
		}
	}
}

// TestDecodeDamaged cuts and flips: every outcome but a panic is right, and a
// shorter file is never accepted.
func TestDecodeDamaged(t *testing.T) {
	data := summary.Encode(build(t))
	for i := 0; i < len(data); i += 13 {
		if _, err := summary.Decode(data[:i]); err == nil {
			t.Fatalf("accepted %d of %d bytes", i, len(data))
		}
		flipped := bytes.Clone(data)
		flipped[i] ^= 0xff
		_, _ = summary.Decode(flipped)
	}
}

func FuzzDecode(f *testing.F) {
	f.Add(summary.Encode(build(f)))
	f.Fuzz(func(t *testing.T, data []byte) {
		p, err := summary.Decode(data)
		if err == nil && p == nil {
			t.Error("neither a summary nor an error")
		}
	})
}

func TestTemplate(t *testing.T) {
	for _, test := range []struct {
		id, template, bare string
		args               []string
	}{
		{"a/b.F", "a/b.F", "a/b.F", nil},
		{"a/b.F[int]", "a/b.F[%0]", "a/b.F", []string{"int"}},
		{"(*a/b.T).M[x/y.K,[]map[string]int]$2", "(*a/b.T).M[%0,%1]$2", "(*a/b.T).M$2", []string{"x/y.K", "[]map[string]int"}},
		{"a.F[b.G[c.H,d.I]]", "a.F[%0]", "a.F", []string{"b.G[c.H,d.I]"}},
	} {
		template, args := summary.Template(test.id)
		if template != test.template || !reflect.DeepEqual(args, test.args) {
			t.Errorf("Template(%s) = %s %q", test.id, template, args)
		}
		if got := summary.Bare(test.id); got != test.bare {
			t.Errorf("Bare(%s) = %s", test.id, got)
		}
		if got := summary.Instantiate(template, args); got != test.id {
			t.Errorf("Instantiate(%s, %q) = %s", template, args, got)
		}
	}
}
