package report

import (
	"encoding/json"

	"github.com/sessionlint/sessionlint/analyzer/rule"
)

// pageData is what the script draws from: of each item what is not in its row,
// and the facets by which it is found. Names and code that occur often are
// stored once. The keys are short because there may be many.
type pageData struct {
	Names   []string      `json:"names"` // functions, files, packages and rules
	Code    []pageExcerpt `json:"code"`
	Items   []pageItem    `json:"items"`
	Streams []streamData  `json:"streams,omitempty"`

	name map[string]int
	code map[rule.Position]int
}

type pageExcerpt struct {
	First int        `json:"f"`
	Mark  int        `json:"m"`
	Lines [][]string `json:"l"` // pieces, each with its class before it
}

type pageItem struct {
	ID       string        `json:"id"`
	Verdict  string        `json:"v"`
	Class    string        `json:"k"`
	Acquires string        `json:"a,omitempty"` // kind and symbol
	Reason   string        `json:"r,omitempty"`
	Approval string        `json:"y,omitempty"`
	Reached  int           `json:"n,omitempty"`
	Package  int           `json:"p"`
	Entries  []int         `json:"e,omitempty"`
	Label    string        `json:"t,omitempty"`
	Findings []pageFinding `json:"f,omitempty"`
	Chain    [][4]any      `json:"c"` // function, place, via, code or -1
}

type pageFinding struct {
	Rule     int    `json:"r"`
	Severity string `json:"s"`
	Message  string `json:"m"`
	Help     string `json:"h,omitempty"`
	Held     string `json:"d,omitempty"`
}

func newPageData(d *dossier) *pageData {
	data := &pageData{Names: []string{}, Code: []pageExcerpt{}, Items: []pageItem{}, name: map[string]int{}, code: map[rule.Position]int{}}
	entries := entryOf(d.entries, len(d.items))
	// In the order of the rows.
	for _, g := range d.groups {
		for _, i := range g.items {
			data.Items = append(data.Items, data.item(d, d.items[i], entries[i]))
		}
	}
	return data
}

// encode is safe inside a script element: package json writes <, > and & as
// escapes.
func (data *pageData) encode() ([]byte, error) { return json.Marshal(data) }

func (data *pageData) item(d *dossier, it item, entries []int) pageItem {
	out := pageItem{
		ID: it.id, Verdict: clean(it.verdict()), Class: slug(it.verdict()), Reached: it.reached(), Entries: entries,
		Package: data.intern(d.packageLabel(it)), Chain: [][4]any{},
	}
	if symbol := it.symbol(); symbol != "" {
		out.Acquires = clean(orElse(it.kind(), "call")) + " " + clean(symbol)
	}
	if a := it.acq; a != nil {
		out.Reason = clean(a.Reason)
		out.Approval = approvalText(a)
	}
	if e := it.entry(); e != nil {
		out.Label = entryTitle(e)
	}
	for _, f := range it.findings {
		out.Findings = append(out.Findings, data.finding(f))
	}
	steps := it.chain()
	if len(steps) == 0 && it.position().File != "" {
		steps = []rule.Step{{Function: it.function(), Position: it.position()}}
	}
	for i, s := range steps {
		out.Chain = append(out.Chain, [4]any{
			data.intern(d.names.function(s.Function)), data.intern(place(s.Position)), data.intern(via(s, i == 0)), data.excerpt(d, s.Position),
		})
	}
	return out
}

func approvalText(a *rule.Acquisition) string {
	p := a.Approval
	if p == nil {
		return ""
	}
	return "By " + approval(p, a.Reason, clean, clean)
}

// entryTitle is "stream, net/http, POST /stream".
func entryTitle(e *rule.Entry) string {
	text := clean(e.Kind)
	for _, s := range []string{e.Framework, e.Route} {
		if s != "" && text != "" {
			text += " · "
		}
		text += clean(s)
	}
	return text
}

func (data *pageData) finding(f *rule.Finding) pageFinding {
	out := pageFinding{
		Rule: data.intern(ruleLabel(f)), Severity: level(f.Severity), Message: capital(clean(f.Message)), Help: capital(clean(f.Help)),
	}
	if f.Held != nil {
		out.Held = clean(f.Held.Symbol) + ", acquired at " + place(f.Held.Position)
	}
	return out
}

func (data *pageData) intern(s string) int {
	i, ok := data.name[s]
	if !ok {
		i = len(data.Names)
		data.name[s] = i
		data.Names = append(data.Names, s)
	}
	return i
}

// excerpt is the index of the code around a position, or -1.
func (data *pageData) excerpt(d *dossier, p rule.Position) int {
	if i, ok := data.code[p]; ok {
		return i
	}
	i := -1
	if e, ok := d.sources.around(p); ok {
		i = len(data.Code)
		out := pageExcerpt{First: e.first, Mark: e.mark}
		for _, line := range e.lines {
			pieces := []string{}
			for _, piece := range line {
				pieces = append(pieces, string(piece.class)+piece.text)
			}
			out.Lines = append(out.Lines, pieces)
		}
		data.Code = append(data.Code, out)
	}
	data.code[p] = i
	return i
}
