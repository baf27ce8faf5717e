package driver

import (
	"strings"
	"testing"
)

const tested = `
-- go.mod --
module example.com/app
go 1.26
-- p/p.go --
package p

func P() {}
-- p/inside_test.go --
package p

import (
	"testing"

	"example.com/app/help"
)

func Helper() { help.Help() }

func TestInside(t *testing.T) { Helper() }
-- p/outside_test.go --
package p_test

import (
	"testing"

	"example.com/app/p"
	"example.com/app/q"
)

func TestOutside(t *testing.T) { p.Helper(); q.Q() }
-- q/q.go --
package q

import "example.com/app/p"

func Q() { p.P() }
-- help/help.go --
package help

func Help() {}
-- a/a.go --
package a

import "example.com/app/p"

func A() { p.P() }
-- only/only_test.go --
package only

import "testing"

func TestOnly(t *testing.T) {}
`

// A package stands in the program once, with its in-package tests; external
// tests are packages of their own. Imports come first even where the plain
// package imports less than the one with its tests.
func TestTestVariants(t *testing.T) {
	tr := newTree(t, tested)
	c := tr.config()
	c.Tests = true
	l := tr.load(c)
	equal(t, "units", describe(l), `
own example.com/app/help [help.go]
own example.com/app/p [inside_test.go p.go] <- example.com/app/help
own example.com/app/a [a.go] <- example.com/app/p
own example.com/app/only [only_test.go]
own example.com/app/q [q.go] <- example.com/app/p
own example.com/app/p_test [outside_test.go] <- example.com/app/p example.com/app/q
`)
	equal(t, "incomplete", incompletes(l), "")
	equal(t, "matched", strings.Join(l.Matched, " "), "example.com/app/a example.com/app/help example.com/app/only example.com/app/p example.com/app/p_test example.com/app/q")
	equal(t, "mains", strings.Join(l.Mains, " "), "")
	equal(t, "file", l.Locate("example.com/app/p_test", "outside_test.go"), "p/outside_test.go")

	c.Tests = false
	l = tr.load(c)
	equal(t, "units without tests", describe(l), `
own example.com/app/p [p.go]
own example.com/app/a [a.go] <- example.com/app/p
own example.com/app/help [help.go]
own example.com/app/q [q.go] <- example.com/app/p
`)
}

// Runs with and without tests share a cache without spoiling each other's.
func TestTestVariantsInCache(t *testing.T) {
	tr := newTree(t, tested)
	for range 2 {
		for _, tests := range []bool{true, false} {
			c := tr.config()
			c.Tests = tests
			tr.load(c)
			_, made := tr.record(c)
			equal(t, "made when nothing changed", made, "")
		}
	}
	c := tr.config()
	c.Tests = true
	tr.replace("p/inside_test.go", "Helper() }", "Helper(); P() }")
	_, made := tr.record(c)
	equal(t, "made after an edit of a test", made, "example.com/app/p")
	tr.replace("p/p.go", "func P() {}", "func P() { P() }")
	_, made = tr.record(c)
	equal(t, "made after an edit of a body", made, "example.com/app/p")
	tr.replace("p/p.go", "func P() {", "func P(...int) {")
	_, made = tr.record(c)
	equal(t, "made after an edit of the API", made, "example.com/app/a example.com/app/p example.com/app/p_test example.com/app/q")
}
