package driver

import (
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"go/types"
	"slices"
)

// apiHash hashes what importers can see of a package: its exported objects
// and, of the unexported ones, those that the exported ones lead to. Bodies,
// positions and comments have no part in it, so an edit that touches nothing
// else leaves the importers' summaries valid. Types of other packages are
// named only; what they are is in the hashes of the imports.
func apiHash(pkg *types.Package) hash {
	w := &apiWriter{pkg: pkg, queued: make(map[*types.TypeName]bool), params: make(map[*types.TypeParam]int)}
	w.text(pkg.Name())
	scope := pkg.Scope()
	for _, name := range scope.Names() {
		if obj := scope.Lookup(name); obj.Exported() {
			w.object(obj)
		}
	}
	for len(w.queue) > 0 {
		// Objects are hashed one by one and sorted at the end: the order in
		// which they were found does not matter.
		obj := w.queue[0]
		w.queue = w.queue[1:]
		w.object(obj)
	}
	slices.SortFunc(w.sums, func(a, b hash) int { return slices.Compare(a[:], b[:]) })
	all := w.buf
	for _, sum := range w.sums {
		all = append(all, sum[:]...)
	}
	return sha256.Sum256(all)
}

type apiWriter struct {
	pkg    *types.Package
	buf    []byte
	sums   []hash
	queue  []*types.TypeName // of pkg, unexported
	queued map[*types.TypeName]bool
	params map[*types.TypeParam]int // number of a type parameter in the current declaration
}

func (w *apiWriter) text(s string) { w.buf = appendString(w.buf, s) }
func (w *apiWriter) byte(b byte)   { w.buf = append(w.buf, b) }
func (w *apiWriter) number(i int)  { w.buf = binary.AppendVarint(w.buf, int64(i)) }

// object adds the hash of one declaration.
func (w *apiWriter) object(obj types.Object) {
	outer := w.buf
	w.buf = nil
	clear(w.params)
	w.text(obj.Name())
	switch obj := obj.(type) {
	case *types.Const:
		w.byte('c')
		w.typ(obj.Type())
		w.text(obj.Val().ExactString())
	case *types.Var:
		w.byte('v')
		w.typ(obj.Type())
	case *types.Func:
		w.byte('f')
		w.typ(obj.Type())
	case *types.TypeName:
		w.typeName(obj)
	}
	w.sums = append(w.sums, sha256.Sum256(w.buf))
	w.buf = outer
}

func (w *apiWriter) typeName(obj *types.TypeName) {
	if obj.IsAlias() {
		w.byte('a')
		if alias, ok := obj.Type().(*types.Alias); ok {
			w.typeParams(alias.TypeParams())
			w.typ(alias.Rhs())
		} else {
			w.typ(obj.Type())
		}
		return
	}
	named, ok := obj.Type().(*types.Named)
	if !ok {
		w.byte('?')
		return
	}
	w.byte('t')
	w.typeParams(named.TypeParams())
	w.typ(named.Underlying())
	w.methods(named)
}

func (w *apiWriter) methods(named *types.Named) {
	methods := make([]*types.Func, 0, named.NumMethods())
	for m := range named.Methods() {
		methods = append(methods, m)
	}
	slices.SortFunc(methods, func(a, b *types.Func) int { return cmp.Compare(a.Name(), b.Name()) })
	w.number(len(methods))
	for _, m := range methods {
		w.text(m.Name())
		sig := m.Signature()
		if recv := sig.Recv(); recv != nil {
			_, pointer := types.Unalias(recv.Type()).(*types.Pointer)
			w.flag(pointer)
		}
		for p := range sig.RecvTypeParams().TypeParams() {
			w.params[p] = len(w.params)
		}
		w.typ(sig)
	}
}

func (w *apiWriter) flag(set bool) {
	if set {
		w.byte(1)
	} else {
		w.byte(0)
	}
}

