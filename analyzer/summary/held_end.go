package summary

import (
	"go/ast"
	"strings"
)

// ends notes where slots are given back. A deferred call says it best; of others
// the first one that commits or closes does, else the first of all.
func (f *flowFunc) ends(c *ast.CallExpr, t *callee, s Slots, deferred bool) {
	if s == 0 || !f.record {
		return
	}
	at := f.b.callPos(c)
	if _, ok := ast.Unparen(c.Fun).(*ast.FuncLit); ok {
		at = f.b.pos(c.Pos())
	}
	undoes := t.fn != nil && strings.Contains(strings.ToLower(t.fn.Name()), "rollback")
	for fs := range f.own {
		slots := f.b.out.Funcs[fs.slot].Slots
		for i := range slots {
			sl := &slots[i]
			if s&(1<<sl.Bit) == 0 || sl.Param > 0 && sl.Flags&SlotEntered == 0 {
				continue
			}
			known, wasDeferred := sl.End.Line > 0, sl.Flags&SlotDeferred != 0
			switch {
			case deferred && !wasDeferred:
				sl.End = at
				sl.Flags |= SlotDeferred
			case deferred || wasDeferred:
			case !known, f.weak[sl.Bit] && !undoes:
				sl.End = at
				f.weak[sl.Bit] = undoes
			}
		}
	}
}
