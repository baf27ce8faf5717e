package driver

import (
	"fmt"
	"runtime"
	"strings"
	"testing"

	"github.com/sessionlint/sessionlint/analyzer/summary"
)

// shop is a program of three own packages and three third-party modules: one
// whose bodies matter, one that cannot reach an acquisition, and one that is
// only there because of the other.
const shop = `
-- go.mod --
module example.com/shop
go 1.26
require (
	example.com/dbutil v1.2.3
	example.com/text v1.0.0
)
require example.com/deep v1.0.0 // indirect
replace (
	example.com/dbutil => ./third/dbutil
	example.com/text => ./third/text
	example.com/deep => ./third/deep
)
-- main.go --
package main

import "example.com/shop/web"

func main() { web.Serve() }
-- web/web.go --
package web

import (
	"example.com/shop/store"
	"example.com/text"
)

func Serve() { store.Open(text.Upper("dsn")) }
-- store/store.go --
package store

import (
	"database/sql"

	"example.com/dbutil"
)

func Open(dsn string) *sql.DB { return dbutil.Open(dsn) }
-- store/store_test.go --
package store

import "testing"

func TestOpen(t *testing.T) { Open("") }
-- third/dbutil/go.mod --
module example.com/dbutil
go 1.20
require example.com/deep v1.0.0
-- third/dbutil/dbutil.go --
package dbutil

import (
	"database/sql"

	"example.com/deep"
)

func Open(dsn string) *sql.DB { db, _ := sql.Open(deep.Driver, dsn); return db }
-- third/deep/go.mod --
module example.com/deep
-- third/deep/deep.go --
package deep

const Driver = "x"
-- third/text/go.mod --
module example.com/text
-- third/text/text.go --
package text

import "strings"

func Upper(s string) string { return strings.ToUpper(s) }
`

func TestUnits(t *testing.T) {
	tr := newTree(t, shop)
	l := tr.load(tr.config())
	equal(t, "units", describe(l), `
third-party example.com/dbutil [dbutil.go]
own example.com/shop/store [store.go] <- example.com/dbutil
own example.com/shop/web [web.go] <- example.com/shop/store
own example.com/shop [main.go] <- example.com/shop/web
`)
	equal(t, "root", l.Root, tr.dir)
	equal(t, "module", l.Module, "example.com/shop")
	equal(t, "mains", strings.Join(l.Mains, " "), "example.com/shop")
	equal(t, "matched", strings.Join(l.Matched, " "), "example.com/shop example.com/shop/store example.com/shop/web")
	equal(t, "incomplete", incompletes(l), "")
	equal(t, "own file", l.Locate("example.com/shop/store", "store.go"), "store/store.go")
	equal(t, "main file", l.Locate("example.com/shop", "main.go"), "main.go")
	equal(t, "replaced file", l.Locate("example.com/dbutil", "dbutil.go"), "third/dbutil/dbutil.go")
	if got := l.Stats; got.Summarised != 4 || got.FromCache != 0 || got.Pruned != got.Packages-4 {
		t.Errorf("stats: %+v", got)
	}
}

// Own packages that the matched ones import belong to the program; others do not.
func TestClosureOfPatterns(t *testing.T) {
	tr := newTree(t, shop)
	l := tr.load(tr.config("./store"))
	equal(t, "units", describe(l), `
third-party example.com/dbutil [dbutil.go]
own example.com/shop/store [store.go] <- example.com/dbutil
`)
	equal(t, "root", l.Root, tr.dir)
	l = tr.load(tr.config("."))
	equal(t, "matched", strings.Join(l.Matched, " "), "example.com/shop")
	if len(l.Units) != 4 {
		t.Errorf("units:\n%s", describe(l))
	}
}

