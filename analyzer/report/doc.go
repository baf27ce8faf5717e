// Package report writes a result for people and for programs, one format per
// file.
//
// In: a rule.Report. Out: one of Formats on a writer, and of the JSON form also
// the way back. It judges nothing, reads source only through a function that it
// is given, and keeps the order that it is given, so the same report gives the
// same bytes.
package report
