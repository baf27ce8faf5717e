package summary

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"
)

// fixTwin notes that a call could go to the twin of its callee that takes the
// session in scope, or could be given it.
//
// Have: s.create(ctx, o) beside s.createInTx(ctx, tx, o), and find(ctx, nil).
func (f *flowFunc) fixTwin(c *ast.CallExpr, t *callee, st *heldState) {
	if t.fn == nil || t.sym != nil || st.held == 0 || st.held&f.rows != 0 || c.Ellipsis.IsValid() || !f.fixable() {
		return
	}
	received, made := f.handleVars(c.Pos(), st)
	if len(received)+len(made) == 0 {
		return
	}
	if f.fixNil(c, t, received) || f.fixPassed(c, t, st) {
		return
	}
	var twin *types.Func
	var v *types.Var
	at := 0
	for _, m := range f.siblings(t) {
		if !twinName(t.fn.Name(), m.Name()) || m.Pkg() != f.b.in.Pkg && !m.Exported() {
			continue
		}
		i := extraParam(t.sig, m.Signature())
		if i < 0 {
			continue
		}
		p := m.Signature().Params().At(i).Type()
		fits := assignable(received, p)
		if len(fits) == 0 {
			fits = assignable(made, p)
		}
		if x := only(fits); x == nil || twin != nil || !f.handleType(p) || isContext(p) {
			if x != nil && twin != nil {
				return // which of them is not said
			}
			continue
		}
		twin, v, at = m, only(fits), i
	}
	if twin == nil {
		return
	}
	if _, handed := f.given(c, v); handed {
		return
	}
	id := t.id
	x := Fix{
		Kind: FixTwin, At: f.b.callPos(c), Slots: f.vars[v], Twin: f.b.str(f.b.symbolOf(twin)),
		What:  f.b.str("call " + twin.Name() + " with " + v.Name()),
		Edits: []Edit{f.edit(id.Pos(), id.End(), twin.Name()), f.insert(c, at, v.Name())},
	}
	f.fix(x)
}

// given reports whether a call has the variable among its arguments already.
func (f *flowFunc) given(c *ast.CallExpr, v *types.Var) (int, bool) {
	for i, a := range c.Args {
		if f.object(a) == v {
			return i, true
		}
	}
	return 0, false
}

// insert adds an argument before the i-th, or behind the last.
func (f *flowFunc) insert(c *ast.CallExpr, i int, text string) Edit {
	switch {
	case i < len(c.Args):
		return f.edit(c.Args[i].Pos(), c.Args[i].Pos(), text+", ")
	case len(c.Args) > 0:
		end := c.Args[len(c.Args)-1].End()
		return f.edit(end, end, ", "+text)
	}
	return f.edit(c.Rparen, c.Rparen, text)
}

// fixNil gives the session to a parameter that is there for it: find(ctx, nil),
// or find(ctx) when it may be left out.
func (f *flowFunc) fixNil(c *ast.CallExpr, t *callee, vars []*types.Var) bool {
	if t.sig == nil {
		return false
	}
	params := t.sig.Params()
	for i := range params.Len() {
		p := params.At(i).Type()
		missing := t.sig.Variadic() && i == params.Len()-1 && len(c.Args) == i
		if missing {
			p = p.(*types.Slice).Elem()
		}
		if !missing && (i >= len(c.Args) || !f.isNil(c.Args[i])) || !f.sessionLike(p) {
			continue
		}
		v := only(assignable(vars, p))
		if v == nil {
			return false
		}
		e := f.insert(c, i, v.Name())
		if !missing {
			e = f.edit(c.Args[i].Pos(), c.Args[i].End(), v.Name())
		}
		f.fix(Fix{
			Kind: FixTwin, At: f.b.callPos(c), Slots: f.vars[v], What: f.b.str("pass " + v.Name() + " on"), Edits: []Edit{e},
		})
		return true
	}
	return false
}

// fixPassed has the callee work on the session: it is handed the session in the
// place of the pool, or called on the value that was made with it.
//
// Have: touch(ctx, s.db), and s.repo.Create(ctx) beside repo := s.repo.With(tx).
func (f *flowFunc) fixPassed(c *ast.CallExpr, t *callee, st *heldState) bool {
	x, fits := f.fromArgument(c, t)
	if x == nil && t.x != nil && t.sel != nil {
		rt := f.b.typeOf(t.x.X)
		x, fits = t.x.X, func(v *types.Var) bool { return !f.primary[v] && types.Identical(v.Type(), rt) }
	}
	if x == nil || !f.pure(x) {
		return false
	}
	v := f.pick(c, st, fits)
	if v == nil || !f.replaces(v, x) {
		return false
	}
	f.replace(FixTwin, f.b.callPos(c), x, v)
	return true
}

func assignable(vars []*types.Var, p types.Type) []*types.Var {
	var out []*types.Var
	for _, v := range vars {
		if types.AssignableTo(v.Type(), p) {
			out = append(out, v)
		}
	}
	return out
}

// siblings are the functions beside a callee: of its package, or of its
// receiver's type.
func (f *flowFunc) siblings(t *callee) []*types.Func {
	var out []*types.Func
	if t.x != nil && t.sel != nil {
		if t.sel.Kind() != types.MethodVal {
			return nil
		}
		rt := f.b.typeOf(t.x.X)
		return f.b.siblingMethods(rt)
	}
	if t.fn.Pkg() == nil || t.sig == nil || t.sig.TypeParams() != nil {
		return nil
	}
	names := f.b.scopeNames(t.fn.Pkg())
	i, _ := slices.BinarySearch(names, t.fn.Name())
	for ; i < len(names) && strings.HasPrefix(names[i], t.fn.Name()); i++ {
		if m, ok := t.fn.Pkg().Scope().Lookup(names[i]).(*types.Func); ok {
			out = append(out, m)
		}
	}
	return out
}

// twinName: what follows the name says nothing but that there is a session:
// CreateWithSession, createInTx, UpdateTx. The types say the rest.
func twinName(name, twin string) bool {
	rest, ok := strings.CutPrefix(twin, name)
	if !ok || rest == "" {
		return false
	}
	rest = strings.ToLower(rest)
	for _, p := range [...]string{"with", "in", "on", "using", "by"} {
		if r, ok := strings.CutPrefix(rest, p); ok {
			rest = r
			break
		}
	}
	for _, w := range [...]string{"tx", "txn", "transaction", "session", "sess", "conn", "connection", "db", "engine", "dao", "querier"} {
		if rest == w {
			return true
		}
	}
	return false
}

// extraParam is the one parameter that a function has more than another, or -1.
func extraParam(of, more *types.Signature) int {
	a, b := of.Params(), more.Params()
	if b.Len() != a.Len()+1 || of.Variadic() != more.Variadic() || more.TypeParams() != nil || !types.Identical(of.Results(), more.Results()) {
		return -1
	}
	i := 0
	for i < a.Len() && types.Identical(a.At(i).Type(), b.At(i).Type()) {
		i++
	}
	for j := i; j < a.Len(); j++ {
		if !types.Identical(a.At(j).Type(), b.At(j+1).Type()) {
			return -1
		}
	}
	if more.Variadic() && i == b.Len()-1 {
		return -1
	}
	return i
}
