package query

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/sessionlint/sessionlint/analyzer/rule"
	"github.com/sessionlint/sessionlint/analyzer/summary"
)

// Target is a place that is asked about: an acquisition, a finding that is no
// acquisition, or a function.
type Target struct {
	What        string            `json:"what"` // acquisition, finding or function
	Function    string            `json:"function,omitempty"`
	Position    rule.Position     `json:"position"`
	Acquisition *rule.Acquisition `json:"acquisition,omitempty"`
	Findings    []rule.Finding    `json:"findings,omitempty"`
	Calls       []string          `json:"calls,omitempty"` // of the line that was asked about, when nothing is acquired there

	index int // of the acquisition, or -1
}

var linePattern = regexp.MustCompile(`^(.+?):(\d+)(?::(\d+))?$`)

// Find finds what FILE:LINE, FILE:LINE:COLUMN, a function or an acquiring symbol
// names. The error is one sentence.
func (q *Query) Find(name string) ([]Target, error) {
	if m := linePattern.FindStringSubmatch(name); m != nil && !strings.HasSuffix(m[1], ")") {
		line, _ := strconv.Atoi(m[2])
		column, _ := strconv.Atoi(m[3])
		return q.findLine(m[1], line, column)
	}
	return q.findSymbol(name)
}

// acquisition is the target of an acquisition, with what is reported there.
func (q *Query) acquisition(i int) Target {
	a := &q.in.Report.Acquisitions[i]
	t := Target{What: "acquisition", Function: a.Function, Position: a.Position, Acquisition: a, index: i}
	for _, f := range q.in.Report.Findings {
		if f.Position == a.Position {
			t.Findings = append(t.Findings, f)
		}
	}
	return t
}

func (q *Query) findLine(file string, line, column int) ([]Target, error) {
	file, err := q.file(file)
	if err != nil {
		return nil, err
	}
	here := func(p rule.Position) bool {
		return p.File == file && p.Line == line && (column == 0 || p.Column == column)
	}
	var out []Target
	for i, a := range q.in.Report.Acquisitions {
		if here(a.Position) {
			out = append(out, q.acquisition(i))
		}
	}
	for _, f := range q.in.Report.Findings {
		same := func(t Target) bool { return t.Position == f.Position }
		if here(f.Position) && !slices.ContainsFunc(out, same) {
			out = append(out, Target{What: "finding", Function: f.Function, Position: f.Position, Findings: []rule.Finding{f}, index: -1})
		}
	}
	if len(out) > 0 {
		return out, nil
	}
	return q.functionAt(file, line)
}

// file is the report's name of a file: the name itself, or the one that ends so.
func (q *Query) file(name string) (string, error) {
	name = strings.TrimPrefix(strings.ReplaceAll(name, `\`, "/"), "./")
	var similar []string
	whole := "" // of an absolute name: the longest that it ends in
	for _, p := range q.progs() {
		for _, files := range p.files {
			for _, f := range files {
				if f == name {
					return name, nil
				}
				if strings.HasSuffix(f, "/"+name) {
					similar = append(similar, f)
				}
				if strings.HasSuffix(name, "/"+f) && len(f) > len(whole) {
					whole = f
				}
			}
		}
	}
	if len(similar) == 0 && whole != "" {
		return whole, nil
	}
	slices.Sort(similar)
	switch similar = slices.Compact(similar); len(similar) {
	case 0:
		return "", fmt.Errorf("no analysed package has a file %s", name)
	case 1:
		return similar[0], nil
	}
	return "", fmt.Errorf("several files are called %s: %s", name, some(similar))
}

// functionAt is the function around a line, from the syntax where there is
// source, else the one that begins last before it.
func (q *Query) functionAt(file string, line int) ([]Target, error) {
	at := q.syntaxAt(file, line)
	best := Target{What: "function", index: -1, Calls: at.calls}
	for _, p := range q.progs() {
		for fi := range p.Funcs {
			pos := p.inFunc(int32(fi), p.Funcs[fi].Sum.Pos)
			switch {
			case pos.File != file:
			case at.known && (pos.Line != at.line || pos.Column != at.column):
			case !at.known && (pos.Line > line || !after(pos, best.Position)):
			default:
				best.Function, best.Position = p.name(int32(fi)), pos
			}
		}
	}
	if best.Function == "" && at.known && at.line == 0 {
		return nil, fmt.Errorf("line %d of %s is in no function, and nothing is acquired there", line, file)
	}
	if best.Function == "" {
		return nil, fmt.Errorf("the function around line %d of %s is no part of the analysed code", line, file)
	}
	return []Target{best}, nil
}

func after(a, b rule.Position) bool {
	return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column)) > 0
}

// findSymbol takes the functions and acquired symbols that match best.
func (q *Query) findSymbol(name string) ([]Target, error) {
	want := plain(name)
	best := 0
	var out []Target
	seen := map[string]bool{}
	offer := func(r int, key string, t Target) {
		if r == 0 || r < best || seen[key] && r == best {
			return
		}
		if r > best {
			best, out, seen = r, nil, map[string]bool{}
		}
		seen[key] = true
		out = append(out, t)
	}
	for _, p := range q.progs() {
		for fi := range p.Funcs {
			f := int32(fi)
			fn := p.name(f)
			offer(matches(plain(fn), want), fn, Target{
				What: "function", Function: fn, Position: p.inFunc(f, p.Funcs[f].Sum.Pos), index: -1,
			})
		}
	}
	for i, a := range q.in.Report.Acquisitions {
		offer(matches(plain(a.Symbol), want), fmt.Sprint(i), q.acquisition(i))
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("nothing is called %s%s", name, q.didYouMean(want))
	}
	if n := len(out); n > 1 && out[0].What == "function" && best == 1 && slices.ContainsFunc(out, func(t Target) bool { return t.Function != out[0].Function }) {
		var names []string
		for _, t := range out {
			names = append(names, t.Function)
		}
		slices.Sort(names)
		return nil, fmt.Errorf("%d functions are called %s: %s", n, name, some(names))
	}
	return out, nil
}

// plain is a symbol without the marks of a pointer receiver: people write
// Session.begin and (*Session).begin.
func plain(symbol string) string {
	return strings.NewReplacer("(*", "", "(", "", ")", "").Replace(summary.Bare(symbol))
}

// matches ranks how well a name meets what is asked for: in full, with its
// package's last elements, by its last elements alone.
func matches(have, want string) int {
	switch {
	case have == want:
		return 3
	case strings.HasSuffix(have, "/"+want):
		return 2
	case strings.HasSuffix(have, "."+want):
		return 1
	}
	return 0
}

// didYouMean names functions whose last element is the same but for its case.
func (q *Query) didYouMean(want string) string {
	last := want[strings.LastIndexAny(want, "./")+1:]
	var found []string
	for _, p := range q.progs() {
		for f := range p.Funcs {
			name := p.name(int32(f))
			if p.Own(int32(f)) && strings.EqualFold(name[strings.LastIndexAny(name, "./")+1:], last) {
				found = append(found, name)
			}
		}
	}
	slices.Sort(found)
	if found = slices.Compact(found); len(found) == 0 {
		return ""
	}
	return ": there is " + some(found)
}

// some joins the first few names.
func some(names []string) string {
	const shown = 5
	if len(names) > shown+1 {
		return strings.Join(names[:shown], ", ") + fmt.Sprintf(" and %d more", len(names)-shown)
	}
	return strings.Join(names, ", ")
}
