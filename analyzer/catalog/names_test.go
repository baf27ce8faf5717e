package catalog

import (
	"go/types"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
)

func mustLoad(t testing.TB, families string) *Catalog {
	t.Helper()
	c, err := Load(Options{Families: families})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestFamilies(t *testing.T) {
	def, ext, two := mustLoad(t, ""), mustLoad(t, "extended"), mustLoad(t, "jmoiron/sqlx, net dial")
	if !slices.Equal(def.Families(), mustLoad(t, "default").Families()) {
		t.Error("the empty option is not default")
	}
	for _, f := range def.Families() {
		if !slices.Contains(ext.Families(), f) {
			t.Errorf("extended lacks %s", f)
		}
	}
	if slices.Contains(def.Families(), "net dial") || !slices.Contains(ext.Families(), "net dial") {
		t.Error("net dial belongs to the extended set only")
	}
	if got := two.Families(); !slices.Equal(got, []string{"jmoiron/sqlx", "net dial"}) {
		t.Errorf("named families: %v", got)
	}
	if both := mustLoad(t, "default,net dial").Families(); len(both) != len(def.Families())+1 {
		t.Errorf("default and one more are %d families", len(both))
	}
	// A promoted method is catalogued with the family that promotes it.
	if want := []string{"database/sql", "github.com/jmoiron/sqlx", "net"}; !slices.Equal(two.Packages(), want) {
		t.Errorf("packages of two families: %v, want %v", two.Packages(), want)
	}
}

func TestUnknownFamily(t *testing.T) {
	for option, want := range map[string]string{
		"database/sq":      `unknown family "database/sq"; near: database/sql, database/sql/driver, sqlc generated database/sql`,
		"gorn.io/gorm":     `unknown family "gorn.io/gorm"; near: gorm.io/gorm, gorm.io/gen`,
		"xorm,pgx":         `unknown family "pgx"; near: cloudsqlconn pgxv5, jackc/pgx v3, jackc/pgx v4, jackc/pgx v4 pgxpool, jackc/pgx v4 stdlib`,
		"nothing-like-it!": `unknown family "nothing-like-it!"`,
	} {
		_, err := Load(Options{Families: option})
		if err == nil || err.Error() != want {
			t.Errorf("%s:\ngot  %v\nwant %s", option, err, want)
		}
	}
}

func TestNames(t *testing.T) {
	c := mustLoad(t, "")
	for path, want := range map[string]bool{
		"database/sql": true, "github.com/gomodule/redigo/redis": true, "go.mongodb.org/mongo-driver/mongo": true,
		"net/http": false, "net": false, "fmt": false, "gorm.io/driver/postgres": false, "github.com/gin-gonic/gin": false,
	} {
		if c.Catalogued(path) != want {
			t.Errorf("Catalogued(%s) = %v", path, !want)
		}
	}
	if !mustLoad(t, "extended").Catalogued("net/http") {
		t.Error("a transport is an acquisition in the extended set")
	}
	if !slices.IsSorted(c.Packages()) || !slices.Contains(c.Packages(), "gorm.io/gorm") {
		t.Error("Packages is not the sorted list of catalogued packages")
	}
	for _, name := range []string{"Close", "Commit", "Rollback", "Release", "EndSession", "Discard"} {
		if !c.ReleaseName(name) {
			t.Errorf("%s releases nothing", name)
		}
	}
	if c.ReleaseName("Query") {
		t.Error("Query is no release")
	}
	if got := c.AcquiringNames("sql", "Open"); !slices.Contains(got, "database/sql.Open") {
		t.Errorf("sql.Open is %v", got)
	}
	if got := c.AcquiringNames("sql", "Register"); got != nil {
		t.Errorf("sql.Register is %v", got)
	}
}

func TestDigest(t *testing.T) {
	def, again, ext := mustLoad(t, "").Digest(), mustLoad(t, "default").Digest(), mustLoad(t, "extended").Digest()
	if def != again || def == ext || len(def) != 64 {
		t.Errorf("digests %s, %s, %s", def, again, ext)
	}
}

// stubs are all functions and methods of the case packages.
func stubs(t *testing.T, names ...string) []*types.Func {
	w := readWorld(t, names...)
	var fns []*types.Func
	for _, pkg := range w.pkgs {
		for _, name := range pkg.Scope().Names() {
			switch obj := pkg.Scope().Lookup(name).(type) {
			case *types.Func:
				fns = append(fns, obj)
			case *types.TypeName:
				n, ok := obj.Type().(*types.Named)
				if !ok {
					continue
				}
				for m := range n.Methods() {
					fns = append(fns, m)
				}
				if iface, ok := n.Underlying().(*types.Interface); ok {
					for m := range iface.ExplicitMethods() {
						fns = append(fns, m)
					}
				}
			}
		}
	}
	return fns
}

func TestCanonical(t *testing.T) {
	params := regexp.MustCompile(`\[[^\]]*\]\)`)
	fns := stubs(t, "testdata/std.txt", "testdata/cases/background.txt")
	if len(fns) < 50 {
		t.Fatalf("only %d functions", len(fns))
	}
	for _, fn := range fns {
		want := params.ReplaceAllString(fn.FullName(), ")")
		if got := Canonical(fn); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
	obj, _, _ := types.LookupFieldOrMethod(types.Universe.Lookup("error").Type(), false, nil, "Error")
	if got := Canonical(obj.(*types.Func)); got != "(error).Error" {
		t.Errorf("error.Error is %s", got)
	}
	if c := mustLoad(t, ""); c.Func(obj.(*types.Func)) != nil {
		t.Error("error.Error is catalogued")
	}
}

// A miss is what happens at almost every call of a program.
func TestMissAllocatesNothing(t *testing.T) {
	c := mustLoad(t, "extended")
	var fns []*types.Func
	for _, name := range []string{"layers", "generated", "http", "frameworks"} {
		fns = append(fns, stubs(t, "testdata/std.txt", "testdata/cases/"+name+".txt")...)
	}
	misses := 0
	for _, fn := range fns {
		if c.Func(fn) != nil || c.packageShape(fn.Pkg()) != "" { // names of ent's entities are made generic first
			continue
		}
		misses++
		if n := testing.AllocsPerRun(10, func() { c.Func(fn) }); n != 0 {
			t.Errorf("Func(%s) allocates %v times", fn, n)
		}
		if c.Signature(fn.Signature()) == nil {
			if n := testing.AllocsPerRun(10, func() { c.Signature(fn.Signature()) }); n != 0 {
				t.Errorf("Signature of %s allocates %v times", fn, n)
			}
		}
	}
	if misses < 40 {
		t.Errorf("only %d misses", misses)
	}
}

// Answers that are made on demand are made once, whoever asks.
func TestConcurrent(t *testing.T) {
	c := mustLoad(t, "extended")
	fns := stubs(t, "testdata/std.txt", "testdata/cases/layers.txt")
	var wg sync.WaitGroup
	answers := make([][]*Symbol, 4)
	for i := range answers {
		wg.Go(func() {
			for _, fn := range fns {
				answers[i] = append(answers[i], c.Func(fn))
			}
		})
	}
	wg.Wait()
	for _, a := range answers[1:] {
		if !slices.Equal(a, answers[0]) {
			t.Error("two answers for one function")
		}
	}
}

func TestOpaque(t *testing.T) {
	w := readWorld(t, "testdata/std.txt", "testdata/cases/layers.txt")
	for path, want := range map[string]bool{
		"example.com/app/ent": true, "example.com/app/db": true, "example.com/app/other": false, "context": false, "p": false,
	} {
		if c := mustLoad(t, ""); c.Opaque(w.pkgs[path]) != want {
			t.Errorf("Opaque(%s) = %v", path, !want)
		}
	}
	if mustLoad(t, "database/sql").Opaque(w.pkgs["example.com/app/ent"]) {
		t.Error("ent is opaque though its family is not chosen")
	}
}

func TestCovers(t *testing.T) {
	w := readWorld(t, "testdata/std.txt", "testdata/methods.txt")
	n := w.pkgs["p"].Scope().Lookup("service").Type().(*types.Named)
	for _, test := range []struct {
		methods []string
		want    string
	}{
		{nil, "Add GetUser Other PostUser"},
		{[]string{"*"}, "Add GetUser Other PostUser"},
		{[]string{"Get*", "Other"}, "GetUser Other"},
		{[]string{"rpc"}, "Add"},
	} {
		r := &Registration{Kind: Request, Methods: test.methods}
		var got []string
		for m := range n.Methods() {
			if _, ok := r.Covers(m); ok {
				got = append(got, m.Name())
			}
		}
		slices.Sort(got)
		if strings.Join(got, " ") != test.want {
			t.Errorf("%v covers %v, want %s", test.methods, got, test.want)
		}
	}
	s := &Shape{Kind: Request, Methods: []string{"Add", "Other"}, Kinds: []EntryKind{Request, Stream}}
	for m := range n.Methods() {
		if kind, ok := s.Covers(m); ok && (kind == Stream) != (m.Name() == "Other") {
			t.Errorf("%s is a %s", m.Name(), kind)
		}
	}
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		mustLoad(b, "extended")
	}
}

func TestLeads(t *testing.T) {
	c := mustLoad(t, "default")
	for path, want := range map[string]bool{"database/sql": true, "gorm.io/gorm": true, "database/sql/driver": false, "fmt": false} {
		if c.Leads(path) != want {
			t.Errorf("Leads(%s) = %v", path, !want)
		}
	}
	if !c.Catalogued("database/sql/driver") {
		t.Error("database/sql/driver is not catalogued")
	}
}
