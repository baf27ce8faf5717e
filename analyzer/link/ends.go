package link

import "github.com/sessionlint/sessionlint/analyzer/summary"

// EndOf is where a function gives back what one of its acquisitions or calls
// obtained, and whether that is deferred.
func (p *Program) EndOf(fi int32, o summary.Origin) (at Place, deferred, ok bool) {
	for i := range p.Funcs[fi].Sum.Slots {
		if s := &p.Funcs[fi].Sum.Slots[i]; s.Origin == o && s.End.Line > 0 {
			return Place{p.Funcs[fi].Unit, s.End}, s.Flags&summary.SlotDeferred != 0, true
		}
	}
	return Place{}, false, false
}

// Given finds the entry points that are entered while a session is held for
// them: one that middleware began, or one among their parameters.
func (p *Program) Given(want func(EntryPoint) bool) map[int32]Hold {
	w := newWalker(p)
	for i, e := range p.Entries {
		if want(e) {
			w.root(e.Func, int32(i))
		}
	}
	w.run()
	return w.around
}
