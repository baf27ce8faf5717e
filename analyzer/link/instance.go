package link

import (
	"strings"

	"github.com/sessionlint/sessionlint/analyzer/summary"
)

// instance is a generic function with type arguments, and the closures in it:
// it has nodes of its own, so that instances do not mix.
type instance struct {
	args  []string
	nodes map[summary.Node]int32
}

// longest is the longest ID of an instance: code that instantiates itself with
// ever larger types is merged beyond it.
const longest = 600

// find is the function of an ID. Instances of generic functions are made when
// they are first asked for.
func (s *solver) find(id string) (int32, bool) {
	if fi, ok := s.p.index[id]; ok {
		return fi, true
	}
	if !strings.Contains(id, "[") {
		return 0, false
	}
	if near := summary.NearestCalls(id); near != id {
		fi, ok := s.find(near)
		if ok {
			s.p.index[id] = fi
		}
		return fi, ok
	}
	name, args := summary.Template(id)
	fi, ok := s.p.index[name]
	if !ok || name == id {
		return 0, false
	}
	if len(id) > longest || unresolved(args) {
		s.p.index[id] = fi // the template stands for what cannot be told apart
		return fi, true
	}
	return s.instantiate(id, fi, args), true
}

// unresolved reports whether type arguments are not known: code of a template
// that runs without an instance, or types that have no name.
func unresolved(args []string) bool {
	for _, a := range args {
		if strings.ContainsAny(a, "%?") {
			return true
		}
	}
	return len(args) == 0
}

func (s *solver) instantiate(id string, template int32, args []string) int32 {
	t := s.p.Funcs[template]
	fi := int32(len(s.p.Funcs))
	s.p.index[id] = fi
	f := &Func{ID: id, Unit: t.Unit, Sum: t.Sum, Parent: -1, Args: args}
	s.p.Funcs = append(s.p.Funcs, f)
	s.params, s.results = append(s.params, nil), append(s.results, nil)
	s.live, s.siteOf = append(s.live, false), append(s.siteOf, nil)
	root := id[:strings.LastIndexByte(id, ']')+1]
	inst := s.decls[root]
	if inst != nil {
		s.inst = append(s.inst, inst)
	} else {
		inst = &instance{args: args, nodes: map[summary.Node]int32{}}
		s.decls[root] = inst
		s.inst = append(s.inst, inst) // before the types: what they convert may need further instances
		for i, a := range args {
			s.typeArg(summary.TypeParamNode(root, i), a)
		}
	}
	s.boundaryNodes(t.ID, id)
	if t.Parent >= 0 {
		if p, ok := s.find(summary.Instantiate(s.p.Funcs[t.Parent].ID, args)); ok {
			f.Parent = p
		}
	}
	s.loadSites(fi)
	for _, e := range s.entriesIn[t.ID] {
		e.node = s.node(fi, s.p.Units[e.unit].Summary.Entries[e.entry].Node)
		s.watchEntry(e)
	}
	return fi
}

// boundaryNodes makes the nodes of an instance's parameters and results that the
// template follows: calls bind to them before its body is looked at.
func (s *solver) boundaryNodes(template, id string) {
	const most = 24
	for i := range most {
		for _, name := range []func(string, int) string{summary.ParamNode, summary.ResultNode} {
			if _, ok := s.names[name(template, i)]; ok {
				s.named(name(id, i))
			}
		}
	}
}

// typeArg puts the type that a parameter stands for on its node.
func (s *solver) typeArg(node, arg string) {
	name := strings.TrimLeft(arg, "*")
	if s.methods(name) == nil {
		return
	}
	s.convert(name)
	s.add(s.named(node), s.object(objType, name))
}

// node is the solver's node of a node in a function's summary.
func (s *solver) node(fi int32, n summary.Node) int32 {
	inst := s.inst[fi]
	u := s.p.Funcs[fi].Unit
	if inst == nil {
		return s.base[u][n-1]
	}
	if m, ok := inst.nodes[n]; ok {
		return m
	}
	sum := s.p.Units[u].Summary
	m := int32(0)
	if name := sum.Strings[sum.Nodes[n-1]]; name == "" {
		m = s.fresh()
	} else {
		m = s.named(summary.Instantiate(name, inst.args))
	}
	inst.nodes[n] = m
	return m
}

// methods is the method table of a type; that of an instance of a generic type
// follows from its template's.
func (s *solver) methods(typ string) map[string]method {
	if ms, ok := s.types[typ]; ok || !strings.Contains(typ, "[") {
		return ms
	}
	name, args := summary.Template(typ)
	template := s.types[name]
	if template == nil || name == typ {
		return nil
	}
	ms := make(map[string]method, len(template))
	for key, m := range template {
		m.fn, m.field, m.sig = summary.Instantiate(m.fn, args), summary.Instantiate(m.field, args), 0
		ms[key] = m
	}
	s.types[typ] = ms
	return ms
}
