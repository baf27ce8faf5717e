package report

import (
	"encoding/xml"
	"io"

	"github.com/sessionlint/sessionlint/analyzer/rule"
)

type checkstyle struct {
	XMLName xml.Name         `xml:"checkstyle"`
	Version string           `xml:"version,attr"` // of the form, which readers know from the tool of that name
	Files   []checkstyleFile `xml:"file"`
}

type checkstyleFile struct {
	Name   string            `xml:"name,attr"`
	Errors []checkstyleError `xml:"error"`
}

// checkstyleError has in Source a dotted name, of which Jenkins shows the last
// part as the type and what stands before it as the category.
type checkstyleError struct {
	Line     string `xml:"line,attr,omitempty"`
	Column   string `xml:"column,attr,omitempty"`
	Severity string `xml:"severity,attr"`
	Message  string `xml:"message,attr"`
	Source   string `xml:"source,attr"`
}

// Checkstyle writes findings by file, files and findings in the report's
// order. It has no place for packages that could not be analysed.
func Checkstyle(w io.Writer, r *rule.Report) error {
	doc := checkstyle{Version: "5.0"}
	at := map[string]int{}
	for i := range r.Findings {
		f := &r.Findings[i]
		name := clean(f.Position.File)
		n, ok := at[name]
		if !ok {
			n = len(doc.Files)
			at[name] = n
			doc.Files = append(doc.Files, checkstyleFile{Name: name})
		}
		doc.Files[n].Errors = append(doc.Files[n].Errors, checkstyleError{
			Line: positive(f.Position.Line), Column: positive(f.Position.Column),
			Severity: checkstyleSeverity(f.Severity), Message: sentence(f, r.Module), Source: "sessionlint." + clean(f.Rule),
		})
	}
	return encodeXML(w, doc)
}

func checkstyleSeverity(severity string) string {
	if l := level(severity); l != "note" {
		return l
	}
	return "info"
}
