package report

import (
	"encoding/xml"
	"io"

	"github.com/sessionlint/sessionlint/analyzer/rule"
)

type junit struct {
	XMLName  xml.Name     `xml:"testsuites"`
	Tests    int          `xml:"tests,attr"`
	Failures int          `xml:"failures,attr"`
	Skipped  int          `xml:"skipped,attr"`
	Suites   []junitSuite `xml:"testsuite"`
}

type junitSuite struct {
	Name     string      `xml:"name,attr"`
	Tests    int         `xml:"tests,attr"`
	Failures int         `xml:"failures,attr"`
	Errors   int         `xml:"errors,attr"`
	Skipped  int         `xml:"skipped,attr"`
	Cases    []junitCase `xml:"testcase"`
}

// junitCase has no line in its name: CI compares tests with those of an earlier
// run by class and name.
type junitCase struct {
	Class   string        `xml:"classname,attr"`
	Name    string        `xml:"name,attr"`
	File    string        `xml:"file,attr,omitempty"`
	Line    string        `xml:"line,attr,omitempty"`
	Failure *junitFailure `xml:"failure"`
	Skipped *junitSkipped `xml:"skipped"`
}

type junitFailure struct {
	Type    string `xml:"type,attr"`
	Message string `xml:"message,attr"`
	Text    string `xml:",chardata"`
}

type junitSkipped struct {
	Message string `xml:"message,attr"`
}

// JUnit writes each finding as a failed test and each package that could not be
// analysed in full as a skipped one, which does not fail a job. Without a
// finding one test passes, because Jenkins takes a report without tests for a
// broken one.
func JUnit(w io.Writer, r *rule.Report) error {
	s := junitSuite{Name: "sessionlint", Failures: len(r.Findings), Skipped: len(r.Incomplete)}
	for i := range r.Findings {
		s.Cases = append(s.Cases, junitFinding(&r.Findings[i], r.Module))
	}
	if len(r.Findings) == 0 {
		s.Cases = append(s.Cases, junitCase{Class: "sessionlint", Name: "no findings"})
	}
	for _, p := range r.Incomplete {
		s.Cases = append(s.Cases, junitCase{
			Class: "sessionlint", Name: "analysed in full: " + clean(p.Package), Skipped: &junitSkipped{clean(p.Error)},
		})
	}
	s.Tests = len(s.Cases)
	return encodeXML(w, junit{Tests: s.Tests, Failures: s.Failures, Skipped: s.Skipped, Suites: []junitSuite{s}})
}

func junitFinding(f *rule.Finding, module string) junitCase {
	name := clean(f.Rule + " " + f.Name)
	if f.Symbol != "" {
		name += ": " + clean(f.Symbol)
	}
	if f.Function != "" {
		name += " in " + newNamer(module).function(f.Function)
	}
	return junitCase{
		Class: clean(f.Position.File), Name: name,
		File: clean(f.Position.File), Line: positive(f.Position.Line),
		Failure: &junitFailure{
			Type: clean(f.Rule), Message: clean(f.Message),
			Text: place(f.Position) + ": " + paragraph(f, module, TextOptions{Verbose: true}),
		},
	}
}
