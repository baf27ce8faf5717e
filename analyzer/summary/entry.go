package summary

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"github.com/sessionlint/sessionlint/analyzer/catalog"
)

// entryShape decides whether a function is an entry point by its type.
func (b *builder) entryShape(fs *funcState, sig *types.Signature, o *types.Func) {
	s := b.in.Catalog.Signature(sig)
	if s == nil && o != nil {
		s = b.controllerMethod(o)
	}
	if s == nil {
		s = b.ownHandler(sig)
	}
	if s == nil || s.Role != catalog.Handler {
		return
	}
	fs.f.Shape = s.Kind
	fs.f.Framework = b.str(s.Framework)
	fs.entry = fs.entry || s.Kind == catalog.Request || s.Kind == catalog.Stream
}

// controllerMethod recognises methods of types that embed a framework's controller.
func (b *builder) controllerMethod(o *types.Func) *catalog.Shape {
	r := o.Signature().Recv()
	if r == nil || !o.Exported() {
		return nil
	}
	n := namedOf(r.Type())
	if n == nil {
		return nil
	}
	s, ok := b.ctlrs[n.Obj()]
	if !ok {
		s = b.in.Catalog.Embedded(n)
		if s != nil && unimplemented(n) {
			s = nil // a server is one when it is registered, which converts it
		}
		b.ctlrs[n.Obj()] = s
	}
	if s == nil {
		return nil
	}
	kind, ok := s.Covers(o)
	if !ok {
		return nil
	}
	return &catalog.Shape{Framework: s.Framework, Kind: kind, Role: s.Role}
}

// unimplemented reports whether a type embeds the stub that protoc plugins
// generate for every server.
func unimplemented(n *types.Named) bool {
	st, ok := n.Underlying().(*types.Struct)
	if !ok {
		return false
	}
	for f := range st.Fields() {
		if f.Embedded() && strings.HasPrefix(f.Name(), "Unimplemented") {
			return true
		}
	}
	return false
}

// ownHandler recognises a handler type of the user's own: a function of a
// response writer and a request that returns an error, or of one parameter that
// holds or embeds both, or a framework's context.
func (b *builder) ownHandler(sig *types.Signature) *catalog.Shape {
	if sig.Variadic() || !returnsStatus(sig.Results()) {
		return nil
	}
	own := &catalog.Shape{Framework: "own handler type", Kind: catalog.Request, Role: catalog.Handler}
	switch p := sig.Params(); p.Len() {
	case 1:
		n := namedOf(p.At(0).Type())
		if n != nil && n.Obj().Pkg() != nil && b.carriesRequest(n, 3) {
			return own
		}
	case 2:
		// Have: func(w http.ResponseWriter, r *http.Request) error, or with the types
		// of a framework that wrap these: func(w rest.ResponseWriter, r *rest.Request)
		if writesResponse(p.At(0).Type()) && holdsRequest(p.At(1).Type()) {
			return own
		}
	}
	return nil
}

// returnsStatus reports whether results are what a handler tells its adapter:
// nothing, an error, or a status and an error. Others are helpers.
func returnsStatus(r *types.Tuple) bool {
	switch r.Len() {
	case 0:
		return true
	case 1:
		return ignoredInterface(r.At(0).Type())
	case 2:
		b, ok := r.At(0).Type().Underlying().(*types.Basic)
		return ok && b.Info()&types.IsInteger != 0 && ignoredInterface(r.At(1).Type())
	}
	return false
}

// carriesRequest looks for a response writer and a request among the fields
// of a context type, through embedding, or for a framework's own context.
func (b *builder) carriesRequest(t types.Type, depth int) bool {
	key := carrier{t, depth}
	is, ok := b.carriers[key]
	if !ok {
		is = b.carriesWithin(t, depth) || requestMethods(t)
		b.carriers[key] = is
	}
	return is
}

// carrier is a question to carriesRequest.
type carrier struct {
	t     types.Type
	depth int
}