// A module that is replaced from outside the root is named by its version.
func TestLocateOutside(t *testing.T) {
	tr := newTree(t, `
-- app/go.mod --
module example.com/app
go 1.26
require example.com/dbutil v1.2.3
replace example.com/dbutil => ../dbutil
-- app/app.go --
package app

import _ "example.com/dbutil/sub"
-- dbutil/go.mod --
module example.com/dbutil
-- dbutil/sub/sub.go --
package sub

import _ "database/sql"
`)
	c := tr.config()
	c.Dir = tr.path("app")
	l := tr.load(c)
	equal(t, "file", l.Locate("example.com/dbutil/sub", "sub.go"), "example.com/dbutil@v1.2.3/sub/sub.go")
}

func TestVendor(t *testing.T) {
	tr := newTree(t, `
-- go.mod --
module example.com/app
go 1.26
require example.com/dbutil v1.2.3
-- app.go --
package app

import "example.com/dbutil"

var DB = dbutil.Open()
-- vendor/modules.txt --
# example.com/dbutil v1.2.3
## explicit
example.com/dbutil
-- vendor/example.com/dbutil/dbutil.go --
package dbutil

import "database/sql"

func Open() *sql.DB { return nil }
`)
	t.Setenv("GOFLAGS", "-mod=vendor")
	want := `
third-party example.com/dbutil [dbutil.go]
own example.com/app [app.go] <- example.com/dbutil
`
	l, made := tr.record(tr.config())
	equal(t, "units", describe(l), want)
	equal(t, "made", made, "example.com/app example.com/dbutil")
	equal(t, "file", l.Locate("example.com/dbutil", "dbutil.go"), "vendor/example.com/dbutil/dbutil.go")
	equal(t, "incomplete", incompletes(l), "")

	_, made = tr.record(tr.config())
	equal(t, "made when nothing changed", made, "")
	tr.replace("vendor/example.com/dbutil/dbutil.go", "nil", "new(sql.DB)")
	_, made = tr.record(tr.config())
	equal(t, "made after an edit", made, "example.com/app example.com/dbutil")
}

func TestWorkspace(t *testing.T) {
	tr := newTree(t, `
-- go.work --
go 1.26
use (
	./api
	./lib
)
-- api/go.mod --
module example.com/api
go 1.26
-- api/api.go --
package main

import "example.com/lib"

func main() { lib.Run() }
-- lib/go.mod --
module example.com/lib
go 1.26
-- lib/lib.go --
package lib

func Run() {}
-- lib/more/more.go --
package more
`)
	for _, patterns := range [][]string{{"./api/...", "./lib/..."}, {"./lib/...", "./api/..."}} {
		l := tr.load(tr.config(patterns...))
		equal(t, "units", describe(l), `
own example.com/lib [lib.go]
own example.com/api [api.go] <- example.com/lib
own example.com/lib/more [more.go]
`)
	}
	// Neither the root nor the module depends on what is matched.
	for _, pattern := range []string{"./api", "./lib"} {
		l := tr.load(tr.config(pattern))
		equal(t, "root", l.Root, tr.dir)
		equal(t, "module", l.Module, "example.com/api example.com/lib")
		equal(t, "file", l.Locate("example.com/lib", "lib.go"), "lib/lib.go")
	}
}

func TestTags(t *testing.T) {
	tr := newTree(t, `
-- go.mod --
module example.com/app
go 1.26
-- app.go --
package app
-- extra.go --
//go:build extra

package app
`)
	c := tr.config()
	equal(t, "units", describe(tr.load(c)), "own example.com/app [app.go]")
	c.Tags = "extra"
	equal(t, "units", describe(tr.load(c)), "own example.com/app [app.go extra.go]")
	c.Tags = ""
	if l := tr.load(c); l.Stats.FromCache != 1 {
		t.Errorf("stats with the first tags again: %+v", l.Stats)
	}
	t.Setenv("GOFLAGS", "-tags=extra")
	equal(t, "units", describe(tr.load(c)), "own example.com/app [app.go extra.go]")
}

