package summary

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"github.com/sessionlint/sessionlint/analyzer/catalog"
)

// catalogued does what the catalog says of the callee.
func (b *builder) catalogued(c *ast.CallExpr, t *callee, rec *Call, args []Node) {
	s := t.sym
	if takesCallOptions(t.sig) {
		b.decl.points = true
	}
	if s == nil {
		return
	}
	if s.Query || s.Sends || s.Waits {
		b.decl.points = true
	}
	if s.Stream || b.streamArgument(c, s.StreamIf) {
		b.fn.f.Flags |= IsStream
	}
	if s.Loop && b.fn.f.Shape == catalog.NoEntry {
		b.fn.f.Shape, b.fn.f.Framework = catalog.Background, b.str("consumer loop")
	}
	if s.Next {
		b.fn.f.Flags |= CallsNext
	}
	if s.Acquire != nil && !borrows(c, s.Acquire) {
		rec.Catalogued = true
		b.acquisition(c, t, s.Acquire, rec)
	}
	for i := range s.Register {
		b.register(c, t, &s.Register[i], rec, args)
	}
}

func (b *builder) acquisition(c *ast.CallExpr, t *callee, a *catalog.Acquisition, rec *Call) {
	fs := b.fn
	fs.f.Acqs = append(fs.f.Acqs, Acq{
		Symbol: b.str(a.Symbol), Kind: a.Kind, Auto: a.Auto, Nested: a.Nested, Mode: rec.Mode, Pos: rec.Pos, InLoop: rec.InLoop, When: b.when(), Given: b.given(),
	})
	b.decl.record(b, c, t, resRecord{fs: fs, acq: len(fs.f.Acqs), receiver: a.Origin == catalog.Receiver})
	b.decl.acqIndex[c] = len(fs.f.Acqs)
	b.decl.taken = append(b.decl.taken, callRef{fs: fs, call: c, index: len(fs.f.Acqs), acq: a})
}

// borrows reports whether a call wraps a pool that is there already instead of
// opening one: gorm.Open(postgres.New(postgres.Config{Conn: db})).
func borrows(c *ast.CallExpr, a *catalog.Acquisition) bool {
	if a.Wraps == "" {
		return false
	}
	found := false
	for _, arg := range c.Args {
		ast.Inspect(arg, func(n ast.Node) bool {
			if kv, ok := n.(*ast.KeyValueExpr); ok {
				id, ok := kv.Key.(*ast.Ident)
				found = found || ok && id.Name == a.Wraps
			}
			return !found
		})
	}
	return found
}

// literalAcquisition records redis.Pool{…}, kafka.Writer{…} and their like.
func (b *builder) literalAcquisition(e *ast.CompositeLit, t types.Type) {
	a := b.in.Catalog.Literal(t)
	if a == nil {
		return
	}
	fs := b.fn
	fs.f.Acqs = append(fs.f.Acqs, Acq{Symbol: b.str(a.Symbol), Kind: a.Kind, Pos: b.pos(e.Pos()), InLoop: fs.loops > 0, When: b.when(), Given: b.given()})
	b.decl.recordLiteral(b, e, resRecord{fs: fs, acq: len(fs.f.Acqs)})
}

// register turns the arguments of a registration into entry points.
func (b *builder) register(c *ast.CallExpr, t *callee, r *catalog.Registration, rec *Call, args []Node) {
	if r.Trap {
		b.perUse(t, r, args)
		return
	}
	if r.Role == catalog.Once {
		b.onceGuard(c, t, rec)
		return
	}
	if r.Role == catalog.Inherit {
		return // the boundary model's callback is exactly that
	}
	method, path := b.route(c, t, r.Method)
	base := 0
	if t.sel != nil && t.sel.Kind() == types.MethodVal {
		base = 1
	}
	for i, n := range args {
		idx, pt := paramAt(t.sig, i, c.Ellipsis.IsValid())
		if r.Arg >= 0 && idx != r.Arg {
			continue
		}
		if r.Kind == catalog.CLI && len(r.Methods) > 0 {
			b.taggedCommands(b.typeOf(c.Args[i]), r, rec.Pos, 4)
		}
		if n == 0 {
			continue
		}
		e := Entry{
			Node: n, Kind: r.Kind, Role: r.Role, Framework: b.str(r.Framework),
			Route: b.str(joinRoute(method, path)), Pos: rec.Pos, In: b.str(b.fn.id),
		}
		b.entryMethods(&e, r.Covers, r.Methods, b.typeOf(c.Args[i]), pt)
		b.out.Entries = append(b.out.Entries, e)
		if r.Kind == catalog.Factory && b.bindsInterface(c) {
			b.provides(b.typeOf(c.Args[i]))
		}
		if r.Role == catalog.Handler && (!t.known || r.Own) {
			rec.Args = dropArg(rec.Args, uint8(min(idx+base, 255)), n) // it runs later, not here
		}
	}
}

// bindsInterface reports whether a registration says which interface it is for:
// fx.Annotate(NewAdapter, fx.As(new(Saver))), c.Provide(NewAdapter, dig.As(new(Saver))).
func (b *builder) bindsInterface(c *ast.CallExpr) bool {
	return slices.ContainsFunc(c.Args, func(a ast.Expr) bool {
		as, ok := ast.Unparen(a).(*ast.CallExpr)
		if !ok {
			return false
		}
		fn := b.callee(as).fn
		return fn != nil && fn.Name() == "As"
	})
}

