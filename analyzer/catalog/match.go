package catalog

import (
	"go/types"
	"slices"
	"strings"
)

// Func is what the catalog says of a function or method, or nil. A call of a
// promoted method is a call of the method that it resolves to.
func (c *Catalog) Func(fn *types.Func) *Symbol {
	fn = fn.Origin()
	pkg := fn.Pkg()
	if pkg == nil {
		return nil
	}
	info := c.known.info(pkg.Path())
	if info == nil {
		return c.generatedFunc(fn)
	}
	var buf [128]byte
	name := appendName(buf[:0], fn)
	if info.removed[string(name)] {
		return nil
	}
	sym := info.funcs[string(name)]
	if info.framework == "" || !c.takesHandler(fn.Signature()) {
		if sym == nil {
			return c.generatedFunc(fn)
		}
		return sym
	}
	return c.derive(info, fn, sym)
}

// takesHandler reports whether a parameter's declared type is one of a handler.
func (c *Catalog) takesHandler(sig *types.Signature) bool {
	for p := range sig.Params().Variables() {
		if c.handlerType(p.Type()) != nil {
			return true
		}
	}
	return false
}

// handlerType is the shape of values of a parameter's type: a handler type or
// interface that a framework declares, a plain function with an unmistakable
// signature, or a list of those.
func (c *Catalog) handlerType(t types.Type) *Shape {
	t = types.Unalias(t)
	if s, ok := t.(*types.Slice); ok {
		t = types.Unalias(s.Elem())
	}
	switch t := t.(type) {
	case *types.Signature:
		return c.Signature(t)
	case *types.Named:
		if ti := c.typeInfo(t); ti != nil && ti.handler != nil {
			return ti.handler
		}
		return c.Interface(t)
	}
	return nil
}

// derive adds to a framework's function what the types of its parameters say.
// Rows win over types. The result is kept: the same function is asked for again.
func (c *Catalog) derive(info *pkgInfo, fn *types.Func, listed *Symbol) *Symbol {
	return c.keep(Canonical(fn), func(s *Symbol) {
		if listed != nil {
			*s = *listed
		}
		s.Register = slices.Clone(s.Register)
		for i := range fn.Signature().Params().Len() {
			shape := c.handlerType(fn.Signature().Params().At(i).Type())
			if shape == nil || registers(s.Register, i) {
				continue
			}
			reg := Registration{Framework: info.framework, Arg: i, Role: shape.Role, Kind: shape.Kind, Methods: shape.Methods, Kinds: shape.Kinds}
			if reg.Kind == Request && reg.Role == Handler {
				reg.Method = httpMethod(fn.Name())
			}
			s.Register = append(s.Register, reg)
		}
	})
}

func registers(regs []Registration, arg int) bool {
	for _, r := range regs {
		if r.Arg == arg || r.Arg < 0 {
			return true
		}
	}
	return false
}

// typeInfo is the entry of a named type, or nil.
func (c *Catalog) typeInfo(n *types.Named) *typeInfo {
	obj := n.Obj()
	if obj.Pkg() == nil {
		return nil
	}
	info := c.known.info(obj.Pkg().Path())
	if info == nil {
		return nil
	}
	return info.types[obj.Name()]
}

// namedType is t without aliases and pointers, if it is named.
func namedType(t types.Type) *types.Named {
	t = types.Unalias(t)
	if p, ok := t.(*types.Pointer); ok {
		t = types.Unalias(p.Elem())
	}
	n, _ := t.(*types.Named)
	return n
}

// HandlerType is the shape of a named function type that a framework declares:
// a function converted to it, stored in a variable or returned as it, is a
// handler even when its plain signature says nothing (endpoint.Endpoint).
func (c *Catalog) HandlerType(t types.Type) *Shape {
	n, ok := types.Unalias(t).(*types.Named)
	if !ok {
		return nil
	}
	ti := c.typeInfo(n)
	if ti == nil {
		return nil
	}
	return ti.handler
}

// Literal is the acquisition that a composite literal of type t makes, or nil.
func (c *Catalog) Literal(t types.Type) *Acquisition {
	n := namedType(t)
	if n == nil {
		return nil
	}
	ti := c.typeInfo(n)
	if ti == nil {
		return nil
	}
	return ti.literal
}

// Field says what becomes of a function (or handler object) stored in a field
// of struct type t, by literal or by assignment; nil when nothing is known.
func (c *Catalog) Field(t types.Type, field string) *Registration {
	n := namedType(t)
	if n == nil {
		return nil
	}
	if ti := c.typeInfo(n); ti != nil {
		return ti.fields[field]
	}
	return c.generatedField(n)
}

