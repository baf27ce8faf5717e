// Package schematest checks what package report writes against what its
// readers publish: JSON Schemas, and readers' own code where there is some.
//
// In: the golden files of package report. It is a module of its own, because
// the schemas come from modules that nothing else here needs. Every check is
// shown to fail on a damaged file, so that none passes by looking at nothing.
package schematest
