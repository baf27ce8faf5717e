// Package report writes a result for people and for programs, one format per
// file.
//
// In: a rule.Report. Out: text or JSON on a writer. It judges nothing and
// keeps the order that it is given, so the same report gives the same bytes.
package report
