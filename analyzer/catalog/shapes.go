package catalog

import (
	"go/types"
	"strings"
)

// This file recognises generated code. Its import path is the project's own, so
// the shape of the package decides: which names it declares, with which types.

// packageShapes are the data layers that generators write.
func packageShapes(name string) func(*types.Scope) bool {
	switch name {
	case "ent":
		return isEnt
	case "sqlc":
		return isSQLC
	}
	return nil
}

// isEnt: a Client with a Schema, and a Tx that ends and yields a Client.
func isEnt(s *types.Scope) bool {
	client, tx := structIn(s, "Client"), typeIn(s, "Tx")
	if client == nil || tx == nil {
		return false
	}
	schema := false
	for f := range client.Fields() {
		schema = schema || f.Name() == "Schema"
	}
	return schema && declares(tx, "Commit", "Rollback", "Client")
}

// isSQLC: New(DBTX) *Queries.
func isSQLC(s *types.Scope) bool {
	if structIn(s, "Queries") == nil {
		return false
	}
	dbtx := typeIn(s, "DBTX")
	return dbtx != nil && takes(s, "New", dbtx, "")
}

func typeIn(s *types.Scope, name string) *types.Named {
	obj, ok := s.Lookup(name).(*types.TypeName)
	if !ok {
		return nil
	}
	n, _ := types.Unalias(obj.Type()).(*types.Named)
	return n
}

func structIn(s *types.Scope, name string) *types.Struct {
	n := typeIn(s, name)
	if n == nil {
		return nil
	}
	st, _ := n.Underlying().(*types.Struct)
	return st
}

func declares(n *types.Named, methods ...string) bool {
	found := 0
	for m := range n.Methods() {
		for _, name := range methods {
			if m.Name() == name {
				found++
			}
		}
	}
	return found == len(methods)
}

// takes reports whether the package declares a function of that name with a
// parameter of type n and, unless with is empty, another of a type declared
// below that import path.
func takes(s *types.Scope, name string, n *types.Named, with string) bool {
	fn, ok := s.Lookup(name).(*types.Func)
	if !ok {
		return false
	}
	has, beside := false, with == ""
	for p := range fn.Signature().Params().Variables() {
		t := types.Unalias(p.Type())
		if sl, ok := t.(*types.Slice); ok { // variadic options
			t = sl.Elem()
		}
		if m := namedType(t); m == n {
			has = true
		} else if m != nil && m.Obj().Pkg() != nil && within(m.Obj().Pkg().Path(), with) {
			beside = true
		}
	}
	return has && beside
}

func within(path, root string) bool {
	return path == root || strings.HasPrefix(path, root) && path[len(root)] == '/'
}

