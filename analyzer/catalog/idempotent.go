package catalog

import "go/types"

// idempotent files releases that are harmless after the end: a deferred
// Rollback behind a Commit.
func (b *builder) idempotent() {
	if !b.inFamily() {
		return
	}
	for _, r := range b.refs() {
		b.c.again[r.full()] = true
	}
}

// Idempotent reports whether a method ends what it is called on, and does
// nothing when that has ended already.
func (c *Catalog) Idempotent(fn *types.Func) bool { return c.again[Canonical(fn)] }
