package summary

import (
	"go/ast"
	"go/types"

	"github.com/sessionlint/sessionlint/analyzer/catalog"
)

// call is what a call does to what is held, and what is noted of it.
func (f *flowFunc) call(c *ast.CallExpr, st *heldState) {
	if tv, ok := f.b.in.Info.Types[c.Fun]; ok && tv.IsType() {
		return
	}
	if _, ok := f.b.builtin(c); ok {
		return
	}
	t := f.b.callee(c)
	gives := f.gives(c, &t)
	if f.record {
		f.note(c, &t, gives, st)
		f.points(c, &t, st, Sync)
		f.outlives(c, &t, st)
		f.fixTwin(c, &t, st)
	}
	f.received(c, gives, st)
	ended := f.released(c, &t)
	f.ends(c, &t, ended, false)
	f.release(ended|f.rowsOn(ended), st)
	f.wrote(c, &t, st)
	f.ownership(c, &t, gives, st)
	if s := f.calls[c]; s != 0 {
		f.kept(c, s, st)
		st.held |= s
		st.open |= s &^ st.ended
		st.absent &^= s
		st.failing = false
		for _, v := range f.flags[c] {
			st.tie(v, tie{slots: s, ok: true})
		}
	}
}

// gives is what the arguments of a call hold, the receiver first.
func (f *flowFunc) gives(c *ast.CallExpr, t *callee) []Give {
	var out []Give
	base := 0
	if t.x != nil && t.sel != nil && t.sel.Kind() == types.MethodVal {
		base = 1
		if s := f.eval(t.x.X); s != 0 {
			out = append(out, Give{Arg: 0, Slots: s})
		}
	} else if t.fn == nil {
		if s := f.eval(c.Fun); s != 0 { // a closure that captured it is called
			out = append(out, Give{Arg: 255, Slots: s})
		}
	}
	for i, a := range c.Args {
		if f.b.isType(a) {
			continue
		}
		s := f.eval(a)
		known := f.b.begunType(f.b.typeOf(a)) && !f.isNil(a)
		if s == 0 && !known {
			continue
		}
		idx, _ := paramAt(t.sig, i, c.Ellipsis.IsValid())
		out = append(out, Give{Arg: uint8(min(idx+base, 254)), Slots: s, Known: known, Ctx: isContext(f.b.typeOf(a))})
	}
	return out
}

func union(gives []Give) Slots {
	var s Slots
	for _, g := range gives {
		s |= g.Slots
	}
	return s
}

// note writes what is held into the summary of a call or acquisition.
func (f *flowFunc) note(c *ast.CallExpr, t *callee, gives []Give, st *heldState) {
	fn := &f.b.out.Funcs[f.fs.slot]
	if i := f.d.callIndex[c]; i > 0 {
		k := &fn.Calls[i-1]
		k.Held, k.Absent, k.Gives = st.held, st.absent, gives
		k.Later = later(t)
		if t.sym != nil && t.sym.Acquire != nil && t.sym.Acquire.Func >= 0 && t.sym.Acquire.Auto {
			k.Callback = 1
			if a := t.sym.Acquire; a.Origin == catalog.Callback {
				k.Callback = uint8(min(a.Index+2, 255))
			}
		}
	}
	if i := f.d.acqIndex[c]; i > 0 {
		a := &fn.Acqs[i-1]
		a.Held, a.Absent = st.held&^f.ofOtherPool(c), st.absent
		a.Handle = f.handle(c, t)
		a.Store = f.b.str(catalog.Store(f.b.out.Strings[a.Symbol]))
	}
}

// handle is what a query or acquisition works on, as far as that can be a
// session: a *sql.DB never is, a *gorm.DB or an interface may be.
func (f *flowFunc) handle(c *ast.CallExpr, t *callee) Slots {
	var s Slots
	if t.x != nil && t.sel != nil {
		s |= f.eval(t.x.X)
		if !f.mayBeSession(f.b.typeOf(t.x.X)) {
			s &= f.pools
		}
	} else {
		for _, a := range c.Args {
			if f.mayBeSession(f.b.typeOf(a)) {
				s |= f.eval(a)
			}
		}
	}
	if t.fn != nil && t.fn.Pkg() != nil && catalog.Store(t.fn.Pkg().Path()) != "sql" {
		for _, a := range c.Args { // Have: coll.InsertOne(sessionCtx, …)
			if types.IsInterface(f.b.typeOf(a)) {
				s |= f.eval(a)
			}
		}
	}
	return s
}

// mayBeSession reports whether a value of a type can be a pool and a session
// by turns.
func (f *flowFunc) mayBeSession(t types.Type) bool {
	if types.IsInterface(t) {
		return true
	}
	n := namedOf(t)
	if n == nil || n.Obj().Pkg() == nil {
		return false
	}
	if f.b.in.Catalog.Names(n.Obj().Pkg().Path()) {
		return f.b.in.Catalog.Either(n) || !begins(t)
	}
	return true
}

// poolType reports whether values of a type are pools and nothing else: not the
// type of a library that uses one for the transaction, too.
func (h *holder) poolType(t types.Type) bool {
	is, ok := h.b.pools[t]
	if !ok {
		n := namedOf(t)
		is = n != nil && n.Obj().Pkg() != nil && h.b.in.Catalog.Names(n.Obj().Pkg().Path()) && begins(t) && !h.sessionLike(t)
		h.b.pools[t] = is
	}
	return is
}

// received numbers the calls that are given something taken here, so that an
// exit can say which of them lie on the way.
func (f *flowFunc) received(c *ast.CallExpr, gives []Give, st *heldState) {
	i := f.d.callIndex[c]
	if i == 0 || union(gives)&f.own[f.fs] == 0 {
		return
	}
	n, ok := f.numbers[c]
	if !ok {
		if n = len(f.indexes); n >= 64 {
			return
		}
		f.numbers[c] = n
		f.indexes = append(f.indexes, uint32(i))
	}
	st.calls |= 1 << n
}

// ownership: what a call keeps is no longer this function's to end.
func (f *flowFunc) ownership(c *ast.CallExpr, t *callee, gives []Give, st *heldState) {
	if t.fn == nil {
		return
	}
	name := t.fn.Name()
	if handsOn[name] || cacheStores[name] {
		st.moved(union(gives))
	}
	for _, a := range c.Args {
		if lit, ok := ast.Unparen(a).(*ast.FuncLit); ok {
			st.moved(f.litReleases(lit)) // registered to be ended
		}
	}
}

// begins reports whether a library's type hands out sessions: then it is a pool and
// nothing else. What does not (a statement, a query builder) is bound to either.
func begins(t types.Type) bool {
	for _, name := range [...]string{"Begin", "BeginTx", "Beginx", "BeginTxx", "Acquire", "NewSession", "Transaction", "RunInTx", "Conn"} {
		if methodOf(t, name) {
			return true
		}
	}
	return false
}
