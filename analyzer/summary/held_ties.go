package summary

import (
	"go/ast"
	"go/token"
	"go/types"
	"maps"
)

// ties map an error (or the bool of a comma-ok form) to the slots that are
// empty when it is set (or false).
type ties map[types.Object]tie

type tie struct {
	slots Slots
	ok    bool // a flag: of the comma-ok form, or own := tx == nil
	when  bool // what the flag is when the slots are empty
	void  bool // says nothing any more: paths with different meanings have met
}

// moved: what was taken is somebody else's to end, or has ended.
func (s *heldState) moved(x Slots) {
	s.open &^= x
	s.gone |= x
}

func (s *heldState) tie(o types.Object, t tie) {
	if o == nil {
		return
	}
	next := maps.Clone(s.ties)
	if next == nil {
		next = ties{}
	}
	next[o] = t
	s.ties = next
}

func (s *heldState) untie(o types.Object) {
	if _, ok := s.ties[o]; ok {
		s.ties = maps.Clone(s.ties)
		delete(s.ties, o)
	}
}

// tieResults: tx, err := db.Begin(), and tx, ok := ctx.Value(key).(*sql.Tx).
func (f *flowFunc) tieResults(ls []ast.Expr, r ast.Expr, st *heldState) {
	last := f.object(ls[len(ls)-1])
	if last == nil {
		return
	}
	t := last.Type()
	switch c, isCall := ast.Unparen(r).(*ast.CallExpr); {
	case isCall && f.nextOfRows(c) != 0: // Have: if ok := rows.Next(); !ok { return }
		st.tie(last, tie{slots: f.nextOfRows(c), ok: true})
	case isErrorType(t) && isCall:
		if s := f.calls[c] | f.scanOfRows(c); s != 0 {
			st.tie(last, tie{slots: s})
		}
	case types.Identical(t.Underlying(), types.Typ[types.Bool]):
		if s := f.eval(r); s != 0 {
			st.tie(last, tie{slots: s, ok: true, when: f.assertsPool(r)})
		} else if b, isBinary := ast.Unparen(r).(*ast.BinaryExpr); isBinary && f.isNil(b.Y) {
			st.tie(last, tie{slots: f.eval(b.X), ok: true, when: b.Op == token.EQL})
		}
	}
}

// translated is what an error says that was made from another one: nothing makes
// an error out of nil.
//
// Have: err = convert(err), and: if e := wrap("query", err); e != nil { return e }
func (f *flowFunc) translated(ls, rs []ast.Expr, st *heldState) (tie, bool) {
	if len(ls) != 1 || len(rs) != 1 || !isErrorType(f.b.typeOf(ls[0])) {
		return tie{}, false
	}
	c, ok := ast.Unparen(rs[0]).(*ast.CallExpr)
	if !ok || f.calls[c] != 0 {
		return tie{}, false
	}
	for _, a := range c.Args {
		if !isErrorType(f.b.typeOf(a)) {
			continue
		}
		if t, ok := st.ties[f.object(a)]; ok && !t.ok && !t.void {
			return t, true
		}
	}
	return tie{}, false
}

// joinTies is what errors and flags say where two paths meet, and whether that
// is what they say on the first.
func joinTies(s, o *heldState) (joined ties, same bool) {
	joined, same = s.ties, true
	set := func(k types.Object, t tie) {
		if same {
			joined, same = maps.Clone(joined), false
		}
		if joined == nil {
			joined = ties{}
		}
		joined[k] = t
	}
	for k, t := range s.ties {
		if j := t.join(o.ties[k], s, o); j != t {
			set(k, j)
		}
	}
	for k, t := range o.ties {
		if _, ok := s.ties[k]; !ok {
			set(k, t.join(tie{}, o, s))
		}
	}
	return joined, same
}

// join: a tie that one path knows holds on both if its slots are empty on the
// other one anyway.
//
//	if archived {
//		rows, err = old.Query(q)
//	} else {
//		rows, err = db.Query(q)
//	}
//	if err != nil { return err } // neither is open
func (t tie) join(u tie, onT, onU *heldState) tie {
	if u.slots != 0 && (u.ok != t.ok || u.when != t.when) {
		t.void = true
	}
	if t.slots&^u.slots&(onU.open|onU.held) != 0 || u.slots&^t.slots&(onT.open|onT.held) != 0 {
		t.void = true
	}
	if t.void || u.void {
		return tie{ok: t.ok, when: t.when, void: true}
	}
	t.slots |= u.slots
	return t
}
