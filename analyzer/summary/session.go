package summary

import "go/types"

// sessionType reports whether a value of type t is a session or transaction
// that somebody began: its methods end it either way. A pool has neither.
//
// The shape is that of *sql.Tx, pgx.Tx, *ent.Tx, *xorm.Session and of nearly
// every unit of work that people write: Commit and Rollback. *gorm.DB has both
// as well, and is left out: it is the pool's type, too.
func (b *builder) sessionType(t types.Type) bool {
	is, ok := b.sessions[t]
	if !ok {
		is = b.ends(t)
		b.sessions[t] = is
	}
	return is
}

func (b *builder) ends(t types.Type) bool {
	n := namedOf(t)
	if n == nil || isTypeParam(t) || b.in.Catalog.Either(n) {
		return false
	}
	return b.in.Catalog.SessionType(n) || has(t, "Commit", "Rollback") &&
		!has(t, "Deadline") && !b.carriesRequest(t, 2) // a context that ends what it finds in itself is none
}

// either reports whether a type is that of a pool and of a transaction by turns:
// what begins one is of the same type.
//
//	type Store interface {
//		BeginTx(ctx context.Context) (Store, error)
//		Commit() error
//		Rollback() error
//	}
//
// The types of drivers that look so are transactions, on which Begin is a savepoint.
func (b *builder) either(n *types.Named) bool {
	if n.Obj().Pkg() == nil || b.in.Catalog.Either(n) {
		return n.Obj().Pkg() != nil
	}
	if b.in.Catalog.Names(n.Obj().Pkg().Path()) {
		return false
	}
	for _, name := range [...]string{"Begin", "BeginTx", "BeginTX", "BeginTransaction", "StartTransaction"} {
		o, _, _ := types.LookupFieldOrMethod(n, true, nil, name)
		if fn, ok := o.(*types.Func); ok && fn.Signature().Results().Len() > 0 && namedOf(fn.Signature().Results().At(0).Type()) == n {
			return true
		}
	}
	return false
}

// begunType reports whether a session type's values are begun for sure. A unit
// of work that keeps the pool beside its transaction may begin on first use.
func (b *builder) begunType(t types.Type) bool {
	is, ok := b.begun[t]
	if !ok {
		is = b.sessionType(t) && !b.either(namedOf(t)) && b.begunFor(t)
		b.begun[t] = is
	}
	return is
}

func (b *builder) begunFor(t types.Type) bool {
	n := namedOf(t)
	if n == nil {
		return true
	}
	s, ok := n.Underlying().(*types.Struct)
	if !ok || !b.analysedPkg(n.Obj().Pkg()) {
		return true
	}
	for f := range s.Fields() {
		if begins(f.Type()) && !b.sessionType(f.Type()) {
			return false
		}
	}
	return true
}

// embedsPool reports whether a type is a pool with methods of the program's own.
//
// Have: type LoggedDB struct{ *sqlx.DB }
func (b *builder) embedsPool(t types.Type) bool {
	n := namedOf(t)
	if n == nil {
		return false
	}
	s, ok := n.Underlying().(*types.Struct)
	if !ok {
		return false
	}
	for f := range s.Fields() {
		e := namedOf(f.Type())
		if f.Embedded() && e != nil && e.Obj().Pkg() != nil && !types.IsInterface(e) && b.in.Catalog.Names(e.Obj().Pkg().Path()) &&
			begins(f.Type()) && !b.sessionType(f.Type()) && !b.in.Catalog.Either(e) {
			return true
		}
	}
	return false
}
