package report

import "github.com/sessionlint/sessionlint/analyzer/rule"

// fixes are the changes of a finding, the edits of one file together.
func (s *sarif) fixes(f *rule.Finding) []sarifFix {
	var out []sarifFix
	for _, x := range f.Fixes {
		fix := sarifFix{Description: sarifText{Text: unlinked(orElse(clean(x.Message), "fix"))}}
		at := map[string]int{}
		for _, e := range x.Edits {
			if e.Position.File == "" || e.Position.Line < 1 || e.End.Line < 1 {
				continue
			}
			i, ok := at[e.Position.File]
			if !ok {
				i = len(fix.Changes)
				at[e.Position.File] = i
				fix.Changes = append(fix.Changes, sarifChange{Artifact: locate(e.Position.File, f.Function, s.names)})
			}
			r := sarifReplacement{Deleted: sarifRegion{e.Position.Line, s.column(e.Position), e.End.Line, s.column(e.End)}}
			if e.Text != "" {
				r.Inserted = &sarifContent{e.Text}
			}
			fix.Changes[i].Replacements = append(fix.Changes[i].Replacements, r)
		}
		if len(fix.Changes) > 0 {
			out = append(out, fix)
		}
	}
	return out
}
