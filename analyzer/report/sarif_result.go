package report

import (
	"fmt"
	"slices"
	"strings"

	"github.com/sessionlint/sessionlint/analyzer/rule"
)

func (s *sarif) result(f *rule.Finding) sarifResult {
	res := sarifResult{
		RuleID:    ruleID(f),
		RuleIndex: s.rules.index[ruleID(f)],
		Level:     level(f.Severity),
		CodeFlows: s.codeFlows(f),
		Fixes:     s.fixes(f),
	}
	if l := s.location(f.Position, f.Function); l != nil {
		res.Locations = []sarifLocation{{Physical: l, Logical: logical(f.Function)}}
	}
	// primaryLocationLineHash, which code scanning tracks alerts by, is a hash
	// of source lines; its upload action adds it. This one is for other readers.
	if f.Fingerprint != "" {
		res.PartialFingerprints = map[string]string{"sessionlint/v1": clean(f.Fingerprint)}
	}
	s.message(f, &res)
	return res
}

// message says what is wrong, where the path begins, what is held there and
// what to do. Where it names a place it links to a related location.
func (s *sarif) message(f *rule.Finding, res *sarifResult) {
	text := unlinked(orElse(clean(f.Message), "the rule "+ruleID(f)+" is broken")) + "."
	link := func(what string, at rule.Position, function string) string {
		l := s.location(at, function)
		if l == nil {
			return unlinked(what)
		}
		id := len(res.Related) + 1
		res.Related = append(res.Related, sarifLocation{ID: id, Physical: l, Message: &sarifText{Text: what}})
		return fmt.Sprintf("[%s](%d)", bracketed(what), id)
	}
	if e := f.Entry; e != nil && e.Function != "" {
		what := strings.Join(strings.Fields(entryLabel(e)+s.names.function(e.Function)), " ")
		text += " The path begins at " + link(what, e.Position, e.Function) + "."
	}
	if h := f.Held; h != nil && h.Symbol != "" {
		text += " Held meanwhile: " + link(clean(h.Symbol), h.Position, "") + "."
	}
	if f.Help != "" {
		text += " Help: " + unlinked(clean(f.Help)) + "."
	}
	res.Message = sarifText{Text: text}
}

// bracketed escapes text that stands in the brackets of a link (SARIF 3.11.6).
func bracketed(s string) string {
	return strings.NewReplacer(`\`, `\\`, `[`, `\[`, `]`, `\]`).Replace(s)
}

// unlinked keeps text of the program from being read as a link.
func unlinked(s string) string {
	if strings.Contains(s, "](") {
		return bracketed(s)
	}
	return s
}

// codeFlows is the chain. Of one that is too long the middle is left out: how
// execution gets in and what to change are at its ends.
func (s *sarif) codeFlows(f *rule.Finding) []sarifCodeFlow {
	var steps []sarifFlowStep
	for i, c := range f.Chain {
		step := sarifLocation{Physical: s.location(c.Position, c.Function)}
		step.Logical = logical(c.Function)
		step.Message = &sarifText{Text: stepMessage(i, f.Entry, c, s.names)}
		steps = append(steps, sarifFlowStep{step})
	}
	if len(steps) == 0 {
		return nil
	}
	if over := len(steps) - sarifMaxSteps; over > 0 {
		s.shortened++
		steps = slices.Delete(steps, sarifMaxSteps/2, sarifMaxSteps/2+over)
	}
	return []sarifCodeFlow{{[]sarifThreadFlow{{steps}}}}
}

// stepMessage is "function (via)", with the route of an entry point.
func stepMessage(i int, e *rule.Entry, c rule.Step, names namer) string {
	via := clean(c.Via)
	if i == 0 && e != nil && e.Route != "" {
		via = orElse(via, "entry") + ": " + clean(e.Route)
	}
	name := orElse(names.function(c.Function), "a function")
	if via == "" {
		return name
	}
	return name + " (" + via + ")"
}

// location is a place in a file. Code scanning wants all four numbers of a
// region; where the text ends is not known, so it is one character.
func (s *sarif) location(p rule.Position, function string) *sarifPhysicalLocation {
	if p.File == "" {
		return nil
	}
	line, column := max(1, p.Line), s.column(p)
	return &sarifPhysicalLocation{
		Artifact: locate(p.File, function, s.names),
		Region:   sarifRegion{StartLine: line, StartColumn: column, EndLine: line, EndColumn: column + 1},
	}
}

// column counts characters, as columnKind says.
func (s *sarif) column(p rule.Position) int {
	if n, ok := s.characters[p]; ok {
		return max(1, n)
	}
	return max(1, p.Column)
}

func logical(function string) []sarifLogicalLocation {
	if function == "" {
		return nil
	}
	return []sarifLogicalLocation{{clean(function), "function"}}
}

// orElse is s, or other when s is empty.
func orElse(s, other string) string {
	if s == "" {
		return other
	}
	return s
}
