package summary

import (
	"go/ast"
	"go/token"
	"go/types"
	"path/filepath"
	"slices"
	"sort"
	"strings"

	"github.com/sessionlint/sessionlint/analyzer/catalog"
)

// Input is one type-checked package.
type Input struct {
	Path     string // import path without a test variant suffix
	Fset     *token.FileSet
	Files    []*ast.File
	Examples []*ast.File // test files that are read for their Example functions only; they have no types
	Pkg      *types.Package
	Info     *types.Info // Defs, Uses, Selections, Types, Implicits, Instances
	Catalog  *catalog.Catalog
	Analysed func(path string) bool // reports whether the bodies of a package are analysed
}

// Build summarises one package. It never fails: what cannot be understood
// (syntax without types) is left out.
func Build(in Input) *Package {
	b := &builder{
		in:         in,
		out:        &Package{Path: in.Path, Name: in.Pkg.Name()},
		strs:       map[string]Str{},
		named:      map[string]Node{},
		vars:       map[types.Object]Node{},
		params:     map[types.Object]paramRef{},
		mutated:    map[types.Object]bool{},
		bound:      map[*ast.FuncLit]bool{},
		typed:      map[string]bool{},
		valued:     map[string]bool{},
		ifaces:     map[string]bool{},
		classes:    map[types.Type]class{},
		symbols:    map[*types.Func]string{},
		tparams:    map[*types.TypeParam]int{},
		ctlrs:      map[*types.TypeName]*catalog.Shape{},
		sessions:   map[types.Type]bool{},
		mapReads:   map[*types.Func]map[string]bool{},
		mapDeletes: map[*types.Func][]string{},
		handles:    map[types.Type]bool{},
		pools:      map[types.Type]bool{},
		begun:      map[types.Type]bool{},
		carriers:   map[carrier]bool{},
		siblings:   map[types.Type][]*types.Func{},
		scopes:     map[*types.Package][]string{},
		says:       map[types.Object]saying{},
		keepers:    map[types.Type]bool{},
		constant:   map[*types.Func]bool{},
	}
	b.str("")
	b.files()
	b.prepass()
	b.readMaps()
	b.readDeletes()
	b.readConstants()
	b.instances()
	b.directives()
	b.declarations()
	b.docs()
	b.examples()
	b.blindFiles()
	return b.out
}

// builder is the state of one Build.
type builder struct {
	in    Input
	out   *Package
	strs  map[string]Str
	named map[string]Node // named nodes

	vars       map[types.Object]Node
	params     map[types.Object]paramRef
	mutated    map[types.Object]bool                 // variables assigned to after their declaration
	bound      map[*ast.FuncLit]bool                 // literals that do not outlive the call they are passed to
	typed      map[string]bool                       // concrete types whose method table is recorded
	valued     map[string]bool                       // acquisitions that are recorded as values
	ifaces     map[string]bool                       // interfaces whose method set is recorded
	classes    map[types.Type]class                  // memo of classOf
	symbols    map[*types.Func]string                // memo of symbolOf
	tparams    map[*types.TypeParam]int              // position among the type parameters of its function or type
	declID     string                                // ID of the function declaration being walked
	declPlace  string                                // of a decorator, its placeholder for the place of the call
	ctlrs      map[*types.TypeName]*catalog.Shape    // memo of controller shapes
	sessions   map[types.Type]bool                   // memo of sessionType
	mapReads   map[*types.Func]map[string]bool       // maps that a function of the package looks up
	mapDeletes map[*types.Func][]string              // maps from which it deletes in any case
	methods    map[string]string                     // memo of acquiringMethods
	enders     map[*types.Func]map[int]bool          // functions of the package that end a parameter; -1 is the receiver
	setters    map[*types.Func]map[types.Object]bool // methods of the package, and the parameters that they keep in their receiver
	handles    map[types.Type]bool                   // memo of handleType
	pools      map[types.Type]bool                   // memo of poolType
	begun      map[types.Type]bool                   // memo of begunType
	carriers   map[carrier]bool                      // memo of carriesRequest
	siblings   map[types.Type][]*types.Func          // memo of siblingMethods
	scopes     map[*types.Package][]string           // memo of scopeNames
	says       map[types.Object]saying               // what directives say of functions and types
	keepers    map[types.Type]bool                   // memo of keepsHandle
	constant   map[*types.Func]bool                  // functions of the package that always return the same, and what
	fileIdx    map[*token.File]uint32
	gen        map[*token.File]bool

	fn   *funcState // the function being walked
	decl *declState // the declaration being walked
}

// paramRef says which parameter of which function a variable is.
type paramRef struct {
	fn    *funcState
	index int
}

// funcState is the state of walking one function body.
type funcState struct {
	id     string
	slot   int // index in out.Funcs
	f      Func
	sig    *types.Signature
	parent *funcState
	bound  bool // a closure that does not outlive the call it is passed to
	entry  bool // an entry point by shape, or a closure in one
	lits   int  // closures numbered so far
	known  []nilFact
	defers int // nesting of deferred closures
	loops  int // nesting of loops
	nested int // in how many branches, loops and clauses the walk is
	last   int // index + 1 of the last kept call that has run for sure

	failing int  // nesting of branches that an error leads into
	left    bool // a branch before this may have left the function, and not for an error
}

