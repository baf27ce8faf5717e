// Package analyzer is the go/analysis face of sessionlint: the same summaries,
// linker and rules, with package facts in the place of a whole program.
//
// In: one package at a time, and the facts of its direct imports. Out:
// findings, and a fact that holds the summaries of the package and of
// everything below it that can still matter. What a package cannot see alone
// (the interface is called here, the implementation is injected in main) is
// reported by the first package in import order whose imports prove it.
//
// # Analyzer sessionlint
//
// sessionlint: report database pools, connections and sessions that are
// acquired on a request path
//
// Every place where a request or streaming handler acquires a fresh pool,
// connection, session or transaction, directly or through any chain of calls,
// outside of the places where that is right: start-up code, once guards,
// background work, providers.
package analyzer
