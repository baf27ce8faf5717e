package summary

import (
	"go/ast"
	"go/types"
	"strconv"
)

func itoa(i int) string { return strconv.Itoa(i) }

// Named nodes are shared by all packages of a program: the linker unites
// nodes of the same name. The receiver is parameter 0 of a method.
func paramNode(fn string, i int) string  { return "p:" + fn + "#" + itoa(i) }
func resultNode(fn string, i int) string { return "r:" + fn + "#" + itoa(i) }
func fieldNode(typ, field string) string { return "f:" + typ + "." + field }
func globalNode(v *types.Var) string     { return "g:" + v.Pkg().Path() + "." + v.Name() }

// payloadNode holds the functions converted to a named function type, which
// are what its methods find in their receiver.
func payloadNode(typ string) string { return "y:" + typ }

// ParamNode and ResultNode are the names of a function's boundary nodes; the
// linker binds calls to them.
func ParamNode(fn string, i int) string { return paramNode(fn, i) }

// TypeParamNode is the node of the values of a function's i-th type parameter.
func TypeParamNode(fn string, i int) string { return "t:" + fn + "#" + itoa(i) }

// ResultNode is the node of the i-th result of a function.
func ResultNode(fn string, i int) string { return resultNode(fn, i) }

func (b *builder) node(name string) Node {
	if n, ok := b.named[name]; ok {
		return n
	}
	b.out.Nodes = append(b.out.Nodes, b.str(name))
	n := Node(len(b.out.Nodes))
	b.named[name] = n
	return n
}

// funcValue puts a function, or a bound method, on a node.
func (b *builder) funcValue(n Node, k SourceKind, id *ast.Ident, fn *types.Func) {
	sym := b.symbolAt(id, fn, nil)
	b.source(n, k, sym)
	s := b.in.Catalog.Func(fn)
	if s != nil && s.Sends {
		b.source(n, StreamValue, s.Name)
	}
	if s == nil || s.Acquire == nil || b.valued[sym] {
		return
	}
	b.valued[sym] = true
	b.out.Acquirers = append(b.out.Acquirers, Acquirer{b.str(sym), s.Acquire.Kind, s.Acquire.Auto})
}

func (b *builder) local() Node {
	b.out.Nodes = append(b.out.Nodes, 0)
	return Node(len(b.out.Nodes))
}

func (b *builder) flow(from, to Node) {
	if from != 0 && to != 0 && from != to {
		b.fn.f.Flows = append(b.fn.f.Flows, Flow{from, to})
	}
}

func (b *builder) source(n Node, k SourceKind, sym string) {
	if n != 0 {
		b.fn.f.Sources = append(b.fn.f.Sources, Source{n, k, b.str(sym)})
	}
}

// varNode is the node of a variable, or 0 when its type holds nothing of
// interest.
func (b *builder) varNode(o types.Object) Node {
	if n, ok := b.vars[o]; ok {
		return n
	}
	v, ok := o.(*types.Var)
	if !ok || b.classOf(v.Type()) == nothing {
		return 0
	}
	var n Node
	if v.Pkg() != nil && v.Parent() == v.Pkg().Scope() {
		n = b.node(globalNode(v))
	} else {
		n = b.local()
	}
	b.vars[o] = n
	return n
}