func (b *builder) str(s string) Str {
	if i, ok := b.strs[s]; ok {
		return i
	}
	i := Str(len(b.out.Strings))
	b.out.Strings = append(b.out.Strings, s)
	b.strs[s] = i
	return i
}

// files fixes the order of the file table, so that it does not depend on the
// order in which files were parsed.
func (b *builder) files() {
	b.fileIdx = map[*token.File]uint32{}
	b.in.Files = slices.DeleteFunc(slices.Clone(b.in.Files), func(f *ast.File) bool { return !f.Package.IsValid() })
	b.gen = map[*token.File]bool{}
	sort.SliceStable(b.in.Files, func(i, j int) bool { return b.fileName(b.in.Files[i]) < b.fileName(b.in.Files[j]) })
	for i, f := range b.in.Files {
		tf := b.in.Fset.File(f.Package)
		b.fileIdx[tf] = uint32(i)
		b.gen[tf] = ast.IsGenerated(f)
		b.out.Files = append(b.out.Files, b.fileName(f))
	}
}

func (b *builder) fileName(f *ast.File) string {
	name := filepath.Base(b.in.Fset.File(f.Package).Name())
	if src, ok := strings.CutSuffix(name, cgoSuffix); ok {
		return src + ".go"
	}
	return name
}

// cgoSuffix ends the names of what cgo makes of a file that imports "C". The
// go command hands those to vet tools; their //line directives lead back.
const cgoSuffix = ".cgo1.go"

// pos is the place in the file as it lies on disk: //line directives would
// name files that an editor cannot open.
func (b *builder) pos(p token.Pos) Pos {
	tf := b.in.Fset.File(p)
	if tf == nil {
		return Pos{}
	}
	q := tf.PositionFor(p, strings.HasSuffix(tf.Name(), cgoSuffix))
	return Pos{File: b.fileIdx[tf], Line: uint32(q.Line), Col: uint32(q.Column)}
}

func (b *builder) isType(e ast.Expr) bool {
	tv, ok := b.in.Info.Types[e]
	return ok && tv.IsType()
}

// instances records the method tables of type arguments: a value of a type
// parameter's type is one of them.
func (b *builder) instances() {
	ids := make([]*ast.Ident, 0, len(b.in.Info.Instances))
	for id := range b.in.Info.Instances {
		ids = append(ids, id)
	}
	sort.Slice(ids, func(i, j int) bool { return ids[i].Pos() < ids[j].Pos() })
	b.bindTypeParams()
	for _, id := range ids {
		if o := b.in.Info.Uses[id]; o == nil || !b.analysedPkg(o.Pkg()) {
			continue
		}
		args := b.in.Info.Instances[id].TypeArgs
		for i := range args.Len() {
			if t := args.At(i); !isTypeParam(t) && !types.IsInterface(t) && hasMethods(t) {
				b.typeTable(t)
			}
		}
	}
}

// bindTypeParams numbers the type parameters of the package's own generic
// functions, types and methods.
func (b *builder) bindTypeParams() {
	set := func(l *types.TypeParamList) {
		for i := range l.Len() {
			b.tparams[l.At(i)] = i
		}
	}
	for _, o := range b.in.Info.Defs {
		switch o := o.(type) {
		case *types.Func:
			set(o.Signature().TypeParams())
			set(o.Signature().RecvTypeParams())
		case *types.TypeName:
			if n, ok := o.Type().(*types.Named); ok {
				set(n.TypeParams())
			}
		}
	}
}

// declarations walks all bodies and package variables in source order.
func (b *builder) declarations() {
	inits, mains := 0, 1
	opaque := b.in.Catalog.Opaque(b.in.Pkg)
	vars := b.openFunc(b.in.Path+".init", token.NoPos, nil)
	vars.f.Flags |= IsInit
	b.fn = nil
	for _, f := range b.in.Files {
		if opaque && b.gen[b.in.Fset.File(f.Package)] {
			continue // ent, sqlc: the catalog describes what it offers
		}
		for _, d := range f.Decls {
			switch d := d.(type) {
			case *ast.FuncDecl:
				o, ok := b.in.Info.Defs[d.Name].(*types.Func)
				another := !ok && b.anotherMain(d)
				if another {
					o = types.NewFunc(d.Name.Pos(), b.in.Pkg, "main", types.NewSignatureType(nil, nil, nil, nil, nil, false))
				}
				if o != nil && d.Body != nil {
					id := b.symbolOf(o) + placeholders(paramsOf(o))
					if d.Recv == nil && (d.Name.Name == "init" || d.Name.Name == "_") {
						inits++
						id += "#" + itoa(inits)
					}
					if another {
						mains++
						id += "#" + itoa(mains)
					}
					b.funcDecl(id, o, d)
				}
			case *ast.GenDecl:
				b.packageVars(vars, d)
			}
		}
	}
	b.out.Funcs[vars.slot] = vars.f
}

