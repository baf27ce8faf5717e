package catalog

import (
	"go/types"
	"strings"
)

// generator is a kind of generated server interface that the data switches on.
type generator struct {
	framework string
	shape     string
	match     serverShape
}

// serverShape reports whether an interface is the one that a generator asks the
// program to implement. Every one of them looks for the generated function that
// takes the implementation: a name alone proves nothing.
type serverShape func(s *types.Scope, n *types.Named, name string) bool

func serverShapes(name string) serverShape {
	switch name {
	case "grpc":
		return registered("Server", "google.golang.org/grpc")
	case "drpc":
		return isDRPC
	case "connect":
		return isConnect
	case "micro":
		return isMicro
	case "kratos":
		return registered("HTTPServer", "github.com/go-kratos/kratos/v2/transport/http")
	case "twirp":
		return func(s *types.Scope, n *types.Named, name string) bool {
			return typeIn(s, "TwirpServer") != nil && takes(s, "New"+name+"Server", n, "")
		}
	case "thrift":
		return func(s *types.Scope, n *types.Named, name string) bool { return takes(s, "New"+name+"Processor", n, "") }
	case "oapi-codegen":
		return isOapi
	case "ogen":
		return isOgen
	case "gqlgen":
		return isGqlgen
	case "goa":
		return func(s *types.Scope, n *types.Named, name string) bool {
			return name == "Service" && takes(s, "NewEndpoints", n, "")
		}
	case "go-swagger":
		return isSwagger
	case "kitex": // by function, see kitexServer
		return func(*types.Scope, *types.Named, string) bool { return false }
	}
	return nil
}

// registered is the common shape: interface X<suffix> and RegisterX<suffix>,
// which takes the framework's server too.
func registered(suffix, framework string) serverShape {
	return func(s *types.Scope, n *types.Named, name string) bool {
		return strings.HasSuffix(name, suffix) && takes(s, "Register"+name, n, framework)
	}
}

// isDRPC: DRPCXServer and DRPCRegisterX(mux, impl).
func isDRPC(s *types.Scope, n *types.Named, name string) bool {
	x, ok := strings.CutPrefix(name, "DRPC")
	x, server := strings.CutSuffix(x, "Server")
	return ok && server && takes(s, "DRPCRegister"+x, n, "storj.io/drpc")
}

// isConnect: XHandler and, in version 1, NewXHandler(svc, ...HandlerOption); in
// version 2 RegisterXHandler(server, svc).
func isConnect(s *types.Scope, n *types.Named, name string) bool {
	return strings.HasSuffix(name, "Handler") &&
		(takes(s, "New"+name, n, "connectrpc.com/connect") || takes(s, "Register"+name, n, "connectrpc.com/connect") ||
			takes(s, "New"+name, n, "github.com/bufbuild/connect-go"))
}

// isMicro: XHandler and RegisterXHandler(server.Server, handler).
func isMicro(s *types.Scope, n *types.Named, name string) bool {
	for _, root := range []string{"go-micro.dev/v4", "go-micro.dev/v5", "github.com/micro/go-micro", "github.com/asim/go-micro"} {
		if strings.HasSuffix(name, "Handler") && takes(s, "Register"+name, n, root) {
			return true
		}
	}
	return false
}

func isOapi(s *types.Scope, n *types.Named, name string) bool {
	switch name {
	case "ServerInterface":
		for _, fn := range []string{"Handler", "HandlerFromMux", "HandlerWithOptions", "RegisterHandlers", "RegisterHandlersWithBaseURL", "RegisterHandlersWithOptions"} {
			if takes(s, fn, n, "") {
				return true
			}
		}
	case "StrictServerInterface":
		return takes(s, "NewStrictHandler", n, "")
	}
	return false
}

func isOgen(s *types.Scope, n *types.Named, name string) bool {
	return (name == "Handler" || name == "SecurityHandler") && takes(s, "NewServer", n, "") && typeIn(s, "UnimplementedHandler") != nil
}

func isGqlgen(s *types.Scope, _ *types.Named, name string) bool {
	if !strings.HasSuffix(name, "Resolver") && name != "ResolverRoot" {
		return false
	}
	_, ok := s.Lookup("NewExecutableSchema").(*types.Func)
	return ok
}

// isSwagger: Handle(XParams[, principal]) middleware.Responder.
func isSwagger(_ *types.Scope, n *types.Named, name string) bool {
	iface, ok := n.Underlying().(*types.Interface)
	return ok && strings.HasSuffix(name, "Handler") && iface.NumMethods() == 1 &&
		iface.Method(0).Name() == "Handle" && responds(iface.Method(0).Signature())
}

