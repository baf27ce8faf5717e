package catalog

import (
	"slices"
)

// This file reads what a configuration adds to the data, and takes from it.

// OwnRows is what LineError calls the rows of a configuration.
const OwnRows = "configuration"

func parseOwn(rows string) ([]*block, error) {
	if rows == "" {
		return nil, nil
	}
	blocks, err := parse(OwnRows, rows)
	for _, b := range blocks {
		b.own = true
	}
	return blocks, err
}

// CheckFamilies says what is wrong with Options.Families.
func CheckFamilies(option string) error {
	_, err := Load(Options{Families: option})
	return err
}

// CheckSignature says what is wrong with a function type that is to be
// recognised, as rows write it; paths resolves the short names in it.
func CheckSignature(signature string, paths map[string]string) error {
	b := &builder{c: &Catalog{}, all: newWhole(), bl: &block{}, paths: paths}
	b.signature(signature, nil, nil)
	for _, err := range b.errs {
		return err
	}
	return nil
}

// remove makes a symbol of the data mean nothing.
func (b *builder) remove() {
	if len(b.row.args) == 0 {
		b.errorf("remove needs a symbol")
		return
	}
	if p, err := parseType(b.row.args[0], b.paths); err == nil && p.op == function {
		b.removeSignature(p)
		return
	}
	found, refs := false, b.refs()
	for _, r := range refs {
		found = b.removeRef(r) || found || b.left[r.path]
	}
	if !found && refs != nil {
		b.errorf("the catalog says nothing of %s", refs[0].full())
	}
}

// removeRef reports whether there was something to remove.
func (b *builder) removeRef(r ref) bool {
	info := b.all.packages[r.path]
	if info == nil {
		return false
	}
	_, function := info.funcs[r.name]
	_, typ := info.types[r.name]
	if function || info.framework != "" && !typ {
		delete(info.funcs, r.name)
		if info.removed == nil {
			info.removed = map[string]bool{}
		}
		info.removed[r.name] = true
	}
	delete(info.types, r.name)
	b.forget(r)
	return function || typ || info.framework != ""
}

// forget takes a function from those that comments are searched for.
func (b *builder) forget(r ref) {
	for key, names := range b.all.names {
		if i := slices.Index(names, r.full()); i >= 0 {
			b.all.names[key] = slices.Delete(names, i, i+1)
		}
	}
}

func (b *builder) removeSignature(p *pattern) {
	info := b.all.packages[keyPath(p)]
	same := func(s sigRule) bool { return s.pattern.equal(p) }
	if info == nil || !slices.ContainsFunc(info.sigs, same) {
		b.errorf("the catalog has no such signature")
		return
	}
	info.sigs = slices.DeleteFunc(info.sigs, same)
}