// packageShape is "<ent>", "<sqlc>" or "". One answer per import path is kept.
func (c *Catalog) packageShape(pkg *types.Package) string {
	c.mu.RLock()
	shape, known := c.kinds[pkg.Path()]
	c.mu.RUnlock()
	if known {
		return shape
	}
	for _, path := range [...]string{"<ent>", "<sqlc>"} {
		if c.known.info(path) != nil && packageShapes(strings.Trim(path, "<>"))(pkg.Scope()) {
			shape = path
		}
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.kinds[pkg.Path()] = shape
	return shape
}

// generatedFunc looks a function up under the shape of its package.
func (c *Catalog) generatedFunc(fn *types.Func) *Symbol {
	if s := c.streamMethod(fn); s != nil {
		return s
	}
	if s := c.kitexServer(fn); s != nil {
		return s
	}
	if s := c.genMethod(fn); s != nil {
		return s
	}
	shape := c.packageShape(fn.Pkg())
	if shape == "" {
		return nil
	}
	var buf [128]byte
	name := string(appendName(buf[:0], fn))
	listed := c.known.info(shape).funcs[generic(shape, name)]
	if listed == nil {
		return nil
	}
	return c.keep(Canonical(fn), func(s *Symbol) {
		*s = *listed
		s.Name = Canonical(fn)
		if listed.Acquire != nil {
			a := *listed.Acquire
			a.Symbol, a.Release = s.Name, make([]string, len(a.Release))
			for i, r := range listed.Acquire.Release {
				a.Release[i] = strings.ReplaceAll(r, shape, fn.Pkg().Path())
			}
			s.Acquire = &a
		}
	})
}

// keep memoises a symbol that is made on demand.
func (c *Catalog) keep(name string, fill func(*Symbol)) *Symbol {
	c.mu.RLock()
	s := c.derived[name]
	c.mu.RUnlock()
	if s != nil {
		return s
	}
	s = &Symbol{Name: name}
	fill(s)
	c.mu.Lock()
	defer c.mu.Unlock()
	if old := c.derived[name]; old != nil {
		return old
	}
	c.derived[name] = s
	return s
}

// generic replaces what the schema names in a generated symbol by X, as the
// data does: (*UserQuery).All is (*XQuery).All, (*Queries).GetUser is
// (*Queries).X.
func generic(shape, name string) string {
	recv, method, ok := strings.Cut(name, ").")
	if shape == "<sqlc>" {
		if ok && recv == "(*Queries" && method != "WithTx" && method != "Close" {
			return "(*Queries).X"
		}
		return name
	}
	if !ok {
		if entity, ok := strings.CutSuffix(name, "Client"); ok && entity != "New" && strings.HasPrefix(entity, "New") {
			return "NewXClient"
		}
		return name
	}
	for _, suffix := range []string{"CreateBulk", "DeleteOne", "UpdateOne", "Create", "Delete", "Update", "Query", "Client"} {
		if entity, ok := strings.CutSuffix(recv, suffix); ok && entity != "(*" {
			return "(*X" + suffix + ")." + method
		}
	}
	return name
}

// streamMethod knows the sends and receives of generated stream interfaces,
// which embed the stream of their framework.
func (c *Catalog) streamMethod(fn *types.Func) *Symbol {
	switch fn.Name() {
	case "Send", "Recv", "SendAndClose", "CloseAndRecv", "Receive":
	default:
		return nil
	}
	recv := fn.Signature().Recv()
	if recv == nil {
		return nil
	}
	n := namedType(recv.Type())
	if n == nil {
		return nil
	}
	if s := c.paramType(n, 0); s == nil || s.Kind != Stream {
		return nil
	}
	return c.keep(Canonical(fn), func(s *Symbol) { s.Stream, s.Sends = true, true })
}

// kitexServer knows NewServer(handler svc.X, opts ...) server.Server: the
// interface lives in another package than the function that takes it.
func (c *Catalog) kitexServer(fn *types.Func) *Symbol {
	sig := fn.Signature()
	if fn.Name() != "NewServer" && fn.Name() != "RegisterService" || sig.Recv() != nil {
		return nil
	}
	arg, kitex := -1, false
	for i := range sig.Params().Len() {
		n := namedType(sig.Params().At(i).Type())
		if n == nil || n.Obj().Pkg() == nil {
			continue
		}
		if _, ok := n.Underlying().(*types.Interface); ok && !within(n.Obj().Pkg().Path(), kitexPath) && arg < 0 {
			arg = i
		}
		kitex = kitex || within(n.Obj().Pkg().Path(), kitexPath)
	}
	if sig.Results().Len() > 0 {
		r := namedType(sig.Results().At(0).Type())
		kitex = kitex || r != nil && r.Obj().Pkg() != nil && within(r.Obj().Pkg().Path(), kitexPath)
	}
	framework := c.framework("kitex")
	if arg < 0 || !kitex || framework == "" {
		return nil
	}
	handler := namedType(sig.Params().At(arg).Type())
	methods, kinds := c.serverMethods(handler.Underlying().(*types.Interface))
	return c.keep(Canonical(fn), func(s *Symbol) {
		s.Register = []Registration{{Framework: framework, Arg: arg, Kind: Request, Methods: methods, Kinds: kinds}}
	})
}

const kitexPath = "github.com/cloudwego/kitex"

// framework is the one whose data switches a shape on, or "".
func (c *Catalog) framework(shape string) string {
	for _, g := range c.generated {
		if g.shape == shape {
			return g.framework
		}
	}
	return ""
}