// Signature recognises an entry point by the types of its parameters alone; the
// receiver does not count. The first exact signature wins over a parameter type.
func (c *Catalog) Signature(sig *types.Signature) *Shape {
	var byParam *Shape
	for p := range sig.Params().Variables() {
		t := types.Unalias(p.Type())
		if s, ok := t.(*types.Slice); ok {
			t = s.Elem()
		}
		n := namedType(t)
		if n == nil || n.Obj().Pkg() == nil {
			continue
		}
		info := c.known.info(n.Obj().Pkg().Path())
		if info != nil {
			for i := range info.sigs {
				if c.matchSignature(info.sigs[i].pattern, sig) {
					return info.sigs[i].shape
				}
			}
		}
		if byParam == nil {
			byParam = c.paramType(n, 0)
		}
	}
	if byParam == nil && len(c.generated) > 0 {
		return c.responderSignature(sig)
	}
	return byParam
}

// paramType is the shape that a parameter's type alone gives: its own, or that
// of an interface it embeds (pre-generic gRPC streams embed grpc.ServerStream).
func (c *Catalog) paramType(n *types.Named, depth int) *Shape {
	if ti := c.typeInfo(n); ti != nil && ti.param != nil {
		return ti.param
	}
	iface, ok := n.Underlying().(*types.Interface)
	if !ok || depth > 3 {
		return nil
	}
	for t := range iface.EmbeddedTypes() {
		if e, ok := types.Unalias(t).(*types.Named); ok {
			if s := c.paramType(e, depth+1); s != nil {
				return s
			}
		}
	}
	return nil
}

// Interface says which methods of a named interface are entry points of
// whatever concrete type is converted to it; nil when none is.
func (c *Catalog) Interface(t types.Type) *Shape {
	n, ok := types.Unalias(t).(*types.Named)
	if !ok || n.Obj().Pkg() == nil {
		return nil
	}
	iface, ok := n.Underlying().(*types.Interface)
	if !ok {
		return nil
	}
	if ti := c.typeInfo(n); ti != nil && ti.iface != nil {
		return ti.iface
	}
	return c.generatedInterface(n, iface)
}

// Embedded recognises a struct type by the controller that it embeds, directly
// or through types of the program.
func (c *Catalog) Embedded(t types.Type) *Shape {
	n := namedType(t)
	if n == nil {
		return nil
	}
	return c.embedded(n, 0)
}

func (c *Catalog) embedded(n *types.Named, depth int) *Shape {
	s, ok := n.Underlying().(*types.Struct)
	if !ok || depth > 5 {
		return nil
	}
	for f := range s.Fields() {
		if !f.Embedded() {
			continue
		}
		e := namedType(f.Type())
		if e == nil {
			continue
		}
		if ti := c.typeInfo(e); ti != nil && ti.embedded != nil {
			return ti.embedded
		}
		if shape := c.unimplemented(e); shape != nil {
			return shape
		}
		if shape := c.embedded(e, depth+1); shape != nil {
			return shape
		}
	}
	return nil
}

// Covers reports whether registering an object makes this method of it an entry
// point, and of which kind. Without Methods every exported method counts: the
// caller narrows them to the parameter's interface if it has one.
func (r *Registration) Covers(m *types.Func) (EntryKind, bool) {
	return covers(r.Kind, r.Methods, r.Kinds, m)
}

// Covers is the same for a type recognised by itself.
func (s *Shape) Covers(m *types.Func) (EntryKind, bool) {
	return covers(s.Kind, s.Methods, s.Kinds, m)
}

func covers(kind EntryKind, methods []string, kinds []EntryKind, m *types.Func) (EntryKind, bool) {
	if !m.Exported() {
		return NoEntry, false
	}
	for i, want := range methods {
		prefix, open := strings.CutSuffix(want, "*")
		switch {
		case want == "rpc":
			return kind, rpcMethod(m.Signature())
		case want == m.Name(), open && strings.HasPrefix(m.Name(), prefix):
			if kinds != nil {
				kind = kinds[i]
			}
			return kind, true
		}
	}
	return kind, len(methods) == 0
}

// rpcMethod is what net/rpc asks of a method: func(args, *reply) error.
func rpcMethod(sig *types.Signature) bool {
	if sig.Params().Len() != 2 || sig.Results().Len() != 1 {
		return false
	}
	_, reply := types.Unalias(sig.Params().At(1).Type()).(*types.Pointer)
	return reply && types.Identical(sig.Results().At(0).Type(), types.Universe.Lookup("error").Type())
}