func (w *apiWriter) typeParams(list *types.TypeParamList) {
	w.number(list.Len())
	for p := range list.TypeParams() {
		w.params[p] = len(w.params)
	}
	for p := range list.TypeParams() {
		w.typ(p.Constraint())
	}
}

// typ writes a type such that identical types, and only those, look alike.
func (w *apiWriter) typ(t types.Type) {
	switch t := t.(type) {
	case *types.Basic:
		w.byte('b')
		w.text(t.Name())
	case *types.Alias:
		w.name('A', t.Obj(), t.TypeArgs())
	case *types.Named:
		w.name('N', t.Obj(), t.TypeArgs())
	case *types.Pointer:
		w.byte('*')
		w.typ(t.Elem())
	case *types.Slice:
		w.byte('s')
		w.typ(t.Elem())
	case *types.Array:
		w.byte('r')
		w.number(int(t.Len()))
		w.typ(t.Elem())
	case *types.Map:
		w.byte('m')
		w.typ(t.Key())
		w.typ(t.Elem())
	case *types.Chan:
		w.byte('h')
		w.number(int(t.Dir()))
		w.typ(t.Elem())
	case *types.Struct:
		w.structure(t)
	case *types.Signature:
		w.signature(t)
	case *types.Interface:
		w.iface(t)
	case *types.Union:
		w.byte('u')
		w.number(t.Len())
		for term := range t.Terms() {
			w.flag(term.Tilde())
			w.typ(term.Type())
		}
	case *types.TypeParam:
		w.byte('p')
		w.number(w.param(t))
	case *types.Tuple:
		w.tuple(t)
	default:
		w.byte('?')
	}
}

// param numbers a type parameter by its first use in the declaration.
func (w *apiWriter) param(p *types.TypeParam) int {
	i, ok := w.params[p]
	if !ok {
		i = len(w.params)
		w.params[p] = i
	}
	return i
}

// name writes a declared type by its name. An unexported one of this package
// becomes part of the API, since values of it get out.
func (w *apiWriter) name(kind byte, obj *types.TypeName, args *types.TypeList) {
	w.byte(kind)
	if pkg := obj.Pkg(); pkg != nil {
		w.text(pkg.Path())
		local := pkg == w.pkg && obj.Parent() == pkg.Scope()
		if local && !obj.Exported() && !w.queued[obj] {
			w.queued[obj] = true
			w.queue = append(w.queue, obj)
		}
	}
	w.text(obj.Name())
	w.number(args.Len())
	for t := range args.Types() {
		w.typ(t)
	}
}

func (w *apiWriter) structure(t *types.Struct) {
	w.byte('S')
	w.number(t.NumFields())
	for i := range t.NumFields() {
		f := t.Field(i)
		w.member(f)
		w.flag(f.Embedded())
		w.text(t.Tag(i))
		w.typ(f.Type())
	}
}

// member writes the name of a field or method; an unexported one is another
// in every package.
func (w *apiWriter) member(obj types.Object) {
	w.text(obj.Name())
	if !obj.Exported() && obj.Pkg() != nil {
		w.text(obj.Pkg().Path())
	}
}

func (w *apiWriter) signature(t *types.Signature) {
	w.byte('F')
	w.typeParams(t.TypeParams())
	w.tuple(t.Params())
	w.flag(t.Variadic())
	w.tuple(t.Results())
}

func (w *apiWriter) tuple(t *types.Tuple) {
	w.number(t.Len())
	for v := range t.Variables() {
		w.text(v.Name())
		w.typ(v.Type())
	}
}

func (w *apiWriter) iface(t *types.Interface) {
	w.byte('I')
	w.flag(t.IsComparable())
	w.number(t.NumExplicitMethods())
	methods := slices.Collect(t.ExplicitMethods())
	slices.SortFunc(methods, func(a, b *types.Func) int { return cmp.Compare(a.Name(), b.Name()) })
	for _, m := range methods {
		w.member(m)
		w.typ(m.Type())
	}
	w.number(t.NumEmbeddeds())
	for e := range t.EmbeddedTypes() {
		w.typ(e)
	}
}
