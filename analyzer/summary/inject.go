package summary

import "go/types"

// injected says of a struct that a container fills that its fields come from
// where no summary sees: by type, by name or by group.
//
//	type params struct {
//		fx.In
//		Store Saver
//	}
//	func NewAPI(p params) *API { … p.Store.Save() … }
func (b *builder) injected(fs *funcState, t types.Type) {
	st, ok := t.Underlying().(*types.Struct)
	if !ok || !b.embedsFilled(st) {
		return
	}
	for i := range st.NumFields() {
		if ft := st.Field(i).Type(); b.classOf(ft) != nothing {
			fs.f.Sources = append(fs.f.Sources, Source{b.node(b.structField(t, st, i)), UnknownValue, 0})
		}
	}
}

func (b *builder) embedsFilled(st *types.Struct) bool {
	for f := range st.Fields() {
		if n := namedOf(f.Type()); f.Embedded() && n != nil && b.in.Catalog.Filled(n) {
			return true
		}
	}
	return false
}
