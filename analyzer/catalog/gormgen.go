package catalog

import "go/types"

const genPath = "gorm.io/gen"

// genMethod knows the methods that gorm.io/gen writes for each table: they have the
// names of those of gen's own interface, with the types of the table.
//
//	type userDo struct{ gen.DO }
//	type IUserDo interface { gen.SubQuery; First() (*model.User, error); … }
func (c *Catalog) genMethod(fn *types.Func) *Symbol {
	recv := fn.Signature().Recv()
	if recv == nil {
		return nil
	}
	n := namedType(recv.Type())
	if n == nil || !ofGen(n, 2) {
		return nil
	}
	info := c.known.info(genPath)
	if info == nil {
		return nil
	}
	listed := info.funcs["(IGenericsDo)."+fn.Name()]
	if listed == nil {
		return nil
	}
	return c.keep(Canonical(fn), func(s *Symbol) {
		*s = *listed
		s.Name = Canonical(fn)
	})
}

// ofGen reports whether a type embeds what generated types embed, or has a field of
// such a type that is named as its type is:
//
//	type user struct {
//		userDo userDo
//		ID     field.Int64
//	}
func ofGen(n *types.Named, depth int) bool {
	switch u := n.Underlying().(type) {
	case *types.Struct:
		for f := range u.Fields() {
			e := namedType(f.Type())
			if e == nil || e.Obj().Pkg() == nil || f.Name() != e.Obj().Name() {
				continue
			}
			if e.Obj().Pkg().Path() == genPath {
				return e.Obj().Name() == "DO" || e.Obj().Name() == "GenericsDo"
			}
			if depth > 1 && ofGen(e, depth-1) {
				return true
			}
		}
	case *types.Interface:
		for e := range u.EmbeddedTypes() {
			if e := namedType(e); e != nil && e.Obj().Pkg() != nil && e.Obj().Pkg().Path() == genPath {
				return true
			}
		}
	}
	return false
}
