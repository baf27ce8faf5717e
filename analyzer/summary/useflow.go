package summary

import (
	"go/ast"
	"go/types"
)

func (d *declState) resObj(o types.Object) *resNode {
	v, ok := o.(*types.Var)
	if !ok || v.IsField() || v.Pkg() != nil && v.Parent() == v.Pkg().Scope() {
		return nil
	}
	n := d.objs[v]
	if n == nil {
		n = &resNode{}
		d.objs[v] = n
	}
	return n
}

// markParam notes that a parameter is a session.
func (d *declState) markParam(v *types.Var) {
	if n := d.resObj(v); n != nil {
		n.param = true
	}
}

// res is what an expression may hold: variables, calls, literals.
func (d *declState) res(b *builder, e ast.Expr) []ref {
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		if n := d.resObj(b.in.Info.ObjectOf(e)); n != nil {
			return []ref{{n: n}}
		}
	case *ast.SelectorExpr:
		if s := b.in.Info.Selections[e]; s != nil && s.Kind() == types.FieldVal {
			return d.res(b, e.X)
		}
	case *ast.CallExpr:
		return d.resCall(b, e)
	case *ast.UnaryExpr:
		return d.res(b, e.X)
	case *ast.StarExpr:
		return d.res(b, e.X)
	case *ast.TypeAssertExpr:
		if x := b.unwraps(e); x != nil {
			return append(d.res(b, e.X), d.res(b, x)...)
		}
		return d.res(b, e.X)
	case *ast.SliceExpr:
		return d.res(b, e.X)
	case *ast.CompositeLit:
		var out []ref
		if n := d.literals[e]; n != nil {
			out = append(out, ref{n: n})
		}
		for _, el := range e.Elts {
			if kv, ok := el.(*ast.KeyValueExpr); ok {
				el = kv.Value
			}
			out = append(out, d.res(b, el)...)
		}
		return out
	}
	return nil
}

// resCall is what a call's result may hold: what the call obtains, and what is
// wrapped by it (tx.Where(…), NewRepo(tx), append(list, tx)).
func (d *declState) resCall(b *builder, c *ast.CallExpr) []ref {
	var out []ref
	if n := d.calls[c]; n != nil {
		out = append(out, ref{n: n})
	}
	t := b.callee(c)
	if t.sym != nil && t.sym.Acquire != nil {
		return out
	}
	if t.sym == nil || !t.sym.Query {
		wraps := t.sig != nil && t.sig.Results().Len() > 0 && b.sessionType(t.sig.Results().At(0).Type())
		for _, a := range c.Args {
			if b.isType(a) || !resourceLike(b.typeOf(a)) {
				continue
			}
			if rs := d.res(b, a); wraps && b.sessionType(b.typeOf(a)) {
				out = append(out, rs...) // Have: return newUnit(tx), nil
			} else {
				out = append(out, weaken(rs)...)
			}
		}
	}
	if t.x != nil && t.sel != nil && t.sig != nil && t.sig.Results().Len() > 0 &&
		types.Identical(t.sig.Results().At(0).Type(), b.typeOf(t.x.X)) {
		out = append(out, d.res(b, t.x.X)...)
	}
	return out
}

func weaken(rs []ref) []ref {
	for i := range rs {
		rs[i].weak = true
	}
	return rs
}

// assign notes that the value of r is stored in the place l.
func (d *declState) assign(b *builder, l, r ast.Expr) {
	rs := d.res(b, r)
	d.assignTo(b, l, rs)
}

func (d *declState) assignMulti(b *builder, ls []ast.Expr, r ast.Expr) {
	rs := d.res(b, r)
	for i, l := range ls {
		t := b.resultType(r, i)
		if t != nil && ignoredInterface(t) {
			d.own(b, l)
			continue // err
		}
		d.assignTo(b, l, rs)
	}
}

// own notes which function declares a variable.
func (d *declState) own(b *builder, l ast.Expr) {
	if id, ok := ast.Unparen(l).(*ast.Ident); ok {
		if o := b.in.Info.Defs[id]; o != nil {
			d.owner[o] = b.fn
		}
	}
}

func (d *declState) assignTo(b *builder, l ast.Expr, rs []ref) {
	l = ast.Unparen(l)
	d.own(b, l)
	b.fills(l)
	if len(rs) == 0 || isBlank(l) || !mayHold(b.typeOf(l)) {
		return
	}
	switch l := l.(type) {
	case *ast.Ident:
		if n := d.resObj(b.in.Info.ObjectOf(l)); n != nil {
			link(rs, n)
			return
		}
	case *ast.SelectorExpr:
		if n := d.localHolder(b, l); n != nil {
			link(rs, n)
			return
		}
	case *ast.IndexExpr:
		if b.persistent(l.X) {
			for _, r := range rs {
				r.n.stores = append(r.n.stores, types.ExprString(l.X), b.place(l.X))
			}
		} else if n := d.localHolder(b, l); n != nil {
			link(rs, n)
			return
		}
	}
	d.stored(rs)
}

// localHolder is the local variable of which l is a part, when the variable
// is the function's own: x.tx = tx.
func (d *declState) localHolder(b *builder, l ast.Expr) *resNode {
	for {
		switch x := ast.Unparen(l).(type) {
		case *ast.SelectorExpr:
			l = x.X
		case *ast.IndexExpr:
			l = x.X
		case *ast.StarExpr:
			l = x.X
		case *ast.Ident:
			o := b.in.Info.ObjectOf(x)
			if _, isParam := b.params[o]; isParam {
				return nil
			}
			return d.resObj(o)
		default:
			return nil
		}
	}
}

func link(from []ref, to *resNode) {
	for _, f := range from {
		if f.n != to {
			f.n.succ = append(f.n.succ, ref{to, f.weak})
		}
	}
}

func (d *declState) flowObj(o types.Object, from []ref) {
	if n := d.resObj(o); n != nil {
		link(from, n)
	}
}

func (d *declState) stored(rs []ref) { mark(rs, UseStored) }

func mark(rs []ref, u Use) {
	for _, r := range rs {
		r.n.use |= u
	}
}

func (d *declState) returned(rs []ref, fs *funcState, index int) {
	if !mayHold(fs.sig.Results().At(index).Type()) {
		return
	}
	for _, r := range rs {
		if r.weak {
			r.n.use |= UseStored // what is returned may keep it
		} else {
			r.n.returns = append(r.n.returns, returnRef{fs, index})
		}
	}
}

// mayHold reports whether a value of type t can be, hold or end a resource: a
// count that was computed from one does not.
func mayHold(t types.Type) bool {
	if _, ok := t.Underlying().(*types.Signature); ok {
		return true
	}
	if m, ok := t.Underlying().(*types.Map); ok {
		return mayHold(m.Elem())
	}
	if c, ok := t.Underlying().(*types.Chan); ok {
		return mayHold(c.Elem())
	}
	return resourceLike(t)
}

func (d *declState) returnMulti(b *builder, e ast.Expr, fs *funcState) {
	rs := d.res(b, e)
	for i := range fs.sig.Results().Len() {
		d.returned(rs, fs, i)
	}
}

// returnedEnds notes a resource that is returned together with a function
// that ends it: return tx, func() { tx.Rollback() }, nil.
func (d *declState) returnedEnds(b *builder, results []ast.Expr) {
	ends := false
	for _, e := range results {
		sig, ok := b.typeOf(e).Underlying().(*types.Signature)
		ends = ends || ok && sig.Params().Len() == 0
	}
	if ends {
		for _, e := range results {
			mark(d.res(b, e), UseReturnsEnd)
		}
	}
}
