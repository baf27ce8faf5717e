package catalog

import (
	"slices"
	"strconv"
	"strings"
)

// apply files one row for the paths at hand.
func (b *builder) apply() {
	switch b.row.word {
	case "pool", "conn", "session", "checkout", "tx", "query":
		b.acquisition()
	case "cheap":
		b.cheap()
	case "shape":
		b.shape()
	case "register", "wire", "inherit", "once":
		b.register()
	case "field":
		b.field()
	case "handler", "middleware", "signature", "glue":
		b.function()
	case "param", "interface", "embedded":
		b.typed()
	case "generated":
		b.generator()
	case "remove":
		b.remove()
	case "sessiontype", "either", "filled":
		b.typeMarks()
	case "idempotent":
		b.idempotent()
	default:
		b.marks()
	}
}

// family rows and framework rows do not mix, except for registrations: a pool
// may have hooks.
func (b *builder) inFamily() bool {
	if b.bl.family == "" {
		b.errorf("%s belongs in a family", b.row.word)
		return false
	}
	return true
}

// refs resolves the first word of the row.
func (b *builder) refs() []ref {
	if len(b.row.args) == 0 {
		b.errorf("%s needs a symbol", b.row.word)
		return nil
	}
	refs, err := symbols(b.row.args[0], b.paths)
	if err != nil {
		b.errorf("%v", err)
	}
	return refs
}

func kindOf(word string) Kind {
	switch word {
	case "pool":
		return Pool
	case "conn":
		return Conn
	case "session":
		return Session
	case "checkout":
		return Checkout
	case "tx":
		return Tx
	}
	return NoKind
}

func entryOf(word string) EntryKind {
	for k := Request; k <= Factory; k++ {
		if k.String() == word {
			return k
		}
	}
	return NoEntry
}

func (b *builder) acquisition() {
	refs := b.refs()
	if !b.inFamily() || refs == nil {
		return
	}
	kind := kindOf(b.row.word)
	if kind == NoKind && len(b.row.args) == 1 {
		for _, r := range refs {
			b.symbol(r).Query = true
		}
		return
	}
	a, ok := b.details()
	if !ok {
		return
	}
	for _, r := range refs {
		acq := a // one value per symbol
		acq.Symbol = r.full()
		b.acquire(r, &acq)
	}
}

// typeOf is what is known of the type that r names.
func (b *builder) typeOf(r ref) *typeInfo {
	info := b.pkg(r.path)
	ti := info.types[r.name]
	if ti == nil {
		ti = &typeInfo{}
		info.types[r.name] = ti
	}
	return ti
}

// acquire files an acquisition. A promoted method may stand in two families,
// which must agree.
func (b *builder) acquire(r ref, a *Acquisition) {
	info := b.pkg(r.path)
	if a.Origin == Literal {
		info.acquires, b.typeOf(r).literal = true, a
		return
	}
	s := b.symbol(r)
	if a.Kind == NoKind {
		if s.Query = true; s.Rows == nil {
			s.Rows = a
		}
		return
	}
	info.acquires = true
	switch {
	case s.Acquire == nil:
		s.Acquire = a
		if !strings.HasPrefix(r.name, "(") {
			b.acquirer(r)
		}
	case s.Acquire.Family == a.Family:
		b.errorf("%s is listed twice", s.Name)
	case b.bl.own:
		b.errorf("%s is a %s of family %s already: leave it out, or take that away with remove", s.Name, s.Acquire.Kind, s.Acquire.Family)
	case s.Acquire.Kind != a.Kind || s.Acquire.Origin != a.Origin || s.Acquire.Index != a.Index || !slices.Equal(s.Acquire.Release, a.Release):
		b.errorf("%s is another thing in family %s", s.Name, s.Acquire.Family)
	}
}

// acquirer indexes a function by the name that people write in comments.
func (b *builder) acquirer(r ref) {
	for name, path := range b.paths {
		if path == r.path {
			key := name + "." + r.name
			b.all.names[key] = append(b.all.names[key], r.full())
			return
		}
	}
}

