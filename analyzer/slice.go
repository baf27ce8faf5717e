package analyzer

import (
	"slices"
	"strings"

	"github.com/sessionlint/sessionlint/analyzer/catalog"
	"github.com/sessionlint/sessionlint/analyzer/summary"
)

// slicer finds the part of a closure that packages further up can still need.
//
// Of the package's own functions it leaves out those that cannot be part of a
// chain: they acquire nothing, call nothing that does or that is still open (an
// interface method, a function value), and put no function or object anywhere.
//
// Of the packages below it takes what can run because of this one: what its
// functions lead to, methods of the types that it exposes, and what runs by
// itself (init, handlers). An importer that needs more of a package below
// imports it as well, and has that package's own fact.
//
// A closure is carried by every package above it, so what is left out here is
// left out many times over.
type slicer struct {
	below  []member
	own    member
	decls  map[string]*decl // by ID
	mine   *matters
	tables map[string][]string // functions of a type's methods
	names  map[string]bool     // functions and types that were mentioned
	ifaces map[string]bool     // interfaces that were
	work   []*decl
}

// decl is a declared function and the closures in it. They share nodes, and so
// stay together.
type decl struct {
	part  int // member that holds it: index into below, or its length for the own
	funcs []*summary.Func
	taken bool
}

// slice returns the members of the fact of a package. all keeps whatever is
// below, for libraries: anybody may call any exported function.
func slice(below []member, own member, exposed map[string]bool, all bool) []member {
	k := &slicer{
		below: below, own: own, decls: map[string]*decl{}, tables: map[string][]string{}, names: map[string]bool{}, ifaces: map[string]bool{},
	}
	for i := range below {
		sum := below[i].sum
		for j := range sum.Funcs {
			k.declare(i, sum, &sum.Funcs[j])
		}
		k.typeTables(sum)
	}
	k.ownFuncs()
	k.typeTables(own.sum)
	k.roots(exposed, all)
	for len(k.work) > 0 {
		d := k.work[len(k.work)-1]
		k.work = k.work[:len(k.work)-1]
		for _, f := range d.funcs {
			k.leads(k.part(d.part).sum, f)
		}
	}
	return k.copy()
}

func (k *slicer) part(i int) *member {
	if i == len(k.below) {
		return &k.own
	}
	return &k.below[i]
}

// declare files a function. Of the parts of one package the first that has a
// declaration counts, as for the linker.
func (k *slicer) declare(part int, sum *summary.Package, f *summary.Func) {
	id := declaration(sum.Strings[f.ID])
	d := k.decls[id]
	if d == nil {
		d = &decl{part: part}
		k.decls[id] = d
	}
	if d.part == part {
		d.funcs = append(d.funcs, f)
	}
}

func (k *slicer) typeTables(sum *summary.Package) {
	for i := range sum.Types {
		t := &sum.Types[i]
		name := sum.Strings[t.Name]
		if _, known := k.tables[name]; known {
			continue
		}
		funcs := make([]string, 0, len(t.Methods))
		for _, m := range t.Methods {
			funcs = append(funcs, sum.Strings[m.Func])
		}
		k.tables[name] = funcs
	}
}

// ownFuncs files the functions of the package itself that matter.
func (k *slicer) ownFuncs() {
	sum := k.own.sum
	k.mine = &matters{sum: sum, below: k.decls, keep: make([]bool, len(sum.Funcs)), index: map[string]int{}}
	k.mine.find()
	for i, keep := range k.mine.keep {
		if keep {
			k.declare(len(k.below), sum, &sum.Funcs[i])
		}
	}
}

// roots are what packages above can reach directly, and what runs by itself.
func (k *slicer) roots(exposed map[string]bool, all bool) {
	for id, d := range k.decls {
		own := k.part(d.part).own
		if all || d.part == len(k.below) || exposed[receiver(id)] || slices.ContainsFunc(d.funcs, func(f *summary.Func) bool { return runsItself(f, own) }) {
			k.take(d)
		}
	}
	for i := range len(k.below) + 1 {
		sum := k.part(i).sum
		for _, e := range sum.Entries {
			k.ifaces[sum.Strings[e.Type]] = true // of an interface that is declared to be a handler
		}
	}
}

// runsItself reports whether a function runs without being called by the program.
func runsItself(f *summary.Func, own bool) bool {
	return f.Flags&(summary.IsMain|summary.IsInit|summary.IsTest) != 0 ||
		own && (f.Shape != catalog.NoEntry || f.Enters != catalog.NoEntry || f.Flags&summary.IsDecoder != 0)
}

func (k *slicer) take(d *decl) {
	if !d.taken {
		d.taken = true
		k.work = append(k.work, d)
	}
}

// leads follows what a function may run or make.
func (k *slicer) leads(sum *summary.Package, f *summary.Func) {
	for i := range f.Calls {
		c := &f.Calls[i]
		if c.Kind == summary.Static {
			k.mention(sum.Strings[c.Symbol])
		}
		k.ifaces[sum.Strings[c.Iface]] = true
		for j := range c.Args {
			k.ifaces[sum.Strings[c.Args[j].Iface]] = true
		}
	}
	for i := range f.Sources {
		k.mention(sum.Strings[f.Sources[i].Symbol])
	}
	for i := range f.Passes {
		k.mention(sum.Strings[f.Passes[i].Callee])
	}
}

// mention follows the name of a function or of a type, with its type arguments.
func (k *slicer) mention(name string) {
	if name == "" || k.names[name] {
		return
	}
	k.names[name] = true
	template, args := summary.Template(name)
	if d := k.decls[declaration(template)]; d != nil {
		k.take(d)
	}
	for _, f := range k.tables[name] {
		k.mention(f)
	}
	if template != name {
		k.mention(template)
	}
	for _, a := range args {
		k.mention(strings.TrimLeft(a, "*[]"))
	}
}

// declaration is the ID of the declared function around a closure.
func declaration(id string) string {
	id, _, _ = strings.Cut(id, "$")
	return id
}

// receiver is the type of which a function is a method: of "(*a.b/c.T).M",
// "a.b/c.T".
func receiver(id string) string {
	if !strings.HasPrefix(id, "(") {
		return ""
	}
	typ, _, _ := strings.Cut(strings.TrimLeft(id, "(*"), ")")
	return typ
}
