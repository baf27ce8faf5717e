package catalog

import "go/types"

// typeMarks files the rows that only name types.
func (b *builder) typeMarks() {
	for _, arg := range b.row.args {
		_, ti, ok := b.typ(arg)
		if !ok {
			continue
		}
		switch b.row.word {
		case "sessiontype":
			ti.session = true
		case "either":
			ti.either = true
		case "filled":
			ti.filled = true
		}
	}
}

// SessionType reports whether a configuration says that values of a type are
// sessions or transactions that somebody began.
func (c *Catalog) SessionType(n *types.Named) bool {
	ti := c.typeInfo(n)
	return ti != nil && ti.session
}

// Either reports whether a type is that of a pool and of a transaction by turns.
func (c *Catalog) Either(n *types.Named) bool {
	ti := c.typeInfo(n)
	return ti != nil && ti.either
}

// Filled reports whether a container fills the fields of structs that embed a type.
func (c *Catalog) Filled(n *types.Named) bool {
	ti := c.typeInfo(n)
	return ti != nil && ti.filled
}
