package summary

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"
)

// FixKind says what a fix does.
type FixKind uint8

const (
	FixRelease FixKind = iota // defers the release right after the acquisition at At
	FixHandle                 // the query or call at At goes to the session in scope
	FixTwin                   // the call at At goes to the twin that takes the session in scope
)

// Fix is a change of source by which a finding would go. It is written down
// where it is possible, whether or not something is wrong there.
type Fix struct {
	Kind  FixKind
	At    Pos
	Slots Slots // of the session that it uses or ends
	Twin  Str   // the function that a twin call goes to
	What  Str   // the change in a few words
	Edits []Edit
}

// Edit replaces the text between two places of one file.
type Edit struct {
	From, To Pos
	Text     Str
}

func (f *flowFunc) edit(from, to token.Pos, text string) Edit {
	return Edit{f.b.pos(from), f.b.pos(to), f.b.str(text)}
}

func (f *flowFunc) fix(x Fix) {
	fn := &f.b.out.Funcs[f.fs.slot]
	fn.Fixes = append(fn.Fixes, x)
}

// fixable: generated code is written again, and what cgo made of a file is not
// the file.
func (f *flowFunc) fixable() bool {
	tf := f.b.in.Fset.File(f.body.Pos())
	return tf != nil && !f.b.gen[tf] && !strings.HasSuffix(tf.Name(), cgoSuffix)
}

// handleVars are the variables by which a session that is held can be named at
// a place: first those that received it, then those that were made from it.
func (f *flowFunc) handleVars(at token.Pos, st *heldState) (received, made []*types.Var) {
	if !f.listed {
		f.listHandles()
	}
	scope := f.b.in.Pkg.Scope().Innermost(at)
	if scope == nil {
		return nil, nil
	}
	for _, v := range f.sessions {
		s := f.vars[v]
		if s&st.held == 0 || s&st.absent != 0 || v.Name() == "_" {
			continue
		}
		if _, o := scope.LookupParent(v.Name(), at); o != v {
			continue
		}
		if f.primary[v] {
			received = append(received, v)
		} else {
			made = append(made, v)
		}
	}
	return received, made
}

// listHandles collects the declaration's variables that hold sessions, in the
// order of the source.
func (h *holder) listHandles() {
	h.listed, h.primary = true, map[types.Object]bool{}
	for o := range h.vars {
		v, ok := o.(*types.Var)
		if !ok || v.Name() == "" || isContext(v.Type()) || isRequest(v.Type()) || isFunc(v.Type()) {
			continue
		}
		h.sessions = append(h.sessions, v)
		if h.isParam(v) {
			h.primary[v] = true
		}
	}
	slices.SortFunc(h.sessions, func(a, b *types.Var) int { return int(a.Pos() - b.Pos()) })
	ast.Inspect(h.body, func(n ast.Node) bool {
		if a, ok := n.(*ast.AssignStmt); ok && len(a.Rhs) == 1 {
			if c, ok := ast.Unparen(a.Rhs[0]).(*ast.CallExpr); ok && h.calls[c] != 0 {
				for _, l := range a.Lhs {
					if o := h.object(l); o != nil && h.vars[o]&h.calls[c] != 0 {
						h.primary[o] = true
					}
				}
			}
		}
		return true
	})
}

// pure expressions can be left out: a variable, a field of it.
func (h *holder) pure(e ast.Expr) bool {
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		return e.Name != "_"
	case *ast.SelectorExpr:
		return h.pure(e.X)
	case *ast.StarExpr:
		return h.pure(e.X)
	}
	return false
}

// missed reports whether an expression can go without leaving a variable that
// is used nowhere: a local one must serve before the session is there.
func (f *flowFunc) missed(e ast.Expr, v *types.Var) bool {
	o, ok := f.root(e).(*types.Var)
	if !ok || f.isParam(o) {
		return true
	}
	line := f.b.pos(v.Pos()).Line
	used := false
	ast.Inspect(f.body, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok && f.b.in.Info.Uses[id] == o && f.b.pos(id.Pos()).Line <= line {
			used = true
		}
		return !used
	})
	return used
}

// only is the one element of a list.
func only(list []*types.Var) *types.Var {
	if len(list) == 1 {
		return list[0]
	}
	return nil
}
