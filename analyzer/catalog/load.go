package catalog

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"errors"
	"fmt"
	"go/types"
	"slices"
	"strings"
	"sync"
)

//go:embed data/*.cat
var data embed.FS

// Options selects what a catalog holds.
type Options struct {
	// Families is "default", "extended" (which includes the default set), or
	// the comma-separated names of exactly the families to look for, among
	// which the two sets may stand too. Empty is "default". Frameworks and
	// approvals are always there.
	Families string
	// Rows are more data, in the form of this package's files, as a user's
	// configuration says them. They hold whatever the families.
	Rows string
}

// Catalog is the knowledge, indexed. It does not change after Load and is safe
// for concurrent use.
type Catalog struct {
	known     index
	families  []string // loaded, in file order
	generated []generator
	digest    func() string

	mu      sync.RWMutex
	kinds   map[string]string  // generated packages met: import path → shape, or ""
	ifaces  map[typeKey]*Shape // interfaces met; nil: no entry points
	derived map[string]*Symbol
}

// pkgInfo is what the catalog says of one package.
type pkgInfo struct {
	framework string // its functions register what the types of their parameters say
	acquires  bool
	funcs     map[string]*Symbol // "Open", "(*DB).Begin"
	removed   map[string]bool    // functions that are to mean nothing
	again     map[string]bool    // releases that do nothing when they come again
	types     map[string]*typeInfo
	sigs      []sigRule
}

type typeInfo struct {
	literal  *Acquisition
	cheap    bool   // a literal of it takes nothing; if it is that of rows, they keep nothing
	handler  *Shape // a named function type
	under    *pattern
	iface    *Shape
	param    *Shape
	embedded *Shape
	session  bool // its values are sessions that somebody began
	either   bool // its values are pools, and transactions
	filled   bool // of structs that embed it, a container fills the fields
	fields   map[string]*Registration
}

type sigRule struct {
	pattern   *pattern
	shape     *Shape // nil: glue
	framework string
}

// Load reads the embedded data. Without rows of a configuration, what it says
// of a package is read when that package is first asked for: go vet starts a
// process for each package, and none of them asks for many.
func Load(o Options) (*Catalog, error) {
	blocks, err := embedded()
	if err != nil {
		return nil, err
	}
	own, err := parseOwn(o.Rows)
	if err != nil {
		return nil, err
	}
	var c *Catalog
	if own == nil {
		c, err = later(blocks, o)
	} else {
		c, err = build(append(blocks, own...), o)
	}
	if err != nil {
		return nil, err
	}
	c.digest = sync.OnceValue(func() string { return digest(o.Rows, c.families) })
	return c, nil
}

// embedded parses the data as far as a look at each line goes.
func embedded() ([]*block, error) {
	entries, err := data.ReadDir("data")
	if err != nil {
		return nil, fmt.Errorf("catalog data: %w", err)
	}
	blocks := make([]*block, 0, 400)
	var errs []error
	for _, e := range entries {
		name := "data/" + e.Name()
		text, err := data.ReadFile(name)
		if err != nil {
			return nil, fmt.Errorf("catalog data: %w", err)
		}
		bs, err := parse(name, string(text))
		blocks, errs = append(blocks, bs...), append(errs, err)
	}
	return blocks, errors.Join(errs...)
}

// digest is that of the data and of what was chosen of it.
func digest(rows string, families []string) string {
	sum := sha256.New()
	entries, _ := data.ReadDir("data") // embedded has read them before
	for _, e := range entries {
		text, _ := data.ReadFile("data/" + e.Name())
		fmt.Fprintf(sum, "data/%s %d\n", e.Name(), len(text))
		sum.Write(text)
	}
	sum.Write([]byte(rows))
	fmt.Fprintf(sum, "families %q\n", families)
	return hex.EncodeToString(sum.Sum(nil))
}

// build indexes the blocks that the options select.
func build(blocks []*block, o Options) (*Catalog, error) {
	chosen, err := choose(blocks, o.Families)
	if err != nil {
		return nil, err
	}
	all := newWhole()
	b := &builder{c: newCatalog(all), all: all}
	for _, bl := range blocks {
		if bl.family == "" || bl.own || chosen[bl.family] {
			b.block(bl)
		} else {
			b.leave(bl)
		}
	}
	if err := errors.Join(b.errs...); err != nil {
		return nil, err
	}
	return b.c, nil
}

func newCatalog(known index) *Catalog {
	return &Catalog{
		known:   known,
		kinds:   map[string]string{},
		ifaces:  map[typeKey]*Shape{},
		derived: map[string]*Symbol{},
	}
}