func (b *builder) carriesWithin(t types.Type, depth int) bool {
	var writer, request bool
	var visit func(t types.Type, depth int) bool
	visit = func(t types.Type, depth int) bool {
		switch u := t.Underlying().(type) {
		case *types.Pointer:
			return visit(u.Elem(), depth)
		case *types.Interface:
			for i := range u.NumEmbeddeds() {
				if b.frameworkContext(u.EmbeddedType(i)) {
					return true
				}
			}
		case *types.Struct:
			for i := range u.NumFields() {
				f := u.Field(i)
				writer = writer || isResponseWriter(f.Type())
				request = request || isRequest(f.Type())
				if f.Embedded() && depth > 0 {
					if b.frameworkContext(f.Type()) || visit(f.Type(), depth-1) {
						return true
					}
				}
			}
		}
		return writer && request
	}
	return visit(t, depth)
}

// requestMethods reports whether methods of t give the request and the writer:
// the context of a framework that no catalog knows.
func requestMethods(t types.Type) bool {
	if _, ok := types.Unalias(t).(*types.Pointer); !ok && !types.IsInterface(t) {
		t = types.NewPointer(t)
	}
	ms := types.NewMethodSet(t)
	var writer, request bool
	for i := range ms.Len() {
		fn, ok := ms.At(i).Obj().(*types.Func)
		if !ok || fn.Signature().Params().Len() != 0 || fn.Signature().Results().Len() != 1 {
			continue
		}
		r := fn.Signature().Results().At(0).Type()
		request = request || isRequest(r)
		writer = writer || isResponseWriter(r)
	}
	return writer && request
}

// frameworkContext reports whether a function of this one parameter would be
// a handler: *gin.Context, echo.Context, *fiber.Ctx.
func (b *builder) frameworkContext(t types.Type) bool {
	p := types.NewTuple(types.NewParam(token.NoPos, nil, "", t))
	for _, results := range []*types.Tuple{nil, types.NewTuple(types.NewParam(token.NoPos, nil, "", types.Universe.Lookup("error").Type()))} {
		s := b.in.Catalog.Signature(types.NewSignatureType(nil, nil, nil, p, results, false))
		if s != nil && s.Role == catalog.Handler && (s.Kind == catalog.Request || s.Kind == catalog.Stream) {
			return true
		}
	}
	return false
}

func isResponseWriter(t types.Type) bool {
	if isHTTP(t, "ResponseWriter") {
		return true
	}
	return has(t, "WriteHeader", "Header", "Write")
}

func isRequest(t types.Type) bool {
	_, ptr := types.Unalias(t).(*types.Pointer)
	return ptr && isHTTP(t, "Request")
}

func isHTTP(t types.Type, name string) bool {
	n := namedOf(t)
	return n != nil && n.Obj().Pkg() != nil && n.Obj().Pkg().Path() == "net/http" && n.Obj().Name() == name
}

// interfaceEntry makes the methods of a concrete type entry points when it is
// converted to an interface that a framework calls.
func (b *builder) interfaceEntry(dst types.Type, n Node, src types.Type) {
	s := b.in.Catalog.Interface(dst)
	if s == nil || n == 0 {
		return
	}
	e := Entry{Node: n, Kind: s.Kind, Role: s.Role, Framework: b.str(s.Framework)}
	if b.fn != nil {
		e.In = b.str(b.fn.id)
	}
	b.entryMethods(&e, s.Covers, s.Methods, src, dst)
	b.out.Entries = append(b.out.Entries, e)
}

// handlerEntry makes a function an entry point when it is converted to a type
// of which the configuration says that its values are handlers. Frameworks'
// own types are recognised by their signatures and registrations.
func (b *builder) handlerEntry(dst *types.Named, n Node) {
	s := b.in.Catalog.HandlerType(dst)
	if s == nil || !s.Own || n == 0 {
		return
	}
	e := Entry{Node: n, Kind: s.Kind, Role: s.Role, Framework: b.str(s.Framework)}
	if b.fn != nil {
		e.In = b.str(b.fn.id)
	}
	b.out.Entries = append(b.out.Entries, e)
}

