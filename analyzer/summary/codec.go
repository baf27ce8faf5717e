package summary

import (
	"encoding/binary"
	"errors"
	"fmt"
)

// version changes with every change of the encoding or of what a summary
// holds, so that old cache entries and facts are not misread.
const version = 9

var errDamaged = errors.New("damaged summary")

// Encode writes a summary in the compact form that caches and facts hold. The
// same summary always gives the same bytes.
func Encode(p *Package) []byte {
	c := &codec{writing: true}
	v := uint32(version)
	c.num32(&v)
	c.pkg(p)
	return c.buf
}

// Decode reads what Encode wrote. Damaged input is an error, never a panic.
func Decode(data []byte) (*Package, error) {
	c := &codec{buf: data, all: string(data)}
	var v uint32
	if c.num32(&v); v != version {
		return nil, fmt.Errorf("summary has format %d, want %d", v, version)
	}
	p := &Package{}
	c.pkg(p)
	if c.err == nil && c.at != len(c.buf) {
		c.err = errDamaged
	}
	if c.err == nil {
		c.err = p.check()
	}
	if c.err != nil {
		return nil, c.err
	}
	return p, nil
}

// EncodeList writes summaries that have one string table, which is written once.
func EncodeList(list []*Package) []byte {
	c := &codec{writing: true, shared: true}
	var table []string
	if len(list) > 0 {
		table = list[0].Strings
	}
	v := uint32(version)
	c.num32(&v)
	c.list(&table, &list)
	return c.buf
}

// DecodeList reads what EncodeList wrote.
func DecodeList(data []byte) ([]*Package, error) {
	c := &codec{buf: data, all: string(data), shared: true}
	var v uint32
	if c.num32(&v); v != version {
		return nil, fmt.Errorf("summary has format %d, want %d", v, version)
	}
	var table []string
	var out []*Package
	c.list(&table, &out)
	if c.err == nil && c.at != len(c.buf) {
		c.err = errDamaged
	}
	for _, p := range out {
		if c.err == nil {
			c.err = p.check()
		}
	}
	if c.err != nil {
		return nil, c.err
	}
	return out, nil
}

func (c *codec) list(table *[]string, packages *[]*Package) {
	list(c, table, c.text)
	list(c, packages, func(p **Package) {
		if !c.writing {
			*p = &Package{Strings: *table}
		}
		c.pkg(*p)
	})
}

// codec walks a summary once for both directions, so that reading cannot
// drift from writing.
type codec struct {
	writing bool
	shared  bool // the string table is not part of a summary
	buf     []byte
	all     string // of the buffer being read: strings are parts of it
	at      int
	err     error
}

func (c *codec) uint(v uint64) uint64 {
	if c.writing {
		c.buf = binary.AppendUvarint(c.buf, v)
		return v
	}
	x, n := binary.Uvarint(c.buf[c.at:])
	if n <= 0 {
		c.fail()
		return 0
	}
	c.at += n
	return x
}

func (c *codec) fail() {
	c.err = errDamaged
	c.at = len(c.buf)
}

func (c *codec) num32(v *uint32) { *v = uint32(c.uint(uint64(*v))) }

func (c *codec) text(s *string) {
	n := c.uint(uint64(len(*s)))
	if c.writing {
		c.buf = append(c.buf, *s...)
		return
	}
	if n > uint64(len(c.buf)-c.at) {
		c.fail()
		return
	}
	*s = c.all[c.at : c.at+int(n)]
	c.at += int(n)
}

func (c *codec) flag(v *bool) {
	n := uint64(0)
	if *v {
		n = 1
	}
	*v = c.uint(n) == 1
}

// small codes an enumeration or a small number.
func small[T ~uint8 | ~uint16 | ~uint32](c *codec, v *T) { *v = T(c.uint(uint64(*v))) }

func list[T any](c *codec, s *[]T, each func(*T)) {
	n := c.uint(uint64(len(*s)))
	if !c.writing {
		if n > uint64(len(c.buf)-c.at) { // every element takes a byte at least
			c.fail()
			return
		}
		if n > 0 {
			*s = make([]T, n)
		}
	}
	for i := range *s {
		each(&(*s)[i])
	}
}

func (c *codec) pkg(p *Package) {
	c.text(&p.Path)
	c.text(&p.Name)
	if !c.shared {
		list(c, &p.Strings, c.text)
	}
	list(c, &p.Files, c.text)
	list(c, &p.Nodes, func(s *Str) { small(c, s) })
	list(c, &p.Acquirers, func(a *Acquirer) { small(c, &a.Symbol); small(c, &a.Kind); c.flag(&a.Auto) })
	list(c, &p.Funcs, c.fn)
	list(c, &p.Types, c.typ)
	list(c, &p.Ifaces, c.iface)
	list(c, &p.Entries, c.entry)
	list(c, &p.Docs, func(d *Doc) {
		small(c, &d.Symbol)
		c.flag(&d.Known)
		c.flag(&d.Example)
		c.pos(&d.Pos)
		small(c, &d.In)
	})
	list(c, &p.Blind, func(x *Blind) { small(c, &x.Kind); c.pos(&x.Pos); small(c, &x.In) })
	list(c, &p.Directives, c.directive)
	list(c, &p.Errors, c.text)
}

