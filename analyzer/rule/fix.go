package rule

import "github.com/sessionlint/sessionlint/analyzer/link"

// fix is the change that removes a finding.
func (w *writer) fix(p *link.Program, z link.Hazard) Fix {
	unit := p.Funcs[z.Fixed].Unit
	f := Fix{Message: p.Str(z.Fixed, z.Fix.What), Edits: make([]Edit, 0, len(z.Fix.Edits))}
	for _, e := range z.Fix.Edits {
		f.Edits = append(f.Edits, Edit{
			Position: w.place(p, link.Place{Unit: unit, Pos: e.From}),
			End:      w.place(p, link.Place{Unit: unit, Pos: e.To}),
			Text:     p.Str(z.Fixed, e.Text),
		})
	}
	return f
}

// unfixed takes the fixes off leaks that hide a missing commit: a deferred
// rollback would make of one mistake the other.
func (w *writer) unfixed() {
	forgotten := map[Position]bool{}
	for _, f := range w.findings {
		if f.Rule == SL402.ID {
			forgotten[f.Position] = true
		}
	}
	for i := range w.findings {
		if f := &w.findings[i]; f.Rule == SL401.ID && forgotten[f.Position] {
			f.Fixes = nil
		}
	}
}
