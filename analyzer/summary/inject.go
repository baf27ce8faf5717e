package summary

import "go/types"

// injected says of a parameter struct of dig and fx that its fields come from
// where no summary sees: the container fills them by type, by name or by group.
//
//	type params struct {
//		fx.In
//		Store Saver
//	}
//	func NewAPI(p params) *API { … p.Store.Save() … }
func (b *builder) injected(fs *funcState, t types.Type) {
	st, ok := t.Underlying().(*types.Struct)
	if !ok || !embedsIn(st) {
		return
	}
	for i := range st.NumFields() {
		if ft := st.Field(i).Type(); b.classOf(ft) != nothing {
			fs.f.Sources = append(fs.f.Sources, Source{b.node(b.structField(t, st, i)), UnknownValue, 0})
		}
	}
}

func embedsIn(st *types.Struct) bool {
	for i := range st.NumFields() {
		f := st.Field(i)
		n := namedOf(f.Type())
		if f.Embedded() && n != nil && n.Obj().Name() == "In" && n.Obj().Pkg() != nil && n.Obj().Pkg().Path() == "go.uber.org/dig" {
			return true // fx.In is an alias of it
		}
	}
	return false
}
