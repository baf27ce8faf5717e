package driver

import (
	"cmp"
	"slices"
	"strings"

	"github.com/sessionlint/sessionlint/analyzer/rule"
)

// unseen lists the files of own packages that were not read: build constraints
// leave them out, or they are no Go.
func (l *loader) unseen(locate func(pkgPath, file string) string) []rule.Unseen {
	var list []rule.Unseen
	for _, n := range l.graph.nodes {
		if n.origin != own || !n.matched {
			continue
		}
		add := func(kind, file string) {
			u := rule.Unseen{Kind: kind, Position: rule.Position{File: locate(n.path, file)}}
			if !slices.Contains(list, u) {
				list = append(list, u)
			}
		}
		for _, f := range n.ignored {
			if !strings.HasSuffix(f, "_test.go") || l.conf.Tests {
				add("build-tags", f)
			}
		}
		for _, f := range n.asm {
			add("assembly", f)
		}
	}
	slices.SortFunc(list, func(a, b rule.Unseen) int {
		return cmp.Or(cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Position.File, b.Position.File))
	})
	return list
}