func TestCgo(t *testing.T) {
	tr := newTree(t, `
-- go.mod --
module example.com/app
go 1.26
-- app.go --
package app

// int twice(int x) { return 2 * x; }
import "C"

func Twice(x int) int { return int(C.twice(C.int(x))) }
`)
	t.Setenv("CGO_ENABLED", "1")
	l := tr.load(tr.config())
	equal(t, "units", describe(l), "own example.com/app [app.go]")
	equal(t, "incomplete", incompletes(l), "")
}

func TestFilesWithoutModule(t *testing.T) {
	tr := newTree(t, `
-- x.go --
package main

import "database/sql"

func main() { sql.Open("x", "y") }
`)
	l := tr.load(tr.config("x.go"))
	equal(t, "units", describe(l), "own command-line-arguments [x.go]")
	equal(t, "mains", strings.Join(l.Mains, " "), "command-line-arguments")
	equal(t, "root", l.Root, tr.dir)
	equal(t, "file", l.Locate("command-line-arguments", "x.go"), "x.go")
	equal(t, "incomplete", incompletes(l), "")
}

// Whatever the order of patterns and the parallelism, the result is the same.
func TestDeterminism(t *testing.T) {
	tr := newTree(t, shop)
	c := tr.config()
	c.Cache = "off"
	want := fmt.Sprintf("%s%+v", describe(tr.load(c)), tr.load(c).Stats)
	for _, procs := range []int{1, 2, 8} {
		for _, patterns := range [][]string{{"./web", "./store", "."}, {".", "./store", "./web"}} {
			before := runtime.GOMAXPROCS(procs)
			c.Patterns = patterns
			l := tr.load(c)
			runtime.GOMAXPROCS(before)
			equal(t, fmt.Sprintf("%d workers, %v", procs, patterns), fmt.Sprintf("%s%+v", describe(l), l.Stats), want)
		}
	}
}

func TestProgress(t *testing.T) {
	tr := newTree(t, shop)
	for range 2 { // without and with a filled cache
		var stages []string
		c := tr.config()
		c.Progress = func(p Progress) { stages = append(stages, fmt.Sprint(p.Stage, " ", p.Done, "/", p.Total)) }
		tr.load(c)
		equal(t, "progress", strings.Join(stages, ", "),
			"list 0/0, summarise 0/4, summarise 1/4, summarise 2/4, summarise 3/4, summarise 4/4")
	}
}

// What a summary is made of: whole bodies and comments of what is analysed,
// and the types of everything.
func TestInput(t *testing.T) {
	tr := newTree(t, shop)
	tr.write("store/doc.go", "// Package store is commented.\npackage store\n")
	var r recorder
	r.seen = func(in summary.Input) {
		for _, f := range in.Files {
			name := in.Fset.Position(f.Package).Filename
			if name == "doc.go" && f.Doc == nil {
				t.Error("the comment of doc.go is lost")
			}
		}
		if in.Path != "example.com/shop/store" {
			return
		}
		for _, want := range []struct {
			path     string
			analysed bool
		}{{"example.com/shop/web", true}, {"example.com/dbutil", true}, {"example.com/text", false}, {"database/sql", false}} {
			if got := in.Analysed(want.path); got != want.analysed {
				t.Errorf("Analysed(%s) = %t", want.path, got)
			}
		}
		calls := 0
		for _, use := range in.Info.Uses {
			if pkg := use.Pkg(); pkg != nil && pkg.Path() == "example.com/dbutil" && use.Name() == "Open" {
				calls++
				if got := use.Type().String(); got != "func(dsn string) *database/sql.DB" {
					t.Errorf("type of dbutil.Open: %s", got)
				}
			}
		}
		if calls != 1 {
			t.Errorf("%d uses of dbutil.Open", calls)
		}
	}
	if _, err := load(t.Context(), tr.config(), r.summariser()); err != nil {
		t.Fatal(err)
	}
}
