package summary

import (
	"go/ast"
	"go/types"
	"strings"

	"github.com/sessionlint/sessionlint/analyzer/catalog"
)

// foreignHandler recognises a function that is handed to a framework that no
// catalog knows and whose body is not read: one of its parameters is of that
// framework's own type and holds the writer and the request.
//
//	srv.Handlers(h.handler)  // func(p httprequest.Params) (*T, context.Context, error)
//
// What it returns is the framework's business, so it says nothing.
func (b *builder) foreignHandler(c *ast.CallExpr, t *callee, rec *Call, args []Node) {
	if t.known || t.fn == nil || t.fn.Pkg() == nil || t.sym != nil && len(t.sym.Register) > 0 {
		return
	}
	method, path := b.route(c, t, "")
	base := 0
	if t.sel != nil && t.sel.Kind() == types.MethodVal {
		base = 1
	}
	for i, n := range args {
		if n == 0 || !b.takesRequestOf(t.fn.Pkg(), b.typeOf(c.Args[i])) {
			continue
		}
		b.out.Entries = append(b.out.Entries, Entry{
			Node: n, Kind: catalog.Request, Role: catalog.Handler, Framework: b.str(t.fn.Pkg().Path()),
			Route: b.str(joinRoute(method, path)), Pos: rec.Pos, In: b.str(b.fn.id),
		})
		idx, _ := paramAt(t.sig, i, c.Ellipsis.IsValid())
		rec.Args = dropArg(rec.Args, uint8(min(idx+base, 255)), n) // it runs later, not here
	}
}

// takesRequestOf reports whether t is a function one of whose parameters is of
// pkg's module and holds the writer and the request, alone or beside a writer.
func (b *builder) takesRequestOf(pkg *types.Package, t types.Type) bool {
	sig, ok := t.Underlying().(*types.Signature)
	if !ok {
		return false
	}
	writer := false
	for v := range sig.Params().Variables() {
		if writer = writer || writesResponse(v.Type()); isRequest(v.Type()) {
			continue // net/http's own type says nothing of this package
		}
		n := namedOf(v.Type())
		if n == nil || n.Obj().Pkg() == nil || repository(n.Obj().Pkg().Path()) != repository(pkg.Path()) {
			continue
		}
		if b.carriesRequest(n, 3) || writer && holdsRequest(v.Type()) {
			return true
		}
	}
	return false
}

// repository is the part of an import path that says whose code it is: host,
// owner and name.
func repository(path string) string {
	n := 3
	if strings.HasPrefix(path, "gopkg.in/") {
		n = 2
	}
	parts := strings.SplitN(path, "/", n+1)
	return strings.Join(parts[:min(n, len(parts))], "/")
}

// writesResponse reports whether t is a response writer: net/http's, or one with
// its Header and WriteHeader and a framework's own way to write the body.
func writesResponse(t types.Type) bool {
	if isHTTP(t, "ResponseWriter") {
		return true
	}
	header := method(t, "Header")
	if header == nil || !has(t, "WriteHeader") {
		return false
	}
	results := header.Signature().Results()
	return results.Len() == 1 && isHTTP(results.At(0).Type(), "Header")
}

// holdsRequest reports whether t is a request: net/http's, or a struct that
// embeds it.
func holdsRequest(t types.Type) bool {
	if isRequest(t) {
		return true
	}
	n := namedOf(t)
	if n == nil {
		return false
	}
	st, ok := n.Underlying().(*types.Struct)
	if !ok {
		return false
	}
	for f := range st.Fields() {
		if f.Embedded() && isRequest(f.Type()) {
			return true
		}
	}
	return false
}