// provides converts what a constructor returns to the interfaces as which the
// container hands it out.
func (b *builder) provides(constructor types.Type) {
	sig, ok := constructor.Underlying().(*types.Signature)
	if !ok {
		return
	}
	for v := range sig.Results().Variables() {
		if t := v.Type(); !types.IsInterface(t) && hasMethods(t) {
			b.typeTable(t)
			b.source(b.local(), ConcreteType, b.typeName(t))
		}
	}
}

// perUse follows a constructor that a container runs at every use, keyed by
// the type that it makes: do.ProvideTransient[T](i, f) … do.Invoke[T](i).
func (b *builder) perUse(t *callee, r *catalog.Registration, args []Node) {
	inst, ok := b.in.Info.Instances[t.id]
	if !ok || r.Kind != catalog.Factory {
		return
	}
	for _, n := range args {
		b.flow(n, b.node(containerNode(t.fn, b.typeArgs(inst.TypeArgs))))
	}
}

// invokesContainer makes the call of a constructor that runs at every use.
func (b *builder) invokesContainer(t *callee, rec *Call) {
	inst, ok := b.in.Info.Instances[t.id]
	if !ok || t.known || t.sym != nil || !strings.Contains(t.fn.Name(), "Invoke") {
		return
	}
	b.fn.f.Calls = append(b.fn.f.Calls, Call{Kind: Dynamic, Mode: rec.Mode, Pos: rec.Pos, Recv: b.node(containerNode(t.fn, b.typeArgs(inst.TypeArgs)))})
}

func containerNode(fn *types.Func, typ string) string { return "d:" + fn.Pkg().Path() + typ }

func dropArg(args []Arg, idx uint8, n Node) []Arg {
	out := args[:0]
	for _, a := range args {
		if a.Index != idx || a.Node != n {
			out = append(out, a)
		}
	}
	return out
}

// entryMethods says which methods of an object become entry points. covers is
// the catalog's word on a method; names are what it names literally, for an
// object whose type is not known here; param is the type of the place into
// which the object goes, which narrows the choice when it is an interface.
func (b *builder) entryMethods(e *Entry, covers func(*types.Func) (catalog.EntryKind, bool), names []string, object, param types.Type) {
	narrow, _ := param.(*types.Named)
	var allowed *types.Interface
	if narrow != nil {
		allowed, _ = narrow.Underlying().(*types.Interface)
	}
	add := func(name string, kind catalog.EntryKind) {
		e.Methods = append(e.Methods, b.str(name))
		e.Kinds = append(e.Kinds, kind)
	}
	if object != nil && !types.IsInterface(object) && hasMethods(object) {
		for _, m := range methodsOf(object) {
			if len(names) == 0 && allowed != nil && allowed.NumMethods() > 0 && !hasMethod(allowed, m.Name()) {
				continue
			}
			if kind, ok := covers(m); ok {
				add(m.Name(), kind)
			}
		}
		return
	}
	if len(names) > 0 {
		for _, n := range names {
			add(n, e.Kind)
		}
		return
	}
	if allowed != nil {
		for m := range allowed.Methods() {
			if kind, ok := covers(m); ok {
				add(m.Name(), kind)
			}
		}
	}
}

// methodsOf lists the methods of T and *T, by name.
func methodsOf(t types.Type) []*types.Func {
	if _, ok := types.Unalias(t).(*types.Pointer); !ok {
		t = types.NewPointer(t)
	}
	ms := types.NewMethodSet(t)
	out := make([]*types.Func, 0, ms.Len())
	for i := range ms.Len() {
		if fn, ok := ms.At(i).Obj().(*types.Func); ok {
			out = append(out, fn)
		}
	}
	return out
}

func hasMethod(i *types.Interface, name string) bool {
	for m := range i.Methods() {
		if m.Name() == name {
			return true
		}
	}
	return false
}

// onceGuard marks a call of sync.Once and its relatives, unless the guard
// itself is made anew by the function: a local Once guards nothing.
func (b *builder) onceGuard(c *ast.CallExpr, t *callee, rec *Call) {
	if t.fn.Signature().Recv() == nil {
		if !b.fn.entry {
			rec.Once = MakesOnce
		}
		return
	}
	if b.persistent(t.x.X) {
		rec.Once = RunsOnce
	}
}

// streamArgument looks for w.Header().Set("Content-Type", "text/event-stream").
func (b *builder) streamArgument(c *ast.CallExpr, prefixes []string) bool {
	for _, a := range c.Args {
		v := b.constString(a)
		for _, p := range prefixes {
			if strings.HasPrefix(v, p) {
				return true
			}
		}
	}
	return false
}

// streamAssertion reports whether asserting to t shows a streaming handler.
func (b *builder) streamAssertion(t types.Type) bool {
	n := namedOf(t)
	if n == nil || n.Obj().Pkg() == nil || n.Obj().Pkg().Path() != "net/http" {
		return false
	}
	return n.Obj().Name() == "Flusher" || n.Obj().Name() == "Hijacker"
}
