package analyzer

import "go/types"

// exposed names the types that importers of a package can get values of through
// its exported names, as functions name their receivers: "path.T". They may
// call methods of these types without importing the packages that declare
// them. declares limits the search to packages of interest.
func exposed(pkg *types.Package, declares func(path string) bool) map[string]bool {
	x := &exposure{declares: declares, given: map[string]bool{}, taken: map[*types.Named]bool{}}
	for _, name := range pkg.Scope().Names() {
		if o := pkg.Scope().Lookup(name); o.Exported() {
			x.gives(o.Type())
		}
	}
	return x.given
}

type exposure struct {
	declares func(path string) bool
	given    map[string]bool
	taken    map[*types.Named]bool
}

// gives follows a type of which the importer gets values.
func (x *exposure) gives(t types.Type) {
	switch t := types.Unalias(t).(type) {
	case *types.Named:
		x.givesNamed(t)
	case *types.Pointer:
		x.gives(t.Elem())
	case *types.Slice:
		x.gives(t.Elem())
	case *types.Array:
		x.gives(t.Elem())
	case *types.Chan:
		x.gives(t.Elem())
	case *types.Map:
		x.gives(t.Key())
		x.gives(t.Elem())
	case *types.Struct:
		for i := range t.NumFields() {
			if f := t.Field(i); f.Exported() || f.Embedded() {
				x.gives(f.Type())
			}
		}
	case *types.Interface:
		for i := range t.NumMethods() {
			x.gives(t.Method(i).Type())
		}
	case *types.Signature:
		for i := range t.Params().Len() {
			x.takes(t.Params().At(i).Type())
		}
		for i := range t.Results().Len() {
			x.gives(t.Results().At(i).Type())
		}
	}
}

func (x *exposure) givesNamed(t *types.Named) {
	for i := range t.TypeArgs().Len() {
		x.gives(t.TypeArgs().At(i))
	}
	t = t.Origin()
	o := t.Obj()
	if o.Pkg() == nil || !x.declares(o.Pkg().Path()) {
		return
	}
	name := o.Pkg().Path() + "." + o.Name()
	if x.given[name] {
		return
	}
	x.given[name] = true
	for i := range t.NumMethods() {
		if m := t.Method(i); m.Exported() {
			x.gives(m.Type())
		}
	}
	x.gives(t.Underlying())
}

// takes follows a type of which the importer has to have values already. Only
// functions among them tell it something: they are handed values. A function
// literal spells the types of its parameters, but another function need not.
func (x *exposure) takes(t types.Type) {
	switch t := types.Unalias(t).(type) {
	case *types.Named:
		if sig, ok := t.Underlying().(*types.Signature); ok && !x.taken[t] {
			x.taken[t] = true
			x.takes(sig)
		}
	case *types.Slice: // of variadic functions
		x.takes(t.Elem())
	case *types.Signature:
		for i := range t.Params().Len() {
			x.gives(t.Params().At(i).Type())
		}
		for i := range t.Results().Len() {
			x.takes(t.Results().At(i).Type())
		}
	}
}
