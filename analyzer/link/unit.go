// Package link joins the summaries of a program: which functions and
// interface values can be where (points-to), who calls whom, from which entry
// points a function is reached and by which chain, and which functions hand
// out a fresh resource.
//
// In: Units. Out: a Program, which the rules only read. It does not know what
// is right or wrong.
package link

import "github.com/sessionlint/sessionlint/analyzer/summary"

// Unit is one package of a program as the linker takes it.
type Unit struct {
	Summary *summary.Package
	Own     bool     // belongs to the analysed modules; other units are third-party code whose bodies matter
	Imports []string // import paths of its direct imports among the units
}