// choose resolves the option to a set of family names.
func choose(blocks []*block, option string) (map[string]bool, error) {
	all := map[string]bool{} // name → extended
	for _, bl := range blocks {
		if bl.family != "" {
			all[bl.family] = bl.extended
		}
	}
	if option == "" {
		option = "default"
	}
	chosen := map[string]bool{}
	for name := range strings.SplitSeq(option, ",") {
		name = strings.TrimSpace(name)
		_, known := all[name]
		switch {
		case name == "default" || name == "extended":
			for family, extended := range all {
				chosen[family] = chosen[family] || !extended || name == "extended"
			}
		case known:
			chosen[name] = true
		default:
			return nil, unknownFamily(name, all)
		}
	}
	return chosen, nil
}

func unknownFamily(name string, all map[string]bool) error {
	near := nearest(name, all)
	if len(near) == 0 {
		return fmt.Errorf("unknown family %q", name)
	}
	return fmt.Errorf("unknown family %q; near: %s", name, strings.Join(near, ", "))
}

// builder fills a catalog and collects the errors of its rows.
type builder struct {
	c     *Catalog
	all   *whole
	bl    *block
	row   row
	paths map[string]string
	left  map[string]bool // packages of families that were not chosen
	errs  []error
}

func (b *builder) leave(bl *block) {
	if b.left == nil {
		b.left = map[string]bool{}
	}
	for _, path := range bl.paths {
		b.left[path] = true
	}
}

func (b *builder) errorf(format string, args ...any) {
	b.errs = append(b.errs, lineError(b.bl.file, b.row.line, format, args...))
}

func (b *builder) block(bl *block) {
	b.bl = bl
	if bl.family != "" {
		if slices.Contains(b.c.families, bl.family) {
			b.row.line = bl.line
			b.errorf("family %s is declared twice", bl.family)
			return
		}
		b.c.families = append(b.c.families, bl.family)
	}
	for _, paths := range bl.imports() {
		b.paths = paths
		for _, name := range bl.scanned {
			if info := b.pkg(paths[name]); info.framework == "" {
				info.framework = bl.name
			}
		}
		for _, r := range bl.rows {
			b.row = r.words()
			b.apply()
		}
	}
}

// pkg is the entry of a package, made on demand. Shapes have paths like "<ent>".
func (b *builder) pkg(path string) *pkgInfo {
	info := b.all.packages[path]
	if info == nil {
		info = &pkgInfo{funcs: map[string]*Symbol{}, types: map[string]*typeInfo{}}
		b.all.packages[path] = info
	}
	return info
}

func (b *builder) symbol(r ref) *Symbol {
	info := b.pkg(r.path)
	s := info.funcs[r.name]
	if s == nil {
		s = &Symbol{Name: r.full()}
		info.funcs[r.name] = s
		delete(info.removed, r.name) // it means something else now
	}
	return s
}

// typ resolves "http.Server" or "*revel.Controller" to its entry.
func (b *builder) typ(s string) (ref, *typeInfo, bool) {
	p, err := parseType(strings.TrimPrefix(s, "*"), b.paths)
	if err != nil || p.op != named {
		b.errorf("%q is not a named type of an imported package", s)
		return ref{}, nil, false
	}
	info := b.pkg(p.path)
	ti := info.types[p.name]
	if ti == nil {
		ti = &typeInfo{}
		info.types[p.name] = ti
	}
	return ref{p.path, p.name}, ti, true
}

// framework is the name that registrations carry.
func (b *builder) framework() string {
	if b.bl.name == "" {
		return b.bl.family
	}
	return b.bl.name
}

// Canonical is the name by which the catalog knows a function: FullName of its
// origin without the type parameters of the receiver.
func Canonical(fn *types.Func) string {
	fn = fn.Origin()
	var buf [128]byte
	name := string(appendName(buf[:0], fn))
	if fn.Pkg() == nil {
		if fn.Signature().Recv() != nil { // error.Error
			return "(error)." + fn.Name()
		}
		return name
	}
	return ref{fn.Pkg().Path(), name}.full()
}

// appendName is the part of a canonical name below the package path.
func appendName(buf []byte, fn *types.Func) []byte {
	recv := fn.Signature().Recv()
	if recv == nil {
		return append(buf, fn.Name()...)
	}
	buf = append(buf, '(')
	t := types.Unalias(recv.Type())
	if p, ok := t.(*types.Pointer); ok {
		buf = append(buf, '*')
		t = types.Unalias(p.Elem())
	}
	if n, ok := t.(*types.Named); ok {
		buf = append(buf, n.Obj().Name()...)
	} else { // a method of an unnamed interface
		buf = append(buf, "interface"...)
	}
	buf = append(buf, ')', '.')
	return append(buf, fn.Name()...)
}
