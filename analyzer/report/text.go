package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/sessionlint/sessionlint/analyzer/rule"
)

// TextOptions says how text for people looks. No option but Verbose changes what
// is said.
type TextOptions struct {
	Color   bool // the writer is a terminal that shows colours
	Width   int  // columns of the terminal, at which lines break; 0 is no terminal
	Verbose bool // whole call chains and lists, however long

	// Link is the address of a line of the report's files, for terminals that
	// show links; nil for those that do not.
	Link func(file string, line int) string
}

// Text writes the findings, each with its call chain and what to do, and then
// what could not be analysed. Of a report with neither it writes nothing.
func Text(w io.Writer, r *rule.Report, o TextOptions) error {
	t := newText(r, o)
	for i := range r.Findings {
		t.finding(&r.Findings[i])
	}
	if len(r.Incomplete) > 0 {
		if len(r.Findings) > 0 {
			t.line("")
		}
		t.incomplete(r.Incomplete)
	}
	return t.writeTo(w)
}

// text collects lines. It is written in one piece, so that output to a
// terminal and to a broken pipe is whole findings.
type text struct {
	buf   strings.Builder
	opts  TextOptions
	paint paint
	names namer
}

func newText(r *rule.Report, o TextOptions) *text {
	return &text{opts: o, paint: paint{o.Color}, names: newNamer(r.Module)}
}

func (t *text) writeTo(w io.Writer) error {
	_, err := io.WriteString(w, t.buf.String())
	return err
}

func (t *text) line(format string, args ...any) {
	t.buf.WriteString(wrap(fmt.Sprintf(format, args...), t.opts.Width))
	t.buf.WriteByte('\n')
}

func (t *text) finding(f *rule.Finding) {
	t.line("%s: %s %s: %s",
		t.link(f.Position, t.paint.bold(place(f.Position))), t.paint.severity(f.Severity, clean(f.Rule)), clean(f.Name), clean(f.Message))
	t.below("    ", f)
}

// link makes shown a link to a place (OSC 8, which terminals that do not know
// it ignore).
func (t *text) link(at rule.Position, shown string) string {
	if t.opts.Link == nil || at.File == "" {
		return shown
	}
	return "\x1b]8;;" + t.opts.Link(at.File, at.Line) + "\x1b\\" + shown + "\x1b]8;;\x1b\\"
}

// below writes what stands under the first line of a finding.
func (t *text) below(indent string, f *rule.Finding) {
	t.chain(indent, f.Entry, f.Chain)
	if f.Held != nil {
		t.line("%sheld: %s, acquired at %s", indent, clean(f.Held.Symbol), place(f.Held.Position))
	}
	if f.Help != "" {
		t.line("%s%s %s", indent, t.paint.green("help:"), clean(f.Help))
	}
	if len(f.Fixes) > 0 {
		t.line("%s%s %s", indent, t.paint.green("fix:"), clean(f.Fixes[0].Message))
	}
}

// incompleteShown is how many incomplete packages a short list names.
const incompleteShown = 5

func (t *text) incomplete(list []rule.Incomplete) {
	t.line("not analysed in full, so findings may be missing: %s", count(len(list), "package"))
	shown := list
	if !t.opts.Verbose && len(list) > incompleteShown+1 {
		shown = list[:incompleteShown]
	}
	for _, p := range shown {
		t.line("    %s: %s", clean(p.Package), clean(p.Error))
	}
	if rest := len(list) - len(shown); rest > 0 {
		t.line("    … %d more (-v lists them)", rest)
	}
}