// fieldEntry makes a function stored in a framework's field an entry point:
// cobra.Command{RunE: f}.
func (b *builder) fieldEntry(t types.Type, field string, n Node, at ast.Expr, literal *ast.CompositeLit) {
	r := b.in.Catalog.Field(t, field)
	if r == nil {
		b.foreignField(t, field, n, at)
	}
	if r == nil || r.Trap || r.Role == catalog.Inherit || setsAny(literal, r.Unless) {
		return
	}
	e := Entry{Node: n, Kind: r.Kind, Role: r.Role, Framework: b.str(r.Framework), Pos: b.pos(at.Pos()), In: b.str(b.fn.id)}
	b.entryMethods(&e, r.Covers, r.Methods, b.typeOf(at), nil)
	b.out.Entries = append(b.out.Entries, e)
}

// foreignField hands a function that is stored in a struct of unanalysed code
// to that code: it is called by somebody, on behalf of who stored it as far as
// can be seen.
func (b *builder) foreignField(t types.Type, field string, n Node, at ast.Expr) {
	named := namedOf(t)
	if named == nil || b.analysedPkg(named.Obj().Pkg()) {
		return
	}
	if _, ok := b.typeOf(at).Underlying().(*types.Signature); !ok {
		return
	}
	b.fn.f.Calls = append(b.fn.f.Calls, Call{
		Kind: Static, Symbol: b.str(fieldNode(typeName(named), field)), Pos: b.pos(at.Pos()),
		Args: []Arg{{Index: 0, Node: n, Param: b.paramOf(at)}},
	})
}

// setsAny reports whether a literal sets one of the fields that take an
// approval back: di.Def{Build: f, Unshared: true}.
func setsAny(e *ast.CompositeLit, fields []string) bool {
	if e == nil {
		return false
	}
	for _, el := range e.Elts {
		kv, ok := el.(*ast.KeyValueExpr)
		if !ok {
			continue
		}
		if id, ok := kv.Key.(*ast.Ident); ok && slices.Contains(fields, id.Name) {
			return true
		}
	}
	return false
}

// routes records the route of a handler that is passed, together with a
// constant path, to a function that the catalog does not know: a router of
// the user's own.
func (b *builder) routes(c *ast.CallExpr, t *callee, args []Node) {
	if t.sym != nil && len(t.sym.Register) > 0 {
		return
	}
	method, path := "", ""
	for i, n := range args {
		if n == 0 {
			continue
		}
		sig, ok := b.typeOf(c.Args[i]).Underlying().(*types.Signature)
		if !ok {
			continue
		}
		s := b.in.Catalog.Signature(sig)
		if s == nil {
			s = b.ownHandler(sig)
		}
		if s == nil || s.Role != catalog.Handler || s.Kind != catalog.Request && s.Kind != catalog.Stream {
			continue
		}
		if path == "" {
			if method, path = b.route(c, t, ""); path == "" {
				return
			}
		}
		b.out.Entries = append(b.out.Entries, Entry{
			Node: n, Kind: s.Kind, Role: catalog.Handler, Framework: b.str(s.Framework),
			Route: b.str(joinRoute(method, path)), Pos: b.callPos(c), In: b.str(b.fn.id),
		})
	}
}

// route reads the method and path of a registration call, as far as they are
// constant.
func (b *builder) route(c *ast.CallExpr, t *callee, method string) (string, string) {
	if method == "" && t.fn != nil && httpMethods[strings.ToUpper(t.fn.Name())] {
		method = strings.ToUpper(t.fn.Name())
	}
	path := ""
	for _, a := range c.Args {
		s := b.constString(a)
		switch {
		case s == "":
		case httpMethods[s]:
			method = s
		case path == "" && (s[0] == '/' || strings.Contains(s, " /")):
			path = s
		}
	}
	return method, path
}

var httpMethods = map[string]bool{
	"GET": true, "POST": true, "PUT": true, "PATCH": true, "DELETE": true, "HEAD": true, "OPTIONS": true, "TRACE": true, "CONNECT": true,
}

func joinRoute(method, path string) string {
	if method == "" || path == "" || strings.Contains(path, " ") {
		return path
	}
	return method + " " + path
}

// constString is the value of a constant string expression, or "".
func (b *builder) constString(e ast.Expr) string {
	tv, ok := b.in.Info.Types[e]
	if !ok || tv.Value == nil || tv.Value.Kind() != constant.String {
		return ""
	}
	return constant.StringVal(tv.Value)
}
