package summary

import (
	"go/ast"
	"go/types"
	"strings"

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
	}
	f.received(c, gives, st)
	f.release(f.released(c, &t), st)
	f.wrote(c, &t, st)
	f.ownership(c, &t, gives, st)
	if s := f.calls[c]; s != 0 {
		st.held |= s
		st.open |= s &^ st.ended
		st.absent &^= s
		st.failing = false
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
		known := f.b.sessionType(f.b.typeOf(a)) && !f.isNil(a)
		if s == 0 && !known {
			continue
		}
		idx, _ := paramAt(t.sig, i, c.Ellipsis.IsValid())
		out = append(out, Give{Arg: uint8(min(idx+base, 254)), Slots: s, Known: known})
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
		a.Held, a.Absent = st.held, st.absent
		a.Handle = f.handle(c, t)
		a.Store = f.b.str(catalog.Store(f.b.out.Strings[a.Symbol]))
	}
}

// later: what is handed to a post-commit hook runs when nothing is held.
func later(t *callee) bool {
	if t.fn == nil {
		return false
	}
	n := strings.ToLower(t.fn.Name())
	for _, p := range [...]string{"oncommit", "aftercommit", "postcommit", "addpostcommit", "onrollback", "afterrollback", "aftertx", "aftertransaction"} {
		if strings.Contains(n, p) {
			return true
		}
	}
	return false
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
	if path := n.Obj().Pkg().Path(); f.b.in.Catalog.Names(path) {
		return ambiguous[path]
	}
	return true
}

