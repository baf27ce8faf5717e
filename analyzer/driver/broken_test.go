package driver

import (
	"context"
	"os"
	"strings"
	"testing"

	"github.com/sessionlint/sessionlint/analyzer/summary"
)

// Whatever is wrong with a package, the rest is analysed, the package is named
// once with its first error, and the second run, from the cache, says the same.
func TestIncomplete(t *testing.T) {
	tests := []struct {
		name, archive string
		patterns      []string
		units, want   string
	}{
		{
			name: "type error",
			archive: `
-- go.mod --
module example.com/app
go 1.26
-- a/a.go --
package a

func A() int { return "a" }

func B() { undefined() }
-- b/b.go --
package b

import "example.com/app/a"

var B = a.A()
`,
			units: "own example.com/app/a [a.go]\nown example.com/app/b [b.go] <- example.com/app/a",
			want:  `example.com/app/a: a/a.go:3:23: cannot use "a" (untyped string constant) as int value in return statement`,
		},
		{
			name: "what is unused",
			archive: `
-- go.mod --
module example.com/app
go 1.26
-- a.go --
package a

import "fmt"

func A() { x := 1 }
`,
			units: "own example.com/app [a.go]",
		},
		{
			name: "syntax error",
			archive: `
-- go.mod --
module example.com/app
go 1.26
-- a/a.go --
package a

func A() { if }
-- a/b.go --
package a

func B() {}
-- c/c.go --
package c

import "example.com/app/a"

func C() { a.B() }
`,
			units: "own example.com/app/a [a.go b.go]\nown example.com/app/c [c.go] <- example.com/app/a",
			want:  "example.com/app/a: a/a.go:3:15: expected operand, found '}'",
		},
		{
			name: "missing dependency",
			archive: `
-- go.mod --
module example.com/app
go 1.26
-- a.go --
package a

import "example.org/none/sub"

var A = sub.New()
-- b/b.go --
package b
`,
			units: "own example.com/app [a.go]\nown example.com/app/b [b.go]",
			want:  "example.com/app: a.go:3:8: could not import example.org/none/sub (no required module provides package example.org/none/sub)",
		},
		{
			name: "missing dependency of a dependency",
			archive: `
-- go.mod --
module example.com/app
go 1.26
require example.com/text v1.0.0
replace example.com/text => ./text
-- a.go --
package a

import "example.com/text"

var A = text.T
-- text/go.mod --
module example.com/text
-- text/text.go --
package text

import "example.org/none"

var T = none.N
`,
			units: "own example.com/app [a.go]",
			want:  "example.org/none: no required module provides package example.org/none",
		},
		{
			name: "build constraints",
			archive: `
-- go.mod --
module example.com/app
go 1.26
-- a/a.go --
//go:build never

package a
-- b/b.go --
package b

import "example.com/app/a"

var B = a.A
`,
			patterns: []string{"./a", "./b"},
			units:    "own example.com/app/b [b.go]",
			want: `
example.com/app/a: build constraints exclude all Go files in $DIR/a
example.com/app/b: b/b.go:3:8: could not import example.com/app/a (build constraints exclude all Go files in $DIR/a)`,
		},
		{
			name: "import cycle",
			archive: `
-- go.mod --
module example.com/app
go 1.26
-- a/a.go --
package a

import "example.com/app/b"

var A = b.B
-- b/b.go --
package b

import "example.com/app/a"

var B = a.A
`,
			units: "own example.com/app/b [b.go]\nown example.com/app/a [a.go] <- example.com/app/b",
			want: `
example.com/app/a: import cycle not allowed
example.com/app/b: b/b.go:3:8: could not import example.com/app/a (import cycle not allowed)`,
		},
		{
			name: "two packages in one directory",
			archive: `
-- go.mod --
module example.com/app
go 1.26
-- a.go --
package a
-- b.go --
package b
`,
			units: "own example.com/app [a.go b.go]",
			want:  "example.com/app: b.go:1:1: package b; expected package a",
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			tr := newTree(t, test.archive)
			want := strings.ReplaceAll(test.want, "$DIR", tr.dir)
			for _, run := range []string{"first", "second"} {
				l := tr.load(tr.config(test.patterns...))
				equal(t, "units of the "+run+" run", describe(l), test.units)
				equal(t, "incomplete in the "+run+" run", incompletes(l), want)
			}
		})
	}
}

func TestDeletedFile(t *testing.T) {
	tr := newTree(t, shop)
	c := tr.config()
	c.Progress = func(p Progress) {
		if p.Stage == "summarise" { // listed, not read yet
			os.Remove(tr.path("store/store.go"))
		}
	}
	tr.write("store/more.go", "package store\n\nfunc More() {}\n")
	l := tr.load(c)
	equal(t, "incomplete", incompletes(l), `
example.com/shop/store: store/store.go: the file could not be read: no such file or directory
example.com/shop/web: web/web.go:8:22: undefined: store.Open`)
	equal(t, "units", describe(l), `
third-party example.com/dbutil [dbutil.go]
own example.com/shop/store [more.go] <- example.com/dbutil
own example.com/shop/web [web.go] <- example.com/shop/store
own example.com/shop [main.go] <- example.com/shop/web
`)
}

// A bug in the summariser costs one package, not the run.
func TestPanic(t *testing.T) {
	tr := newTree(t, shop)
	var r recorder
	r.seen = func(in summary.Input) {
		if in.Path == "example.com/shop/web" {
			panic("oh")
		}
	}
	for range 2 { // and is not cached
		l, err := load(context.Background(), tr.config(), r.summariser())
		if err != nil {
			t.Fatal(err)
		}
		equal(t, "incomplete", incompletes(l), "example.com/shop/web: internal error summarising example.com/shop/web: oh")
		if len(l.Units) != 3 {
			t.Errorf("units:\n%s", describe(l))
		}
	}
}
