package summary

import (
	"go/types"
	"hash/fnv"

	"github.com/sessionlint/sessionlint/analyzer/catalog"
)

// class says how the values of a type are followed.
type class uint8

const (
	nothing   class = iota // holds no function or interface value by itself
	value                  // a function, an interface, a type parameter
	container              // a pointer, slice, map, channel or array of such: aliases share
)

// classOf is what the linker can learn from values of a type. Structs hold
// nothing by themselves: their fields have nodes of their own, one per type
// and field.
func (b *builder) classOf(t types.Type) class {
	if t == nil {
		return nothing
	}
	if c, ok := b.classes[t]; ok {
		return c
	}
	b.classes[t] = nothing // cut cycles: type T []T
	c := b.classify(t)
	b.classes[t] = c
	return c
}

func (b *builder) classify(t types.Type) class {
	if _, ok := types.Unalias(t).(*types.TypeParam); ok {
		return value
	}
	switch u := t.Underlying().(type) {
	case *types.Signature:
		return value
	case *types.Interface:
		if ignoredInterface(t) {
			return nothing
		}
		return value
	case *types.Pointer:
		return b.containerOf(u.Elem())
	case *types.Slice:
		return b.containerOf(u.Elem())
	case *types.Array:
		return b.containerOf(u.Elem())
	case *types.Chan:
		return b.containerOf(u.Elem())
	case *types.Map:
		return b.containerOf(u.Elem())
	}
	return nothing
}

func (b *builder) containerOf(elem types.Type) class {
	if b.classOf(elem) != nothing {
		return container
	}
	return nothing
}

// ignoredInterface names the interfaces whose methods never lead to an
// acquisition worth a witness: error and context.Context. Following them costs
// an edge at nearly every call.
func ignoredInterface(t types.Type) bool {
	n, ok := types.Unalias(t).(*types.Named)
	if !ok {
		return false
	}
	o := n.Obj()
	return o.Pkg() == nil && o.Name() == "error" ||
		o.Pkg() != nil && o.Pkg().Path() == "context" && o.Name() == "Context"
}

func emptyInterface(t types.Type) bool {
	i, ok := t.Underlying().(*types.Interface)
	return ok && i.NumMethods() == 0
}

func isTypeParam(t types.Type) bool {
	_, ok := types.Unalias(t).(*types.TypeParam)
	return ok
}

// namedOf is the named type of t or *t, or nil.
func namedOf(t types.Type) *types.Named {
	t = types.Unalias(t)
	if p, ok := t.(*types.Pointer); ok {
		t = types.Unalias(p.Elem())
	}
	n, _ := t.(*types.Named)
	return n
}

// typeName names the type of t or *t: path and name, without type arguments.
// Local types carry their place in the package's tree of scopes, since two
// functions may each declare a type of the same name.
func typeName(t types.Type) string {
	n := namedOf(t)
	if n == nil {
		return types.TypeString(t, nil)
	}
	o := n.Origin().Obj()
	if o.Pkg() == nil {
		return o.Name()
	}
	if o.Parent() != nil && o.Parent() != o.Pkg().Scope() {
		return o.Pkg().Path() + "." + o.Name() + scopePath(o.Parent(), o.Pkg().Scope())
	}
	return o.Pkg().Path() + "." + o.Name()
}

// scopePath numbers the scopes between a package's scope and an inner one.
func scopePath(s, top *types.Scope) string {
	path := ""
	for s != nil && s != top {
		up := s.Parent()
		for i := 0; up != nil && i < up.NumChildren(); i++ {
			if up.Child(i) == s {
				path = "·" + itoa(i) + path
				break
			}
		}
		s = up
	}
	return path
}

// symbolOf is the canonical name of a function or method.
func (b *builder) symbolOf(fn *types.Func) string {
	if s, ok := b.symbols[fn]; ok {
		return s
	}
	s := catalog.Canonical(fn)
	b.symbols[fn] = s
	return s
}

// methodKey identifies a method within a method set.
func methodKey(m *types.Func) string {
	if !m.Exported() {
		return m.Id() // unexported names of different packages differ
	}
	return m.Name()
}

// signatureHash lets the linker tell methods of one name apart when a value of
// unknown origin is matched with the types that could be in an interface.
// 0 matches everything: the signature mentions a type parameter.
func signatureHash(sig *types.Signature) uint32 {
	h := fnv.New32a()
	generic := false
	tuple := func(t *types.Tuple) {
		for i := range t.Len() {
			s := types.TypeString(t.At(i).Type(), nil)
			generic = generic || mentionsTypeParam(t.At(i).Type())
			h.Write([]byte(s))
			h.Write([]byte{';'})
		}
		h.Write([]byte{'|'})
	}
	tuple(sig.Params())
	tuple(sig.Results())
	if generic {
		return 0
	}
	return max(h.Sum32(), 1)
}