// ambiguous packages use one type for the pool and for the transaction.
var ambiguous = map[string]bool{
	"gorm.io/gorm": true, "github.com/jinzhu/gorm": true, "github.com/gobuffalo/pop/v6": true, "github.com/gobuffalo/pop/v5": true,
	"github.com/gobuffalo/pop": true, "gorm.io/gen": true, "github.com/pocketbase/dbx": false,
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

// released is what a call ends.
func (h *holder) released(c *ast.CallExpr, t *callee) Slots {
	if t.x != nil && t.sel != nil && h.b.in.Catalog.ReleaseName(strings.TrimPrefix(t.x.Sel.Name, "Must")) {
		return h.endable(h.eval(t.x.X), h.b.typeOf(t.x.X))
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
		if held == 0 {
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

// litReleases is what a closure ends.
func (h *holder) litReleases(l *ast.FuncLit) Slots {
	var s Slots
	for _, c := range h.facts(l).releases {
		if t := h.b.callee(c); t.x != nil || t.fn != nil {
			if fl, ok := ast.Unparen(c.Fun).(*ast.FuncLit); !ok || fl != l {
				s |= h.released(c, &t)
			}
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
		if len(f.releases) > 0 && !h.callsItself(id, l) {
			s |= h.litReleases(l)
		}
	}
	return s
}

// callsItself reports whether a closure calls itself by this name, which would not end.
func (h *holder) callsItself(id *ast.Ident, l *ast.FuncLit) bool {
	return id.Pos() > l.Pos() && id.Pos() < l.End()
}

// ownership: what a call keeps is no longer this function's to end.
func (f *flowFunc) ownership(c *ast.CallExpr, t *callee, gives []Give, st *heldState) {
	if t.fn == nil {
		return
	}
	name := t.fn.Name()
	if handsOn[name] || cacheStores[name] {
		st.open &^= union(gives)
	}
	for _, a := range c.Args {
		if lit, ok := ast.Unparen(a).(*ast.FuncLit); ok {
			st.open &^= f.litReleases(lit) // registered to be ended
		}
	}
}

// wrote notes what a call writes with.
func (f *flowFunc) wrote(c *ast.CallExpr, t *callee, st *heldState) {
	if t.x == nil || t.sel == nil {
		return
	}
	s := f.eval(t.x.X)
	if s == 0 || !f.writes(c, t) {
		return
	}
	st.wrote |= s
	if f.record {
		f.b.out.Funcs[f.fs.slot].Writes |= s
	}
}

// writes: by its name, and by the statement when that is a constant.
func (f *flowFunc) writes(c *ast.CallExpr, t *callee) bool {
	name := strings.TrimPrefix(t.x.Sel.Name, "Must")
	for _, a := range c.Args {
		if tv := f.b.in.Info.Types[a]; tv.Value != nil {
			if verdict, ok := statement(tv.Value.ExactString()); ok {
				return verdict
			}
		}
	}
	for _, p := range [...]string{"Exec", "Insert", "Update", "Delete", "Create", "Save", "Upsert", "Replace", "NamedExec", "CopyFrom", "SendBatch"} {
		if strings.HasPrefix(name, p) {
			return true
		}
	}
	return false
}

// statement says whether a text is an SQL statement that writes.
func statement(text string) (writes, known bool) {
	text = strings.ToUpper(strings.TrimLeft(strings.Trim(text, "`\""), " \t\n\\nt("))
	word, _, _ := strings.Cut(text, " ")
	switch word {
	case "INSERT", "UPDATE", "DELETE", "MERGE", "REPLACE", "TRUNCATE":
		return true, true
	case "SELECT", "SET", "PRAGMA", "SHOW", "LOCK", "EXPLAIN", "SAVEPOINT":
		return false, true
	}
	return false, false
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
	st.open &^= s
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

// spawned: a goroutine takes over what it is given.
func (f *flowFunc) spawned(c *ast.CallExpr, st *heldState) {
	for _, a := range c.Args {
		f.nested(a, st)
	}
	t := f.b.callee(c)
	gives := f.gives(c, &t)
	s := union(gives)
	if lit, ok := ast.Unparen(c.Fun).(*ast.FuncLit); ok {
		s |= f.captured(lit)
	}
	if f.record {
		f.note(c, &t, gives, st)
		if s&st.held != 0 && !f.joined {
			f.point(Point{Kind: Outlive, Mode: Go, Pos: f.b.callPos(c), Symbol: f.b.str("go"), Handle: s}, st)
		}
	}
	st.open &^= s
}

// exit looks at what is still open where the function returns.
func (f *flowFunc) exit(r *ast.ReturnStmt, st *heldState) {
	var returned Slots
	for _, e := range r.Results {
		if carries(f.b.typeOf(e)) || isTuple(f.b.typeOf(e)) {
			returned |= f.eval(e)
		}
	}
	for i := range f.sig.Results().Len() {
		if v := f.sig.Results().At(i); v.Name() != "" {
			returned |= f.vars[v] // Have: defer func() { … }() with named results
		}
	}
	if !f.record {
		return
	}
	own := f.own[f.fs] &^ f.pools
	at := f.b.pos(r.Return)
	if len(r.Results) == 0 && r.Return.IsValid() {
		at = f.b.pos(r.Pos())
	}
	abandoned := f.abandoned(r) & f.rows
	for i := range f.bits {
		bit := Slots(1) << i
		if own&bit == 0 {
			continue
		}
		if st.open&bit != 0 && (returned&bit == 0 || abandoned&bit != 0) {
			f.leaks = append(f.leaks, Leak{Bit: uint8(i), Exit: at, Calls: f.onTheWay(st)})
		}
		if f.rows&bit == 0 && returned&bit == 0 && st.held&bit == 0 && st.wrote&bit == 0 {
			continue
		}
		if f.rows&bit == 0 && returned&bit == 0 && f.succeeds(r, st) && f.uncommitted(bit, st) {
			f.leaks = append(f.leaks, Leak{Bit: uint8(i), Commit: true, Wrote: st.wrote&bit != 0, Exit: at, Calls: f.onTheWay(st)})
		}
	}
}

func isTuple(t types.Type) bool { _, ok := t.(*types.Tuple); return ok }

// uncommitted: still held, though a deferred call will end it.
func (f *flowFunc) uncommitted(bit Slots, st *heldState) bool {
	return st.held&bit != 0 && st.commits&bit == 0
}

func (f *flowFunc) onTheWay(st *heldState) []uint32 {
	var out []uint32
	for n, i := range f.indexes {
		if st.calls&(1<<n) != 0 {
			out = append(out, i)
		}
	}
	return out
}

// succeeds reports whether a return may tell the caller that all went well: no
// check of an error failed on the way, and what is returned can be nil.
func (f *flowFunc) succeeds(r *ast.ReturnStmt, st *heldState) bool {
	n := f.sig.Results().Len()
	if st.failing || n == 0 || len(r.Results) != n || !isErrorType(f.sig.Results().At(n-1).Type()) {
		return !st.failing
	}
	switch e := ast.Unparen(r.Results[n-1]).(type) {
	case *ast.Ident:
		o := f.b.in.Info.ObjectOf(e)
		return f.isNil(e) || o != nil && !f.packageVar(o)
	case *ast.CallExpr: // Have: return notify(u, s), and not: return fmt.Errorf(…)
		t := f.b.callee(e)
		return union(f.gives(e, &t))&f.own[f.fs] != 0
	}
	return false
}

// abandoned is what a returned iterator captures without a way to close it: the
// caller that stops early leaves it open. Have: return func() (T, bool) { rows.Next() … }
func (f *flowFunc) abandoned(r *ast.ReturnStmt) Slots {
	var s Slots
	for _, e := range r.Results {
		lit, ok := ast.Unparen(e).(*ast.FuncLit)
		if lits := f.inner[f.object(e)]; !ok && len(lits) == 1 {
			lit, ok = lits[0], true // Have: next := func() (T, bool) { … }; return next, nil
		}
		if !ok {
			if carries(f.b.typeOf(e)) && !f.isNil(e) && !isErrorType(f.b.typeOf(e)) {
				return 0 // something else may be there to close it
			}
			continue
		}
		if lit.Type.Results == nil || lit.Type.Results.NumFields() == 0 {
			return 0 // a closer, or an iterator that pushes and closes
		}
		s |= f.captured(lit)
	}
	return s
}
