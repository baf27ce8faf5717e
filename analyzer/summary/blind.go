package summary

import (
	"go/ast"
	"go/token"
	"strings"
)

// blindCall notes a call from which control goes on unseen.
func (b *builder) blindCall(c *ast.CallExpr, t *callee) {
	if t.fn == nil || t.fn.Pkg() == nil {
		return
	}
	switch t.fn.Pkg().Path() {
	case "reflect":
		// Have: v.Call(args), v.MethodByName(name), t.MethodByName(name)
		switch t.fn.Name() {
		case "Call", "CallSlice", "MethodByName":
			b.blind(Reflection, c.Pos(), b.fn.f.ID)
		}
	case "plugin":
		if t.fn.Name() == "Open" {
			b.blind(Plugin, c.Pos(), b.fn.f.ID)
		}
	}
}

// blindFiles notes cgo and //go:linkname, which stand outside of functions.
func (b *builder) blindFiles() {
	for _, f := range b.in.Files {
		for _, i := range f.Imports {
			if i.Path.Value == `"C"` {
				b.blind(Cgo, i.Pos(), 0)
			}
		}
		for _, g := range f.Comments {
			for _, c := range g.List {
				if strings.HasPrefix(c.Text, "//go:linkname ") {
					b.blind(Linkname, c.Pos(), 0)
				}
			}
		}
	}
}

func (b *builder) blind(k BlindKind, p token.Pos, in Str) {
	b.out.Blind = append(b.out.Blind, Blind{k, b.pos(p), in})
}