func mentionsTypeParam(t types.Type) bool {
	switch t := types.Unalias(t).(type) {
	case *types.TypeParam:
		return true
	case *types.Pointer:
		return mentionsTypeParam(t.Elem())
	case *types.Slice:
		return mentionsTypeParam(t.Elem())
	case *types.Map:
		return mentionsTypeParam(t.Key()) || mentionsTypeParam(t.Elem())
	case *types.Chan:
		return mentionsTypeParam(t.Elem())
	case *types.Array:
		return mentionsTypeParam(t.Elem())
	case *types.Signature:
		return true // rarely matters; matching everything is the safe side
	case *types.Named:
		for i := range t.TypeArgs().Len() {
			if mentionsTypeParam(t.TypeArgs().At(i)) {
				return true
			}
		}
	}
	return false
}

// typeTable records the methods of a concrete type and of its pointer, once.
func (b *builder) typeTable(t types.Type) {
	name := b.typeName(t)
	if b.typed[name] || isTypeParam(t) {
		return
	}
	b.typed[name] = true
	pt := t
	if _, ok := types.Unalias(t).(*types.Pointer); !ok && !types.IsInterface(t) {
		pt = types.NewPointer(t)
	}
	ms := types.NewMethodSet(pt)
	if ms.Len() == 0 {
		return
	}
	row := Type{Name: b.str(name)}
	for i := range ms.Len() {
		sel := ms.At(i)
		fn, ok := sel.Obj().(*types.Func)
		if !ok {
			continue
		}
		m := Method{Key: b.str(methodKey(fn)), Sig: signatureHash(fn.Signature())}
		if f := b.promotedFrom(sel); f != "" {
			m.Field = b.node(f)
		} else {
			m.Func = b.str(b.symbolAt(nil, fn, nil))
		}
		if s := b.in.Catalog.Func(fn); s != nil && s.Acquire != nil {
			m.Acquire, m.Auto = s.Acquire.Kind, s.Acquire.Auto
			m.Func = b.str(b.symbolOf(fn))
		} else if s != nil {
			m.Sends, m.Queries, m.Waits = s.Sends, s.Query, s.Waits
		}
		row.Methods = append(row.Methods, m)
	}
	b.out.Types = append(b.out.Types, row)
}

// promotedFrom is the node of the embedded interface from which a method is
// promoted, or "".
func (b *builder) promotedFrom(sel *types.Selection) string {
	fn := sel.Obj().(*types.Func)
	r := fn.Signature().Recv()
	if r == nil || !types.IsInterface(r.Type()) || len(sel.Index()) < 2 {
		return ""
	}
	name, _ := b.fieldPath(sel.Recv(), sel.Index()[:len(sel.Index())-1])
	return name
}

// fieldPath walks a selection's index path and returns the node name of the
// last field and its type.
func (b *builder) fieldPath(t types.Type, path []int) (string, types.Type) {
	name := ""
	for _, i := range path {
		if p, ok := t.Underlying().(*types.Pointer); ok {
			t = p.Elem()
		}
		st, ok := t.Underlying().(*types.Struct)
		if !ok || i >= st.NumFields() {
			return name, t
		}
		name = b.structField(t, st, i)
		t = st.Field(i).Type()
	}
	return name, t
}

// structField names a field by its struct type; the fields of an unnamed
// struct by where they are declared.
func (b *builder) structField(t types.Type, st *types.Struct, i int) string {
	f := st.Field(i)
	if n := namedOf(t); n != nil {
		return fieldNode(b.typeName(n), f.Name())
	}
	p := b.pos(f.Pos())
	return fieldNode(b.in.Path+"·"+itoa(int(p.File))+":"+itoa(int(p.Line))+":"+itoa(int(p.Col)), f.Name())
}

// iface records the method set of an interface and returns its name; 0 for
// empty interfaces and type parameters.
func (b *builder) iface(t types.Type) Str {
	u, ok := t.Underlying().(*types.Interface)
	if !ok || u.NumMethods() == 0 || isTypeParam(t) {
		return 0
	}
	name := typeName(t)
	if b.ifaces[name] {
		return b.str(name)
	}
	b.ifaces[name] = true
	row := Iface{Name: b.str(name), Own: true}
	if n := namedOf(t); n != nil && n.Obj().Pkg() != nil {
		row.Own = b.analysedPkg(n.Obj().Pkg())
	}
	for i := range u.NumMethods() { // in the order of names, see types.Interface.Method
		m := u.Method(i)
		row.Keys = append(row.Keys, IfaceMethod{b.str(methodKey(m)), signatureHash(m.Signature())})
	}
	b.out.Ifaces = append(b.out.Ifaces, row)
	return b.str(name)
}

// analysed reports whether the bodies of a package are part of the program.
func (b *builder) analysedPkg(pkg *types.Package) bool {
	return pkg != nil && (pkg == b.in.Pkg || b.in.Analysed(pkg.Path()))
}