// details reads ORIGIN and the flags behind it.
func (b *builder) details() (Acquisition, bool) {
	a := Acquisition{Family: b.bl.family, Kind: kindOf(b.row.word), Func: -1, Note: b.row.note}
	if len(b.row.args) < 2 || !a.origin(b.row.args[1]) {
		b.errorf("%s needs an origin: result0, receiver, arg1, arg1.param0, literal or none", b.row.word)
		return a, false
	}
	for _, arg := range b.row.args[2:] {
		key, value, _ := strings.Cut(arg, "=")
		switch key {
		case "auto":
			a.Auto = true
		case "lazy":
			a.Lazy = true
		case "nested":
			a.Nested = true
		case "wraps":
			a.Wraps = value
		case "func":
			n, ok := number(value, "arg")
			if !ok {
				b.errorf("func wants an argument such as arg1, not %q", value)
				return a, false
			}
			a.Func = n
		case "release":
			refs, err := symbols(value, b.paths)
			if err != nil {
				b.errorf("%v", err)
				return a, false
			}
			for _, r := range refs {
				a.Release = append(a.Release, r.full())
				b.all.releases[r.bare()] = true
			}
		default:
			b.errorf("unknown flag %q", arg)
			return a, false
		}
	}
	return a, true
}

func (a *Acquisition) origin(word string) bool {
	switch word {
	case "receiver":
		a.Origin = Receiver
		return true
	case "literal":
		a.Origin = Literal
		return true
	case "none":
		a.Index = -1
		return true
	}
	if n, ok := number(word, "result"); ok {
		a.Index = n
		return true
	}
	arg, param, callback := strings.Cut(word, ".")
	n, ok := number(arg, "arg")
	if !ok {
		return false
	}
	a.Origin, a.Index = Argument, n
	if callback {
		a.Origin, a.Func = Callback, n
		a.Index, ok = number(param, "param")
	}
	return ok
}

// number reads the digit of "arg1".
func number(word, prefix string) (int, bool) {
	digits, ok := strings.CutPrefix(word, prefix)
	n, err := strconv.ParseUint(digits, 10, 8)
	return int(n), ok && err == nil
}

func (b *builder) cheap() {
	refs := b.refs()
	if !b.inFamily() || refs == nil {
		return
	}
	if len(b.row.args) > 1 {
		if b.row.args[1] != "literal" { // a composite literal that is none, or rows that keep nothing
			b.errorf("unknown flag %q", b.row.args[1])
			return
		}
		for _, r := range refs {
			b.typeOf(r).cheap = true
		}
		return
	}
	for _, r := range refs {
		switch s := b.symbol(r); {
		case s.Acquire != nil && s.Acquire.Family == b.bl.family:
			b.errorf("%s acquires and is cheap", s.Name)
		case s.Acquire != nil && b.bl.own:
			b.errorf("%s acquires a %s, by family %s: take it away with remove instead", s.Name, s.Acquire.Kind, s.Acquire.Family)
		default:
			s.Cheap = true
		}
	}
}

// shape gives a name to a package of generated code.
func (b *builder) shape() {
	if len(b.row.args) != 2 || packageShapes(b.row.args[0]) == nil {
		b.errorf("shape wants ent or sqlc, and a name")
		return
	}
	b.paths[b.row.args[1]] = "<" + b.row.args[0] + ">"
}

// marks files the rows that only name symbols.
func (b *builder) marks() {
	refs := b.refs()
	var when []string
	for _, arg := range b.row.args[min(1, len(b.row.args)):] {
		value, ok := strings.CutPrefix(arg, "if=")
		if !ok {
			b.errorf("unknown flag %q", arg)
			return
		}
		when = strings.Split(value, ",")
	}
	for _, r := range refs {
		s := b.symbol(r)
		switch b.row.word {
		case "streams":
			s.Stream = s.Stream || when == nil
			s.StreamIf = when
		case "sends":
			s.Stream, s.Sends = true, true
		case "waits":
			s.Waits = true
		case "loop":
			s.Loop = true
		case "detach":
			s.Detach = true
		case "startup":
			s.Startup = true
		case "next":
			s.Next = true
		case "ends":
			s.Ends = true
		case "untildone":
			s.UntilDone = true
		case "failing":
			s.Failing = true
		}
	}
}
