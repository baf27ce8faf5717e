package summary

import (
	"go/types"
	"slices"
	"strings"

	"github.com/sessionlint/sessionlint/analyzer/catalog"
)

// This file is about the directives that say what the tool cannot know: entry,
// acquires and shared.

// saying is what directives say of one function or type.
type saying struct {
	enters  catalog.EntryKind
	takes   catalog.Kind
	takesAt uint8
	shared  bool
}

var (
	entryKinds   = []catalog.EntryKind{catalog.Request, catalog.Stream, catalog.Background}
	acquireKinds = map[string]catalog.Kind{
		"pool": catalog.Pool, "conn": catalog.Conn, "session": catalog.Session, "tx": catalog.Tx, "checkout": catalog.Checkout,
	}
)

func entryKind(word string) catalog.EntryKind {
	i := slices.IndexFunc(entryKinds, func(k catalog.EntryKind) bool { return k.String() == word })
	if i < 0 {
		return catalog.NoEntry
	}
	return entryKinds[i]
}

// wrongKind says what is wrong with the word behind entry or acquires, or "".
func wrongKind(verb, word string) string {
	want, known := "request, stream or background", entryKind(word) != catalog.NoEntry
	if verb == "acquires" {
		want = "pool, conn, session, tx or checkout"
		_, known = acquireKinds[word]
	}
	switch {
	case known:
		return ""
	case word == "":
		return verb + " needs a kind: " + want
	}
	return verb + " knows no " + word + ": want " + want
}

// say notes what a directive says of the function or type that it stands on. It
// returns what is wrong with that, or "".
func (b *builder) say(d *Directive, kind string, on types.Object) string {
	verb := b.out.Strings[d.Verb]
	fn, isFunc := on.(*types.Func)
	switch verb {
	case "provider", "background", "shared", "acquires":
		if !isFunc {
			return verb + " belongs in the documentation of a function"
		}
	case "entry":
		if on == nil {
			return "entry belongs in the documentation of a function or a type"
		}
	default:
		return ""
	}
	s := b.says[on]
	switch verb {
	case "shared":
		s.shared = true
	case "acquires":
		at := resourceResult(fn.Signature())
		if at < 0 {
			return "acquires belongs on a function that returns what it acquires"
		}
		s.takes, s.takesAt = acquireKinds[kind], uint8(at)
	case "entry":
		if s.enters != catalog.NoEntry {
			return "a second entry: one is enough"
		}
		s.enters = entryKind(kind)
		if t, ok := on.(*types.TypeName); ok {
			if wrong := b.entryType(d, t, s.enters); wrong != "" {
				return wrong
			}
		}
	}
	if s.shared && s.takes != catalog.NoKind {
		return "acquires and shared exclude each other"
	}
	b.says[on] = s
	return ""
}

// resourceResult is the first result that can be a resource, or -1.
func resourceResult(sig *types.Signature) int {
	for i := range min(sig.Results().Len(), 256) {
		if resourceLike(sig.Results().At(i).Type()) {
			return i
		}
	}
	return -1
}

// entryType makes handlers of the values of a type: functions that are converted
// to it, the methods of the types that implement it, or its own methods.
func (b *builder) entryType(d *Directive, t *types.TypeName, kind catalog.EntryKind) string {
	named, ok := t.Type().(*types.Named)
	if !ok || t.IsAlias() {
		return "entry belongs on a type of its own, not on an alias"
	}
	e := Entry{Kind: kind, Role: catalog.Handler, Framework: b.str("declared"), Type: d.Type}
	switch u := named.Underlying().(type) {
	case *types.Signature:
		e.Node = b.node(payloadNode(b.typeName(named)))
	case *types.Interface:
		if u.NumMethods() == 0 {
			return t.Name() + " has no method that could be an entry point"
		}
		b.iface(named)
		e.Node, e.Iface = b.node("e:"+b.out.Strings[d.Type]), true
		for m := range u.Methods() {
			e.Methods = append(e.Methods, b.str(methodKey(m)))
		}
	default:
		if !slices.ContainsFunc(methodsOf(named), func(m *types.Func) bool { return m.Exported() && m.Pkg() == t.Pkg() }) {
			return t.Name() + " has no exported method that could be an entry point"
		}
		return ""
	}
	b.out.Entries = append(b.out.Entries, e)
	return ""
}

// declared puts what directives say into a function's summary.
func (b *builder) declared(fs *funcState, o *types.Func) {
	s := b.says[o]
	if r := o.Signature().Recv(); r != nil && s.enters == catalog.NoEntry && o.Exported() {
		if n := namedOf(r.Type()); n != nil {
			s.enters = b.says[n.Origin().Obj()].enters
		}
	}
	if strings.HasSuffix(b.in.Fset.File(o.Pos()).Name(), "_test.go") {
		return
	}
	fs.f.Enters, fs.f.Takes, fs.f.TakesAt = s.enters, s.takes, s.takesAt
	fs.entry = fs.entry || s.enters == catalog.Request || s.enters == catalog.Stream
	if s.shared {
		fs.f.Flags |= IsShared
	}
}
