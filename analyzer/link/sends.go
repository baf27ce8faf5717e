package link

import (
	"slices"

	"github.com/sessionlint/sessionlint/analyzer/summary"
)

// Send is a call that turned out to send to a stream, or to receive from one:
// the value or function that is called came from somewhere else.
type Send struct {
	Call   int32
	Symbol string
}

// sends collects them, and the calls that hand streams on. Sends that a summary
// sees by itself are points.
func (s *solver) sends() {
	for _, st := range s.sites {
		if !s.live[st.fn] || !s.p.Own(st.fn) {
			continue
		}
		f := s.p.Funcs[st.fn]
		if f.Sum.Flags&summary.IsMethodValue != 0 {
			continue // it sends where it is called
		}
		if bits := s.handsStreams(st); bits != 0 {
			if f.streams == nil {
				f.streams = map[int32]uint64{}
			}
			f.streams[st.call] = bits
		}
		seen := slices.ContainsFunc(f.Sum.Points, func(p summary.Point) bool {
			return p.Kind == summary.StreamSend && p.Pos == st.c.Pos
		})
		if st.sends != "" && !seen {
			f.Sends = append(f.Sends, Send{st.call, st.sends})
		}
	}
}

// handsStreams is a bit set of the arguments at which streams arrive.
func (s *solver) handsStreams(st *site) uint64 {
	var bits uint64
	for i := range st.c.Args {
		a := &st.c.Args[i]
		for _, oi := range s.pts[s.node(st.fn, a.Node)] {
			if o := s.objs[oi]; a.Index < 64 && (o.kind == objStream || o.kind == objType && s.sender(o.sym)) {
				bits |= 1 << a.Index
			}
		}
	}
	return bits
}

// sender reports whether a type has a method that sends to a stream.
func (s *solver) sender(typ string) bool {
	for _, m := range s.methods(typ) {
		if m.sends {
			return true
		}
	}
	return false
}

// sends looks at what the linker found out to be a send. One on a parameter
// counts when the caller on this path hands a stream on.
func (v *visit) sends() {
	if v.generated() {
		return
	}
	for _, x := range v.f.Sends {
		c := &v.f.Sum.Calls[x.Call]
		if c.Absent&v.s.mask != 0 || c.Mode != summary.Sync || !v.handed(c.RecvParam) {
			continue
		}
		z := Hazard{Kind: SendsToStream, Symbol: x.Symbol, Place: v.place(c.Pos)}
		ok := false
		if z.Hold, ok = v.held(c.Held); !ok {
			z.Hold, ok = v.wide(c.Held)
		}
		if ok {
			v.found(z, 0, nil)
		}
	}
}

func (v *visit) handed(param summary.Param) bool {
	st := &v.states[v.at]
	if param.Func == 0 || st.from < 0 || st.edge.Via == ViaCallback || v.p.Str(v.s.fn, param.Func) != v.f.ID {
		return true
	}
	i := int(param.Index) - int(st.edge.Shift)
	return i >= 0 && i < 64 && v.p.Funcs[v.states[st.from].fn].streams[st.edge.Call]&(1<<i) != 0
}

// wide is the dialled connection or the rows that are held where the flow says
// that held is: of this function, or of one that called it.
func (v *visit) wide(held summary.Slots) (Hold, bool) {
	if live := held & v.own.wide; live != 0 {
		return v.p.holdOf(v.s.fn, live), true
	}
	return v.s.wideHold, v.s.wide
}

// send notes a call of a function that sends to a stream, or of a method of a
// value that is one.
//
// Have: send := stream.Send; send(item), and out.Send(item) with an interface
// of the program's own.
func (s *solver) send(si int32, sym string) {
	st := s.sites[si]
	if st.c.Kind == summary.Invoke {
		name := s.str(si, st.c.Symbol)
		if !summary.StreamMethod(name) {
			return
		}
		sym = "(" + sym + ")." + name
	}
	st.sends = sym
}
