// Command noop is a tool for go vet that does nothing. It declares a fact, as
// a tool must to be run over the whole import graph: what it costs is what go
// vet costs.
package main

import (
	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/unitchecker"
)

type nothing struct{}

func (*nothing) AFact() {}

func main() {
	unitchecker.Main(&analysis.Analyzer{
		Name:      "noop",
		Doc:       "do nothing",
		FactTypes: []analysis.Fact{new(nothing)},
		Run:       func(*analysis.Pass) (any, error) { return nil, nil },
	})
}