func (c *codec) flow(f *Flow) {
	small(c, &f.From)
	small(c, &f.To)
}

func (c *codec) source(s *Source) {
	small(c, &s.Node)
	small(c, &s.Kind)
	small(c, &s.Symbol)
}

func (c *codec) pos(p *Pos) {
	c.num32(&p.File)
	c.num32(&p.Line)
	c.num32(&p.Col)
}

func (c *codec) fn(f *Func) {
	small(c, &f.ID)
	c.pos(&f.Pos)
	small(c, &f.Flags)
	small(c, &f.Parent)
	small(c, &f.Shape)
	small(c, &f.Framework)
	small(c, &f.Enters)
	small(c, &f.Takes)
	small(c, &f.TakesAt)
	list(c, &f.Calls, c.call)
	list(c, &f.Acqs, c.acq)
	list(c, &f.Returns, func(r *Return) { small(c, &r.Result); c.origin(&r.Origin) })
	list(c, &f.Passes, func(p *Pass) {
		c.origin(&p.From)
		small(c, &p.Param)
		small(c, &p.Callee)
		small(c, &p.Arg)
	})
	list(c, &f.Flows, c.flow)
	list(c, &f.Sources, c.source)
	list(c, &f.Fills, func(s *Str) { small(c, s) })
	list(c, &f.Makes, func(s *Str) { small(c, s) })
	list(c, &f.Ends, func(i *uint8) { small(c, i) })
	list(c, &f.Slots, c.slot)
	list(c, &f.Points, c.point)
	list(c, &f.Leaks, c.leak)
	list(c, &f.Fixes, c.fix)
	c.slots(&f.Writes)
}

func (c *codec) origin(o *Origin) {
	c.num32(&o.Acq)
	c.num32(&o.Call)
}

func (c *codec) acq(a *Acq) {
	small(c, &a.Symbol)
	small(c, &a.Kind)
	c.flag(&a.Auto)
	c.flag(&a.Nested)
	small(c, &a.Mode)
	small(c, &a.Guard)
	c.pos(&a.Pos)
	small(c, &a.Use)
	c.origin(&a.On)
	small(c, &a.Holder)
	c.flag(&a.InLoop)
	c.slots(&a.Held)
	c.slots(&a.Absent)
	c.slots(&a.Handle)
	small(c, &a.Store)
	list(c, &a.When, c.when)
	small(c, &a.Given)
}

func (c *codec) call(k *Call) {
	small(c, &k.Kind)
	small(c, &k.Mode)
	small(c, &k.Guard)
	small(c, &k.Once)
	c.flag(&k.Catalogued)
	c.pos(&k.Pos)
	small(c, &k.Symbol)
	small(c, &k.Iface)
	small(c, &k.Recv)
	c.param(&k.RecvParam)
	list(c, &k.Args, c.arg)
	list(c, &k.Results, c.arg)
	small(c, &k.Use)
	c.origin(&k.On)
	c.flag(&k.InLoop)
	small(c, &k.Unset)
	c.slots(&k.Held)
	c.slots(&k.Absent)
	list(c, &k.Gives, func(g *Give) { small(c, &g.Arg); c.slots(&g.Slots); c.flag(&g.Known); c.flag(&g.Ctx) })
	small(c, &k.Callback)
	c.flag(&k.Later)
	c.order(k)
	list(c, &k.When, c.when)
	small(c, &k.Given)
	small(c, &k.Renews)
}

// when packs a condition.
func (c *codec) when(w *When) {
	n := w.Call << 1
	if w.True {
		n |= 1
	}
	c.num32(&n)
	w.Call, w.True = n>>1, n&1 == 1
}

// order packs what is small and in every call.
func (c *codec) order(k *Call) {
	n := k.After << 1
	if k.Plain {
		n |= 1
	}
	c.num32(&n)
	k.After, k.Plain = n>>1, n&1 == 1
}

func (c *codec) param(p *Param) {
	small(c, &p.Func)
	small(c, &p.Index)
}

func (c *codec) arg(a *Arg) {
	small(c, &a.Index)
	small(c, &a.Node)
	c.param(&a.Param)
	small(c, &a.Iface)
}

func (c *codec) typ(t *Type) {
	small(c, &t.Name)
	list(c, &t.Methods, func(m *Method) {
		small(c, &m.Key)
		small(c, &m.Sig)
		small(c, &m.Func)
		small(c, &m.Field)
		small(c, &m.Acquire)
		c.flag(&m.Auto)
		c.flag(&m.Sends)
		c.flag(&m.Queries)
		c.flag(&m.Waits)
	})
}

func (c *codec) iface(i *Iface) {
	small(c, &i.Name)
	list(c, &i.Keys, func(m *IfaceMethod) { small(c, &m.Key); small(c, &m.Sig) })
	c.flag(&i.Own)
}

func (c *codec) entry(e *Entry) {
	small(c, &e.Node)
	small(c, &e.Kind)
	small(c, &e.Role)
	small(c, &e.Framework)
	small(c, &e.Route)
	c.pos(&e.Pos)
	small(c, &e.In)
	list(c, &e.Methods, func(s *Str) { small(c, s) })
	list(c, &e.Kinds, func(k *catalogKind) { small(c, k) })
	small(c, &e.Type)
	c.flag(&e.Iface)
}
