package catalog

import (
	"slices"
	"strings"
)

// registration reads KIND and flags. The first word may also be a role.
func (b *builder) registration(words []string) (Registration, bool) {
	reg := Registration{Framework: b.framework(), Own: b.bl.own}
	for i, word := range words {
		key, value, assigned := strings.Cut(word, "=")
		switch {
		case word == "trap":
			reg.Trap = true
		case key == "http" && assigned:
			reg.Method = value
		case key == "methods" && assigned:
			reg.Methods = strings.Split(value, ",")
		case key == "unless" && assigned:
			reg.Unless = strings.Split(value, ",")
		case i == 0 && word == "wire":
			reg.Role, reg.Kind = Middleware, Request
		case i == 0 && word == "inherit":
			reg.Role = Inherit
		case i == 0 && entryOf(word) != NoEntry:
			reg.Kind = entryOf(word)
		default:
			b.errorf("unknown kind or flag %q", word)
			return reg, false
		}
	}
	return reg, true
}

// register files what a call does with the functions it is given.
func (b *builder) register() {
	refs := b.refs()
	if refs == nil {
		return
	}
	if len(b.row.args) < 2 {
		b.errorf("%s needs an argument: arg0 or args", b.row.word)
		return
	}
	arg, ok := number(b.row.args[1], "arg")
	if b.row.args[1] == "args" {
		arg, ok = -1, true
	}
	if !ok {
		b.errorf("%q is not an argument such as arg0 or args", b.row.args[1])
		return
	}
	reg, ok := b.registration(b.row.args[2:])
	if !ok {
		return
	}
	switch b.row.word {
	case "wire":
		reg.Role, reg.Kind = Middleware, Request
	case "inherit":
		reg.Role = Inherit
	case "once":
		reg.Role = Once
	default:
		if reg.Kind == NoEntry && !reg.Trap {
			b.errorf("register needs a kind")
			return
		}
	}
	reg.Arg = arg
	for _, r := range refs {
		s, reg := b.symbol(r), reg
		if reg.Kind == Request && reg.Role == Handler && reg.Method == "" {
			reg.Method = httpMethod(r.bare())
		}
		s.Register = append(s.Register, reg)
	}
}

// httpMethod is the method that a registration's own name implies.
func httpMethod(name string) string {
	switch name {
	case "Get", "GET":
		return "GET"
	case "Head", "HEAD":
		return "HEAD"
	case "Post", "POST":
		return "POST"
	case "Put", "PUT":
		return "PUT"
	case "Patch", "PATCH":
		return "PATCH"
	case "Delete", "DELETE":
		return "DELETE"
	case "Options", "OPTIONS":
		return "OPTIONS"
	case "Connect", "CONNECT":
		return "CONNECT"
	case "Trace", "TRACE":
		return "TRACE"
	}
	return ""
}

// field files function-valued fields of a struct.
func (b *builder) field() {
	if len(b.row.args) < 3 {
		b.errorf("field needs a type, names and a kind")
		return
	}
	_, ti, ok := b.typ(b.row.args[0])
	if !ok {
		return
	}
	reg, ok := b.registration(b.row.args[2:])
	if !ok {
		return
	}
	if ti.fields == nil {
		ti.fields = map[string]*Registration{}
	}
	for name := range strings.SplitSeq(b.row.args[1], ",") {
		if ti.fields[name] != nil {
			b.errorf("field %s of %s is listed twice", name, b.row.args[0])
			continue
		}
		ti.fields[name] = &reg
	}
}

// entry reads KIND or "middleware" as a shape.
func (b *builder) entry(word string) (*Shape, bool) {
	if word == "middleware" {
		return &Shape{Framework: b.framework(), Kind: Request, Role: Middleware, Own: b.bl.own}, true
	}
	kind := entryOf(word)
	if kind == NoEntry {
		b.errorf("unknown kind %q", word)
		return nil, false
	}
	return &Shape{Framework: b.framework(), Kind: kind, Own: b.bl.own}, true
}

