package report

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/sessionlint/sessionlint/analyzer/rule"
)

// maxDescription is how many characters of a description code scanning takes.
const maxDescription = 1024

// sarifRules is the rules of a run and where each stands in the list.
type sarifRules struct {
	list  []sarifRule
	index map[string]int
}

// newSarifRules lists the rules that were looked for, so that one without
// results is known as such, and behind them those of findings that are not
// among them: a report may come from another version.
func newSarifRules(rules []*rule.Rule, findings []rule.Finding) *sarifRules {
	rs := &sarifRules{index: map[string]int{}}
	for _, r := range rules {
		rs.add(documented(r))
	}
	for i := range findings {
		f := &findings[i]
		if _, ok := rs.index[ruleID(f)]; !ok {
			rs.add(undocumented(f))
		}
	}
	return rs
}

func (rs *sarifRules) add(r sarifRule) {
	rs.index[r.ID] = len(rs.list)
	rs.list = append(rs.list, r)
}

func ruleID(f *rule.Finding) string { return orElse(clean(f.Rule), "unknown") }

func documented(r *rule.Rule) sarifRule {
	return sarifRule{
		ID: r.ID, Name: r.Name,
		ShortDescription: sarifText{Text: upperFirst(r.Title)},
		FullDescription:  sarifText{Text: orElse(cut(unwrap(r.Why), maxDescription), upperFirst(r.Title))},
		Help:             sarifText{Text: PlainHelp(r), Markdown: markdownHelp(r)},
		Configuration:    sarifConfig{level(r.Severity)},
		Properties:       sarifProperties{ruleTags()},
	}
}

func undocumented(f *rule.Finding) sarifRule {
	name := clean(f.Name)
	about := sarifText{Text: orElse(name, ruleID(f))}
	return sarifRule{
		ID: ruleID(f), Name: name,
		ShortDescription: about, FullDescription: about, Help: about,
		Configuration: sarifConfig{level(f.Severity)},
		Properties:    sarifProperties{ruleTags()},
	}
}

// ruleTags are what code scanning filters by. "security" is not among them: it
// would make the alerts security alerts.
func ruleTags() []string { return []string{"database", "performance", "reliability"} }

// upperFirst begins a sentence.
func upperFirst(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}

// cut shortens s to so many characters.
func cut(s string, length int) string {
	if utf8.RuneCountInString(s) <= length {
		return s
	}
	return string([]rune(s)[:length-1]) + "…"
}

// unwrap makes each paragraph one line: code scanning renders line breaks in
// Markdown as such.
func unwrap(s string) string {
	paragraphs := strings.Split(strings.TrimSpace(s), "\n\n")
	for i, p := range paragraphs {
		paragraphs[i] = strings.Join(strings.Fields(p), " ")
	}
	return strings.Join(paragraphs, "\n\n")
}
