package report

import (
	"io"
	"strconv"
	"strings"

	"github.com/sessionlint/sessionlint/analyzer/rule"
)

// GitHub writes workflow commands, which GitHub Actions turns into annotations
// of a change when a step prints them. The runner takes ten errors and ten
// warnings of each step; the rest stands in the log only.
//
// Files must be relative to the root of the repository to be found there, and
// are when the module lies there.
func GitHub(w io.Writer, r *rule.Report) error {
	var b strings.Builder
	for i := range r.Findings {
		f := &r.Findings[i]
		writeCommand(&b, githubCommand(f.Severity), []property{
			{"file", clean(f.Position.File)},
			{"line", positive(f.Position.Line)},
			{"col", positive(f.Position.Column)},
			{"title", clean(f.Rule + " " + f.Name)},
		}, paragraph(f, r.Module, TextOptions{}))
	}
	if len(r.Incomplete) > 0 {
		t := newText(r, TextOptions{Verbose: true})
		t.incomplete(r.Incomplete)
		writeCommand(&b, "warning", []property{{"title", "sessionlint"}}, strings.TrimSuffix(t.buf.String(), "\n"))
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func githubCommand(severity string) string {
	if l := level(severity); l != "note" {
		return l
	}
	return "notice"
}

type property struct{ key, value string }

// writeCommand follows the toolkit's command.ts in what is escaped: the runner
// undoes exactly that. An empty property is left out there as well.
func writeCommand(b *strings.Builder, command string, properties []property, message string) {
	data := strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	inProperty := strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
	b.WriteString("::" + command)
	before := " "
	for _, p := range properties {
		if p.value == "" {
			continue
		}
		b.WriteString(before + p.key + "=" + inProperty.Replace(p.value))
		before = ","
	}
	b.WriteString("::" + data.Replace(message) + "\n")
}

// positive is a number that counts from 1, or "" when it is not known.
func positive(n int) string {
	if n < 1 {
		return ""
	}
	return strconv.Itoa(n)
}
