package summary

import (
	"go/ast"
	"go/types"
	"strings"
)

// Generic code is summarised once, as a template: its IDs, nodes and type names
// hold placeholders (%0, %1) for its type parameters, and calls of it name
// their type arguments in brackets. The linker makes an instance of a template
// for each list of type arguments, so that what goes through Hook[A] does not
// come out of Hook[B].

// placeholders is "[%0,%1]" for n type parameters, and nothing for none.
func placeholders(n int) string {
	if n == 0 {
		return ""
	}
	parts := make([]string, n)
	for i := range parts {
		parts[i] = "%" + itoa(i)
	}
	return "[" + strings.Join(parts, ",") + "]"
}

// paramsOf counts the parameters of a function as a template: its type
// parameters, and the place of the call of a decorator.
func paramsOf(fn *types.Func) int {
	sig := fn.Signature()
	n := max(sig.TypeParams().Len(), sig.RecvTypeParams().Len())
	if decorates(sig) {
		n++
	}
	return n
}

// typeArgs renders type arguments as the linker compares them.
func (b *builder) typeArgs(l *types.TypeList) string {
	if l.Len() == 0 {
		return ""
	}
	parts := make([]string, l.Len())
	for i := range parts {
		parts[i] = b.typeArg(l.At(i))
	}
	return "[" + strings.Join(parts, ",") + "]"
}

func (b *builder) typeArg(t types.Type) string {
	switch t := types.Unalias(t).(type) {
	case *types.TypeParam:
		if i, ok := b.tparams[t]; ok {
			return "%" + itoa(i)
		}
		return "?"
	case *types.Pointer:
		return "*" + b.typeArg(t.Elem())
	case *types.Slice:
		return "[]" + b.typeArg(t.Elem())
	case *types.Map:
		return "map[" + b.typeArg(t.Key()) + "]" + b.typeArg(t.Elem())
	case *types.Named:
		return b.typeName(t)
	case *types.Basic:
		return t.Name()
	}
	if mentionsTypeParam(t) {
		return "?"
	}
	return strings.NewReplacer(",", ";", "[", "(", "]", ")").Replace(types.TypeString(t, nil))
}

// typeName names the type of t or *t: path, name and type arguments.
func (b *builder) typeName(t types.Type) string {
	name := typeName(t)
	n := namedOf(t)
	if n == nil || n.TypeParams().Len() == 0 {
		return name
	}
	if n.TypeArgs().Len() == 0 {
		return name + placeholders(n.TypeParams().Len())
	}
	return name + b.typeArgs(n.TypeArgs())
}

// symbolAt is the ID of the function or method that an identifier means, with
// the type arguments that it has there, and the place of the call.
func (b *builder) symbolAt(id *ast.Ident, fn *types.Func, c *ast.CallExpr) string {
	return b.calledAt(b.instanceAt(id, fn), fn, c)
}

func (b *builder) instanceAt(id *ast.Ident, fn *types.Func) string {
	sym := b.symbolOf(fn)
	if !b.analysedPkg(fn.Pkg()) {
		return sym
	}
	if id != nil {
		if inst, ok := b.in.Info.Instances[id]; ok {
			return sym + b.typeArgs(inst.TypeArgs)
		}
	}
	if r := fn.Signature().Recv(); r != nil {
		if n := namedOf(r.Type()); n != nil && n.TypeParams().Len() > 0 {
			return sym + strings.TrimPrefix(b.typeName(n), typeName(n))
		}
		return sym
	}
	return sym + placeholders(fn.Signature().TypeParams().Len())
}

// typeParamValue is the node of the values that a type parameter stands for.
func (b *builder) typeParamValue(t *types.TypeParam) (Node, bool) {
	i, ok := b.tparams[t]
	if !ok {
		return 0, false
	}
	return b.node(TypeParamNode(b.declID, i)), true
}

// Template splits the ID of an instance into the ID of its template and the
// type arguments. An ID without brackets is its own template.
func Template(id string) (template string, args []string) {
	open := strings.IndexByte(id, '[')
	if open < 0 {
		return id, nil
	}
	depth, from := 0, open+1
	for i := open; i < len(id); i++ {
		switch id[i] {
		case '[':
			depth++
		case ',':
			if depth == 1 {
				args = append(args, id[from:i])
				from = i + 1
			}
		case ']':
			if depth--; depth == 0 {
				args = append(args, id[from:i])
				return id[:open] + placeholders(len(args)) + id[i+1:], args
			}
		}
	}
	return id, nil
}

// Bare is an ID without type arguments, as people write it.
func Bare(id string) string {
	open := strings.IndexByte(id, '[')
	if open < 0 {
		return id
	}
	depth := 0
	for i := open; i < len(id); i++ {
		switch id[i] {
		case '[':
			depth++
		case ']':
			if depth--; depth == 0 {
				return id[:open] + id[i+1:]
			}
		}
	}
	return id
}

// Instantiate puts type arguments in the place of the placeholders.
func Instantiate(text string, args []string) string {
	if !strings.Contains(text, "%") {
		return text
	}
	var out strings.Builder
	for i := 0; i < len(text); i++ {
		if text[i] != '%' || i+1 == len(text) || text[i+1] < '0' || text[i+1] > '9' {
			out.WriteByte(text[i])
			continue
		}
		n := 0
		for i+1 < len(text) && '0' <= text[i+1] && text[i+1] <= '9' {
			n = n*10 + int(text[i+1]-'0')
			i++
		}
		if n < len(args) {
			out.WriteString(args[n])
		}
	}
	return out.String()
}
