package analyzer

import (
	"github.com/sessionlint/sessionlint/analyzer/catalog"
	"github.com/sessionlint/sessionlint/analyzer/summary"
)

// matters finds the functions of a package that can be part of a chain.
type matters struct {
	sum   *summary.Package
	below map[string]*decl // what is kept of the packages below
	keep  []bool           // by function
	index map[string]int   // function by ID
}

func (m *matters) find() {
	for i := range m.sum.Funcs {
		m.index[m.sum.Strings[m.sum.Funcs[i].ID]] = i
	}
	for changed := true; changed; {
		changed = false
		for i := range m.sum.Funcs {
			if !m.keep[i] && m.fn(&m.sum.Funcs[i]) {
				m.keep[i] = true
				changed = true
			}
		}
	}
}

func (m *matters) fn(f *summary.Func) bool {
	if f.Flags&(summary.IsTrue|summary.IsFalse) != 0 || f.Takes != catalog.NoKind || len(f.Acqs) > 0 || len(f.Points) > 0 || f.Writes != 0 || len(f.Ends) > 0 || len(f.Sources) > 0 || len(f.Flows) > 0 {
		return true
	}
	for i := range f.Calls {
		if m.call(&f.Calls[i]) {
			return true
		}
	}
	return false
}

func (m *matters) call(c *summary.Call) bool {
	if c.Kind != summary.Static || c.Catalogued {
		return true
	}
	id, _ := summary.Template(m.sum.Strings[c.Symbol])
	if i, ok := m.index[id]; ok {
		return m.keep[i]
	}
	return m.below[declaration(id)] != nil || len(c.Args) > 0
}