// function files handler, middleware and signature rows.
func (b *builder) function() {
	args := b.row.args
	if b.row.word == "middleware" && len(args) > 0 && entryOf(args[0]) == NoEntry {
		args = append([]string{"request"}, args...) // of handlers of requests, unless it says otherwise
	}
	if b.row.word == "glue" {
		if len(args) != 1 {
			b.errorf("glue needs a function type")
			return
		}
		b.signature(args[0], nil, nil)
		return
	}
	if len(args) < 2 {
		b.errorf("%s needs a kind and a type", b.row.word)
		return
	}
	shape, ok := b.entry(args[0])
	if !ok {
		return
	}
	if b.row.word == "middleware" {
		shape.Role = Middleware
	}
	if b.row.word == "signature" {
		b.signature(args[1], shape, nil)
		return
	}
	_, ti, ok := b.typ(args[1])
	if !ok {
		return
	}
	ti.handler = shape
	if len(args) > 2 {
		b.signature(args[2], shape, ti)
	}
}

// signature files a function type under the package that gives it away, and
// under the named type that has it, if any. A nil shape says: no entry point.
func (b *builder) signature(signature string, shape *Shape, ti *typeInfo) {
	p, err := parseType(signature, b.paths)
	if err == nil && p.op != function {
		b.errorf("%q is not a function type", signature)
		return
	}
	if err != nil {
		b.errorf("%v", err)
		return
	}
	if ti != nil {
		ti.under = p
	}
	key := keyPath(p)
	if key == "" {
		b.errorf("no parameter of %s has a type of a framework", signature)
		return
	}
	info := b.pkg(key)
	for i := range info.sigs {
		if !info.sigs[i].pattern.equal(p) {
			continue
		}
		if info.sigs[i].framework != b.framework() { // else an older path of the same framework
			b.errorf("signature %s is recognised for %s already", signature, info.sigs[i].framework)
		}
		return
	}
	info.sigs = append(info.sigs, sigRule{p, shape, b.framework()})
}

// keyPath is the package under which a signature is found: the last one among
// the parameters that is not the standard library's, else the last one but for
// context, which identifies nothing.
func keyPath(p *pattern) string {
	key := ""
	for _, param := range p.params {
		for param.op == pointer || param.op == slice {
			param = param.elem
		}
		if param.op != named || param.path == "context" {
			continue
		}
		if key == "" || !standard(param.path) {
			key = param.path
		}
	}
	return key
}

// standard reports whether a path is the standard library's: no dot in its
// first element.
func standard(path string) bool {
	first, _, _ := strings.Cut(path, "/")
	return !strings.Contains(first, ".")
}

// typed files param, interface and embedded rows.
func (b *builder) typed() {
	args := b.row.args
	if len(args) < 2 {
		b.errorf("%s needs a kind and a type", b.row.word)
		return
	}
	shape, ok := b.entry(args[0])
	if !ok {
		return
	}
	_, ti, ok := b.typ(args[1])
	if !ok {
		return
	}
	if len(args) > 2 {
		shape.Methods = strings.Split(args[2], ",")
	}
	switch b.row.word {
	case "param":
		ti.param = shape
	case "embedded":
		ti.embedded = shape
	default:
		if shape.Methods == nil {
			b.errorf("interface needs its methods")
			return
		}
		ti.iface = shape
	}
}

// generator switches on the recognition of one kind of generated code.
func (b *builder) generator() {
	if len(b.row.args) != 1 {
		b.errorf("generated wants one shape")
		return
	}
	match := serverShapes(b.row.args[0])
	if match == nil {
		b.errorf("unknown shape %q", b.row.args[0])
		return
	}
	same := func(g generator) bool { return g.framework == b.framework() && g.shape == b.row.args[0] }
	if !slices.ContainsFunc(b.c.generated, same) { // else an older path of the same framework
		b.c.generated = append(b.c.generated, generator{b.framework(), b.row.args[0], match})
	}
}
