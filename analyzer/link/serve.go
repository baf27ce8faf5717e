package link

import (
	"github.com/sessionlint/sessionlint/analyzer/catalog"
	"github.com/sessionlint/sessionlint/analyzer/summary"
)

// Serving lists the command-line entry points that reach a registration of a
// request handler: what they run is the start-up of a server.
func (p *Program) Serving() map[int32]bool {
	registers := map[*summary.Func]bool{} // with all instances
	for u := range p.Units {
		sum := p.Units[u].Summary
		for _, e := range sum.Entries {
			if f := p.Lookup(sum.Strings[e.In]); f >= 0 && (e.Kind == catalog.Request || e.Kind == catalog.Stream) {
				registers[p.Funcs[f].Sum] = true
			}
		}
	}
	out := map[int32]bool{}
	for _, e := range p.Entries {
		if e.Kind != catalog.CLI || out[e.Func] {
			continue
		}
		seen := map[int32]bool{e.Func: true}
		work := []int32{e.Func}
		for len(work) > 0 && !out[e.Func] {
			f := work[len(work)-1]
			work = work[:len(work)-1]
			out[e.Func] = registers[p.Funcs[f].Sum]
			for _, x := range p.Funcs[f].Out {
				if !seen[x.To] {
					seen[x.To] = true
					work = append(work, x.To)
				}
			}
		}
	}
	return out
}
