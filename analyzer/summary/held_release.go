package summary

import (
	"go/ast"
	"go/types"
	"strings"
)

// released is what a call ends.
func (h *holder) released(c *ast.CallExpr, t *callee) Slots {
	if t.x != nil && t.sel != nil && t.x.Sel.Name == "All" {
		// Have: cursor.All(ctx, &list): it reads result sets to their end and closes them.
		return h.eval(t.x.X) & h.rows
	}
	if t.x != nil && t.sel != nil && h.b.in.Catalog.ReleaseName(strings.TrimPrefix(t.x.Sel.Name, "Must")) {
		s := h.endable(h.eval(t.x.X), h.b.typeOf(t.x.X))
		if strings.Contains(t.x.Sel.Name, "Scan") {
			return 0 // ends a single row, which is no slot; not the rows, nor what they were read with
		}
		for _, a := range c.Args {
			if h.b.sessionType(h.b.typeOf(a)) {
				s |= h.eval(a) // Have: repo.Commit(ctx, tx)
			}
		}
		return s
	}
	var s Slots
	switch fun := ast.Unparen(c.Fun).(type) {
	case *ast.FuncLit:
		s |= h.litReleases(fun)
	case *ast.Ident:
		if t.fn == nil {
			s |= h.calledVar(fun)
		}
	}
	if t.fn == nil {
		return s
	}
	ends := endsByName(t.fn.Name())
	for i, a := range c.Args {
		held := h.eval(a)
		if held == 0 || readsOnly(a) {
			continue
		}
		lit, isLit := ast.Unparen(a).(*ast.FuncLit)
		idx, _ := paramAt(t.sig, i, c.Ellipsis.IsValid())
		switch {
		case isLit:
			s |= h.litReleases(lit)
		case ends && h.b.sessionType(h.b.typeOf(a)), h.b.ender(t.fn, idx):
			s |= held
		case held&h.keep != 0:
			s |= held & h.keep // rows and bare connections: whoever receives them may end them
		}
		if sel, ok := ast.Unparen(a).(*ast.SelectorExpr); ok && h.b.in.Catalog.ReleaseName(sel.Sel.Name) {
			s |= h.eval(sel.X) // Have: t.Cleanup(tx.Rollback)
		}
	}
	if t.x != nil && t.sel != nil && h.b.ender(t.fn, -1) {
		s |= h.eval(t.x.X)
	}
	return s
}

func endsByName(name string) bool {
	name = strings.ToLower(name)
	for _, p := range [...]string{"rollback", "commit", "close", "release", "finish", "endtx", "endtrans", "cleanup"} {
		if strings.Contains(name, p) {
			return true
		}
	}
	return false
}

// endable narrows slots to those that a method of a value of type t can end:
// closing a statement does not end the transaction that prepared it.
func (h *holder) endable(s Slots, t types.Type) Slots {
	n := namedOf(t)
	if n == nil || n.Obj().Pkg() == nil || !h.b.in.Catalog.Names(n.Obj().Pkg().Path()) {
		return s
	}
	var out Slots
	for i, vt := range h.value {
		bit := Slots(1) << i
		if s&bit != 0 && (vt == nil || types.IsInterface(vt) || types.Identical(deref(vt), deref(t)) || !h.ofCatalog(vt)) {
			out |= bit
		}
	}
	return out
}

func (h *holder) ofCatalog(t types.Type) bool {
	n := namedOf(t)
	return n != nil && n.Obj().Pkg() != nil && h.b.in.Catalog.Names(n.Obj().Pkg().Path())
}

func deref(t types.Type) types.Type {
	if p, ok := types.Unalias(t).(*types.Pointer); ok {
		return p.Elem()
	}
	return t
}

// litReleases is what a closure ends. Closures may call themselves and each other.
func (h *holder) litReleases(l *ast.FuncLit) Slots {
	if h.underway[l] {
		return 0
	}
	h.underway[l] = true
	defer delete(h.underway, l)
	var s Slots
	for _, c := range h.facts(l).releases {
		if t := h.b.callee(c); t.x != nil || t.fn != nil {
			s |= h.released(c, &t)
		} else if id, ok := ast.Unparen(c.Fun).(*ast.Ident); ok {
			s |= h.calledVar(id)
		}
	}
	return s
}

// calledVar: done() of tx, done, err := begin(), or rollback() of a closure.
func (h *holder) calledVar(id *ast.Ident) Slots {
	o := h.b.in.Info.Uses[id]
	if _, ok := o.(*types.Var); !ok {
		return 0
	}
	lits := h.inner[o]
	if len(lits) == 0 {
		return h.done[o]
	}
	var s Slots
	for _, l := range lits {
		f := h.facts(l)
		if len(f.releases) > 0 {
			s |= h.litReleases(l)
		}
	}
	return s
}

// deferred: what is deferred to end is not leaked; it stays held.
func (f *flowFunc) deferred(c *ast.CallExpr, st *heldState) {
	for _, a := range c.Args {
		f.nested(a, st)
	}
	t := f.b.callee(c)
	gives := f.gives(c, &t)
	if f.record {
		f.note(c, &t, gives, st)
		f.points(c, &t, st, Defer)
	}
	s := f.released(c, &t)
	if _, ok := ast.Unparen(c.Fun).(*ast.FuncLit); !ok && (t.fn == nil || f.mayEnd(&t)) {
		for _, g := range gives {
			s |= g.Slots
		}
	}
	s &^= f.endsOnPanic(c)
	f.ends(c, &t, s, true)
	st.open &^= s &^ f.deferOnError(c, st)
	st.ended |= s
	st.commits |= f.commits(c, &t)
}

// mayEnd: a function that is handed a session in a defer is there to end it.
func (f *flowFunc) mayEnd(t *callee) bool {
	return t.x == nil || t.sel == nil || !t.known || endsByName(t.fn.Name()) || f.b.ender(t.fn, -1)
}

// commits is what a deferred call may commit.
func (f *flowFunc) commits(c *ast.CallExpr, t *callee) Slots {
	lit, ok := ast.Unparen(c.Fun).(*ast.FuncLit)
	if !ok {
		if t.fn != nil && strings.Contains(strings.ToLower(t.fn.Name()), "rollback") || t.x != nil && strings.Contains(t.x.Sel.Name, "Close") {
			return 0
		}
		s := union(f.gives(c, t))
		if t.x != nil && t.sel != nil && strings.HasPrefix(t.x.Sel.Name, "Rollback") {
			return 0
		}
		return s
	}
	var s Slots
	for _, k := range f.facts(lit).releases {
		kt := f.b.callee(k)
		if kt.fn == nil || !strings.Contains(strings.ToLower(kt.fn.Name()), "rollback") && kt.fn.Name() != "Close" {
			s |= union(f.gives(k, &kt))
		}
	}
	return s
}
