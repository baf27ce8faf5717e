package report

import (
	"io"

	"github.com/sessionlint/sessionlint/analyzer/rule"
)

// Format is one way to write a report.
type Format struct {
	Name string
	For  string // who reads it
	// ListsIncomplete: it has a place for packages that could not be analysed
	// in full. Where it has none, they must be told in another way.
	ListsIncomplete bool

	write func(io.Writer, *rule.Report, Options) error
}

// Options is what a format may want to know besides the report.
type Options struct {
	TextOptions
	Searched Searched     // of an audit, when it is known
	Version  string       // of sessionlint
	Rules    []*rule.Rule // those that were looked for; nil is all that there are
	// Source reads a file that a position names, for the code beside it. With
	// none, or for a file that it cannot read, no code is shown.
	Source func(file string) ([]byte, error)
}

// Formats lists all formats, the default first.
func Formats() []Format {
	return []Format{
		{"text", "people", true, writeText},
		{"json", "programs", true, writeJSON},
		{"markdown", "reviewers: a document", true, Markdown},
		{"html", "reviewers: a page to look around in", true, HTML},
		{"sarif", "GitHub code scanning, editors", true, SARIF},
		{"github", "annotations by GitHub Actions", true, plain(GitHub)},
		{"gitlab", "GitLab Code Quality", false, plain(GitLab)},
		{"checkstyle", "Jenkins and others", false, plain(Checkstyle)},
		{"junit", "test reports of any CI", true, plain(JUnit)},
		{"rdjsonl", "reviewdog", false, plain(RDJSONL)},
	}
}

// FindFormat is the format of a name.
func FindFormat(name string) (Format, bool) {
	for _, f := range Formats() {
		if f.Name == name {
			return f, true
		}
	}
	return Format{}, false
}

// Write writes r. An audit, which is a report whose list of acquisitions is not
// nil, shows them as text, JSON, Markdown and HTML; the other formats are about
// findings.
func (f Format) Write(w io.Writer, r *rule.Report, o Options) error { return f.write(w, r, o) }

func plain(write func(io.Writer, *rule.Report) error) func(io.Writer, *rule.Report, Options) error {
	return func(w io.Writer, r *rule.Report, _ Options) error { return write(w, r) }
}

func writeText(w io.Writer, r *rule.Report, o Options) error {
	if r.Acquisitions == nil {
		return Text(w, r, o.TextOptions)
	}
	return AuditText(w, r, AuditOptions{TextOptions: o.TextOptions, Searched: o.Searched})
}

func writeJSON(w io.Writer, r *rule.Report, o Options) error {
	if r.Acquisitions == nil {
		return JSON(w, r, Searched{})
	}
	return JSON(w, r, o.Searched)
}

// level is a severity in the three steps that most formats know. Rules are
// errors, warnings and, by configuration, infos; anything else, in a report that
// was read, is a warning.
func level(severity string) string {
	switch severity {
	case "error", "note":
		return severity
	case "info":
		return "note"
	}
	return "warning"
}
