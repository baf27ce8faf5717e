package report

import (
	"encoding/json"
	"io"
	"strings"

	"github.com/sessionlint/sessionlint/analyzer/rule"
)

// rdDiagnostic is reviewdog's Diagnostic, with the names of its fields as in
// reviewdog.proto. Columns count bytes there as here, and a range without an
// end is a point.
type rdDiagnostic struct {
	Message  string      `json:"message"`
	Location rdLocation  `json:"location"`
	Severity string      `json:"severity"`
	Source   rdSource    `json:"source"`
	Code     rdCode      `json:"code"`
	Related  []rdRelated `json:"related_locations,omitempty"`
}

type rdLocation struct {
	Path  string  `json:"path"`
	Range rdRange `json:"range,omitzero"`
}

type rdRange struct {
	Start rdPosition `json:"start"`
}

type rdPosition struct {
	Line   int `json:"line"`
	Column int `json:"column,omitzero"`
}

type rdSource struct {
	Name string `json:"name"`
	URL  string `json:"url"`
}

type rdCode struct {
	Value string `json:"value"`
}

type rdRelated struct {
	Message  string     `json:"message"`
	Location rdLocation `json:"location"`
}

// RDJSONL writes one line of JSON for each finding. It has no place for
// packages that could not be analysed.
func RDJSONL(w io.Writer, r *rule.Report) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	for i := range r.Findings {
		f := &r.Findings[i]
		err := enc.Encode(rdDiagnostic{
			Message:  sentence(f, r.Module),
			Location: rdPlace(f.Position),
			Severity: rdSeverity(f.Severity),
			Source:   rdSource{"sessionlint", homepage},
			Code:     rdCode{clean(f.Rule)},
			Related:  rdChain(f, newNamer(r.Module)),
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// rdChain is the steps that lie in the repository: reviewdog looks there only.
func rdChain(f *rule.Finding, names namer) []rdRelated {
	var out []rdRelated
	for i, s := range f.Chain {
		if l := locate(s.Position.File, s.Function, names); l.URIBaseID == srcRoot {
			out = append(out, rdRelated{stepMessage(i, f.Entry, s, names), rdPlace(s.Position)})
		}
	}
	return out
}

func rdPlace(p rule.Position) rdLocation {
	l := rdLocation{Path: clean(p.File)}
	if p.Line > 0 {
		l.Range.Start = rdPosition{p.Line, max(0, p.Column)}
	}
	return l
}

func rdSeverity(severity string) string {
	if l := level(severity); l != "note" {
		return strings.ToUpper(l)
	}
	return "INFO"
}