func (b *builder) packageVars(fs *funcState, d *ast.GenDecl) {
	if d.Tok != token.VAR {
		return
	}
	for _, s := range d.Specs {
		vs, ok := s.(*ast.ValueSpec)
		if !ok || len(vs.Values) == 0 {
			continue
		}
		if fs.f.Pos.Line == 0 {
			fs.f.Pos = b.pos(vs.Pos())
		}
		b.decl, b.declPlace = newDeclState(b, vs), ""
		b.fn = fs
		b.valueSpec(vs)
		b.fn = nil
		b.out.Funcs[fs.slot] = fs.f
		b.decl.finish(b)
		b.hold(vs, fs)
		fs.f = b.out.Funcs[fs.slot]
	}
}

func (b *builder) funcDecl(id string, o *types.Func, d *ast.FuncDecl) {
	b.declID, b.declPlace = id, ""
	if decorates(o.Signature()) {
		b.declPlace = "%" + itoa(paramsOf(o)-1)
	}
	b.decl = newDeclState(b, d.Body)
	if s := b.in.Catalog.Func(o); s != nil {
		b.decl.queries = s.Query
	}
	fs := b.openFunc(id, d.Name.Pos(), o.Signature())
	fs.f.Flags |= b.declFlags(o, d)
	b.entryShape(fs, o.Signature(), o)
	b.declared(fs, o)
	b.bindParams(fs)
	b.block(d.Body.List)
	b.namedResults(fs)
	b.closeFunc(fs)
	b.decl.finish(b)
	b.hold(d.Body, fs)
}

// openFunc reserves the function's place in the summary, so that the order
// is that of the source, and makes it the current one.
func (b *builder) openFunc(id string, pos token.Pos, sig *types.Signature) *funcState {
	fs := &funcState{id: id, slot: len(b.out.Funcs), sig: sig, parent: b.fn}
	fs.f.ID = b.str(id)
	if pos.IsValid() {
		fs.f.Pos = b.pos(pos)
	}
	b.out.Funcs = append(b.out.Funcs, Func{})
	b.fn = fs
	return fs
}

func (b *builder) closeFunc(fs *funcState) {
	b.out.Funcs[fs.slot] = fs.f
	b.fn = fs.parent
}

func (b *builder) bindParams(fs *funcState) {
	k := 0
	if r := fs.sig.Recv(); r != nil {
		b.bindParam(fs, r, k)
		if n := namedOf(r.Type()); n != nil {
			if _, ok := n.Underlying().(*types.Signature); ok {
				// Have: func (f Adapter) ServeHTTP(w, r) { f(w, r) }
				b.flow(b.node(payloadNode(b.typeName(n))), b.node(paramNode(fs.id, 0)))
			}
		}
		k++
	}
	for i := range fs.sig.Params().Len() {
		b.bindParam(fs, fs.sig.Params().At(i), k)
		k++
	}
}

func (b *builder) bindParam(fs *funcState, v *types.Var, k int) {
	b.params[v] = paramRef{fs, k}
	b.injected(fs, v.Type())
	if v != fs.sig.Recv() && !fs.entry && b.sessionType(v.Type()) && !b.either(namedOf(v.Type())) {
		fs.f.Flags |= GetsSession
		b.decl.markParam(v)
	}
	if b.classOf(v.Type()) != nothing {
		b.vars[v] = b.node(paramNode(fs.id, k))
		if b.in.Catalog.StreamValue(v.Type()) {
			fs.f.Sources = append(fs.f.Sources, Source{b.vars[v], StreamValue, b.str(types.TypeString(v.Type(), nil))})
		}
	}
}

// namedResults lets bare returns and deferred assignments reach the results.
func (b *builder) namedResults(fs *funcState) {
	for i := range fs.sig.Results().Len() {
		v := fs.sig.Results().At(i)
		if v.Name() == "" || v.Name() == "_" {
			continue
		}
		if b.classOf(v.Type()) != nothing {
			b.flow(b.varNode(v), b.node(resultNode(fs.id, i)))
		}
		if n := b.decl.resObj(v); n != nil {
			b.decl.returned([]ref{{n: n}}, fs, i)
		}
	}
}

// closure walks a function literal where it stands and returns the node that
// holds it.
func (b *builder) closure(e *ast.FuncLit) Node {
	outer := b.fn
	outer.lits++
	id := outer.id + "$" + itoa(outer.lits)
	n := b.local()
	b.source(n, FuncValue, id)
	sig, ok := b.typeOf(e).Underlying().(*types.Signature)
	if !ok {
		return n
	}
	fs := b.openFunc(id, e.Pos(), sig)
	b.decl.closure(e, fs)
	fs.bound = b.bound[e]
	fs.defers = outer.defers
	fs.entry = outer.entry
	fs.known = outer.known[:len(outer.known):len(outer.known)]
	fs.f.Flags |= IsClosure | outer.f.Flags&(IsTest|IsExample|IsGenerated)
	fs.f.Parent = b.str(outer.id)
	b.entryShape(fs, sig, nil)
	b.bindParams(fs)
	b.block(e.Body.List)
	b.namedResults(fs)
	b.closeFunc(fs)
	return n
}
