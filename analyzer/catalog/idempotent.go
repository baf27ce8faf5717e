package catalog

import "go/types"

// idempotent files releases that are harmless after the end: a deferred
// Rollback behind a Commit.
func (b *builder) idempotent() {
	if !b.inFamily() {
		return
	}
	for _, r := range b.refs() {
		info := b.pkg(r.path)
		if info.again == nil {
			info.again = map[string]bool{}
		}
		info.again[r.name] = true
	}
}

// Idempotent reports whether a method ends what it is called on, and does
// nothing when that has ended already.
func (c *Catalog) Idempotent(fn *types.Func) bool {
	fn = fn.Origin()
	if fn.Pkg() == nil {
		return false
	}
	info := c.known.info(fn.Pkg().Path())
	var buf [128]byte
	return info != nil && info.again[string(appendName(buf[:0], fn))]
}
