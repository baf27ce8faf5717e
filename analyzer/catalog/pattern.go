package catalog

import (
	"errors"
	"fmt"
	"go/types"
	"slices"
	"strings"
)

// pattern is a type as the data writes it, ready to be compared with a real
// one. Type arguments do not count: *connect.Request is every *Request[T].
type pattern struct {
	op       patternOp
	path     string // named
	name     string // named or universe
	elem     *pattern
	params   []*pattern
	results  []*pattern
	variadic bool
}

type patternOp uint8

const (
	anyType  patternOp = iota // _
	named                     // http.Request
	universe                  // string, error, any
	pointer
	slice
	mapType // values only: keys never identify anything
	channel
	function
)

// match reports whether t is written p. A named function type of a framework
// also accepts the plain function type under it.
func (c *Catalog) match(p *pattern, t types.Type) bool {
	t = types.Unalias(t)
	switch p.op {
	case anyType:
		return true
	case named:
		return c.matchNamed(p, t)
	case universe:
		return matchUniverse(p.name, t)
	case pointer:
		t, ok := t.(*types.Pointer)
		return ok && c.match(p.elem, t.Elem())
	case slice:
		t, ok := t.(*types.Slice)
		return ok && c.match(p.elem, t.Elem())
	case mapType:
		t, ok := t.(*types.Map)
		return ok && c.match(p.elem, t.Elem())
	case channel:
		t, ok := t.(*types.Chan)
		return ok && c.match(p.elem, t.Elem())
	}
	sig, ok := t.(*types.Signature)
	return ok && c.matchSignature(p, sig)
}

func (c *Catalog) matchNamed(p *pattern, t types.Type) bool {
	switch t := t.(type) {
	case *types.Named:
		obj := t.Obj()
		return obj.Name() == p.name && obj.Pkg() != nil && obj.Pkg().Path() == p.path
	case *types.Signature:
		if info := c.known.info(p.path); info != nil {
			if ti := info.types[p.name]; ti != nil && ti.under != nil {
				return c.matchSignature(ti.under, t)
			}
		}
	}
	return false
}

func matchUniverse(name string, t types.Type) bool {
	switch t := t.(type) {
	case *types.Basic:
		return t.Name() == name || name == "byte" && t.Kind() == types.Byte
	case *types.Named: // error
		return t.Obj().Pkg() == nil && t.Obj().Name() == name
	case *types.Interface:
		return name == "any" && t.Empty()
	}
	return false
}

func (c *Catalog) matchSignature(p *pattern, sig *types.Signature) bool {
	return sig.Variadic() == p.variadic && c.matchTuple(p.params, sig.Params()) && c.matchTuple(p.results, sig.Results())
}

func (c *Catalog) matchTuple(ps []*pattern, tuple *types.Tuple) bool {
	if len(ps) != tuple.Len() {
		return false
	}
	for i, p := range ps {
		if !c.match(p, tuple.At(i).Type()) {
			return false
		}
	}
	return true
}

// equal reports whether two patterns accept the same types.
func (p *pattern) equal(q *pattern) bool {
	if p == nil || q == nil {
		return p == q
	}
	return p.op == q.op && p.path == q.path && p.name == q.name && p.variadic == q.variadic && p.elem.equal(q.elem) &&
		slices.EqualFunc(p.params, q.params, (*pattern).equal) && slices.EqualFunc(p.results, q.results, (*pattern).equal)
}

// typeParser reads the data's type syntax.
type typeParser struct {
	rest  string
	paths map[string]string
}

// parseType reads a whole type.
func parseType(s string, paths map[string]string) (*pattern, error) {
	tp := &typeParser{s, paths}
	p, err := tp.typ()
	if err == nil && tp.rest != "" {
		err = fmt.Errorf("unexpected %q after the type", tp.rest)
	}
	return p, err
}

func (tp *typeParser) eat(s string) bool {
	rest, ok := strings.CutPrefix(tp.rest, s)
	if ok {
		tp.rest = strings.TrimLeft(rest, " ")
	}
	return ok
}

func (tp *typeParser) typ() (*pattern, error) {
	switch {
	case tp.eat("*"):
		return tp.wrap(pointer)
	case tp.eat("[]"):
		return tp.wrap(slice)
	case tp.eat("map[string]"):
		return tp.wrap(mapType)
	case tp.eat("<-chan "), tp.eat("chan "):
		return tp.wrap(channel)
	case tp.eat("func("):
		return tp.function()
	}
	return tp.word()
}

func (tp *typeParser) wrap(op patternOp) (*pattern, error) {
	elem, err := tp.typ()
	return &pattern{op: op, elem: elem}, err
}

func (tp *typeParser) word() (*pattern, error) {
	end := strings.IndexAny(tp.rest, " ,()")
	if end < 0 {
		end = len(tp.rest)
	}
	word := tp.rest[:end]
	tp.eat(word)
	pkg, name, qualified := strings.Cut(word, ".")
	switch {
	case word == "_":
		return &pattern{op: anyType}, nil
	case word == "" || qualified && (pkg == "" || name == ""):
		return nil, fmt.Errorf("a type is missing before %q", tp.rest)
	case !qualified:
		if types.Universe.Lookup(word) == nil {
			return nil, fmt.Errorf("%q is not a type", word)
		}
		return &pattern{op: universe, name: word}, nil
	}
	path, ok := tp.paths[pkg]
	if !ok && pkg == "context" { // too common to import in every block
		path, ok = pkg, true
	}
	if !ok {
		return nil, fmt.Errorf("package %s is not imported", pkg)
	}
	return &pattern{op: named, path: path, name: name}, nil
}

func (tp *typeParser) function() (*pattern, error) {
	p := &pattern{op: function}
	var err error
	if p.params, p.variadic, err = tp.list(); err != nil {
		return nil, err
	}
	switch {
	case tp.eat("("):
		p.results, _, err = tp.list()
	case tp.rest != "" && tp.rest[0] != ',' && tp.rest[0] != ')':
		var r *pattern
		r, err = tp.typ()
		p.results = []*pattern{r}
	}
	return p, err
}

// list reads types up to and with the closing parenthesis.
func (tp *typeParser) list() (ps []*pattern, variadic bool, err error) {
	for !tp.eat(")") {
		if len(ps) > 0 && !tp.eat(",") {
			if tp.rest == "" {
				return nil, false, errors.New("a ) is missing at the end")
			}
			return nil, false, fmt.Errorf("a comma or ) is missing before %q", tp.rest)
		}
		variadic = tp.eat("...")
		p, err := tp.typ()
		if err != nil {
			return nil, false, err
		}
		if variadic {
			p = &pattern{op: slice, elem: p}
		}
		ps = append(ps, p)
	}
	return ps, variadic, nil
}