// responds: the result is go-openapi's Responder and the first parameter a
// generated XParams.
func responds(sig *types.Signature) bool {
	if sig.Results().Len() != 1 || sig.Params().Len() == 0 {
		return false
	}
	r, p := namedType(sig.Results().At(0).Type()), namedType(sig.Params().At(0).Type())
	return r != nil && p != nil && r.Obj().Name() == "Responder" && r.Obj().Pkg() != nil &&
		r.Obj().Pkg().Path() == "github.com/go-openapi/runtime/middleware" && strings.HasSuffix(p.Obj().Name(), "Params")
}

// responderSignature is responds for Signature.
func (c *Catalog) responderSignature(sig *types.Signature) *Shape {
	if !responds(sig) {
		return nil
	}
	for i := range c.generated {
		if g := &c.generated[i]; g.shape == "go-swagger" {
			return &Shape{Framework: g.framework, Kind: Request}
		}
	}
	return nil
}

type typeKey struct{ path, name string }

// generatedInterface tries the generators, then the interfaces that are
// embedded. One answer per type name is kept.
func (c *Catalog) generatedInterface(n *types.Named, iface *types.Interface) *Shape {
	if iface.NumMethods() == 0 {
		return nil
	}
	key := typeKey{n.Obj().Pkg().Path(), n.Obj().Name()}
	c.mu.RLock()
	shape, known := c.ifaces[key]
	c.mu.RUnlock()
	if known {
		return shape
	}
	shape = c.findInterface(n.Origin(), iface)
	c.mu.Lock()
	defer c.mu.Unlock()
	if old := c.ifaces[key]; old != nil {
		return old
	}
	c.ifaces[key] = shape
	return shape
}

func (c *Catalog) findInterface(n *types.Named, iface *types.Interface) *Shape {
	scope := n.Obj().Pkg().Scope()
	for _, g := range c.generated {
		if g.match(scope, n, n.Obj().Name()) {
			methods, kinds := c.serverMethods(iface)
			if len(methods) == 0 {
				return nil
			}
			return &Shape{Framework: g.framework, Kind: Request, Methods: methods, Kinds: kinds}
		}
	}
	for t := range iface.EmbeddedTypes() {
		if s := c.Interface(t); s != nil {
			return s
		}
	}
	return nil
}

// serverMethods are the exported methods of a generated server interface and,
// when one of them streams, the kind of each.
func (c *Catalog) serverMethods(iface *types.Interface) (methods []string, kinds []EntryKind) {
	streams := false
	for m := range iface.Methods() {
		if !m.Exported() || strings.HasPrefix(m.Name(), "MustEmbed") {
			continue
		}
		kind := Request
		if c.streaming(m.Signature(), m.Pkg()) {
			kind, streams = Stream, true
		}
		methods, kinds = append(methods, m.Name()), append(kinds, kind)
	}
	if !streams {
		kinds = nil
	}
	return methods, kinds
}

// streaming reports whether an RPC streams: a parameter is a stream of its
// framework or a generated one, or the result is a channel (a subscription).
func (c *Catalog) streaming(sig *types.Signature, pkg *types.Package) bool {
	for p := range sig.Params().Variables() {
		n := namedType(p.Type())
		if n == nil || n.Obj().Pkg() == nil {
			continue
		}
		if s := c.paramType(n, 0); s != nil && s.Kind == Stream {
			return true
		}
		if n.Obj().Pkg() == pkg && strings.HasSuffix(n.Obj().Name(), "Stream") {
			return true
		}
	}
	if sig.Results().Len() == 0 {
		return false
	}
	_, ok := types.Unalias(sig.Results().At(0).Type()).(*types.Chan)
	return ok
}

// unimplemented recognises an implementation by the generated type that it
// embeds: UnimplementedXServer, DRPCXUnimplementedServer.
func (c *Catalog) unimplemented(n *types.Named) *Shape {
	name, pkg := n.Obj().Name(), n.Obj().Pkg()
	if pkg == nil || !strings.Contains(name, "Unimplemented") {
		return nil
	}
	server := typeIn(pkg.Scope(), strings.Replace(name, "Unimplemented", "", 1))
	if server == nil {
		return nil
	}
	return c.Interface(server)
}

// generatedField knows gqlgen's DirectiveRoot, whose functions run per request.
func (c *Catalog) generatedField(n *types.Named) *Registration {
	obj := n.Obj()
	if obj.Name() != "DirectiveRoot" || obj.Pkg() == nil {
		return nil
	}
	framework := c.framework("gqlgen")
	if _, ok := obj.Pkg().Scope().Lookup("NewExecutableSchema").(*types.Func); !ok || framework == "" {
		return nil
	}
	return &Registration{Framework: framework, Kind: Request}
}
