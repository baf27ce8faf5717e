package summary

import "go/types"

// has reports whether the method set of a type has exported methods of these
// names. Looking for a name costs a fraction of a whole method set.
func has(t types.Type, names ...string) bool {
	for _, name := range names {
		if method(t, name) == nil {
			return false
		}
	}
	return true
}

// method is an exported method in the method set of a type, or nil.
func method(t types.Type, name string) *types.Func {
	o, _, _ := types.LookupFieldOrMethod(t, false, nil, name)
	fn, _ := o.(*types.Func)
	return fn
}

// hasMethods reports whether a type T, of which a value or a pointer may be at
// hand, or *T has methods.
func hasMethods(t types.Type) bool { return methodsWithin(t, 8) }

// methodsWithin looks through embedded fields, among which a type may be itself:
// type T struct{ *T }.
func methodsWithin(t types.Type, depth int) bool {
	t = types.Unalias(deref(t))
	if n, ok := t.(*types.Named); ok && n.NumMethods() > 0 {
		return true
	}
	switch u := t.Underlying().(type) {
	case *types.Interface:
		return u.NumMethods() > 0
	case *types.Struct:
		for f := range u.Fields() {
			if f.Embedded() && depth > 0 && methodsWithin(f.Type(), depth-1) {
				return true
			}
		}
	}
	return false
}

// siblingMethods are the methods that a value of a type has; those of *T, too,
// when it is T.
func (b *builder) siblingMethods(t types.Type) []*types.Func {
	list, ok := b.siblings[t]
	if ok {
		return list
	}
	if i, ok := t.Underlying().(*types.Interface); ok {
		for m := range i.Methods() {
			list = append(list, m)
		}
	} else {
		list = methodsOf(t)
	}
	b.siblings[t] = list
	return list
}

// scopeNames are the names that a package declares, sorted.
func (b *builder) scopeNames(p *types.Package) []string {
	names, ok := b.scopes[p]
	if !ok {
		names = p.Scope().Names()
		b.scopes[p] = names
	}
	return names
}
