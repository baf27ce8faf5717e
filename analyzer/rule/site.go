package rule

import (
	"strconv"
	"strings"

	"github.com/sessionlint/sessionlint/analyzer/catalog"
	"github.com/sessionlint/sessionlint/analyzer/link"
	"github.com/sessionlint/sessionlint/analyzer/summary"
)

// site is one acquisition of one program: a catalogued call or literal, or a
// call of a helper that hands out a fresh resource.
type site struct {
	p      *link.Program
	fn     int32
	acq    int32 // index into the function's acquisitions, or -1
	call   int32 // index into its calls, or -1
	kind   catalog.Kind
	symbol string
	pos    link.Place
	auto   bool
	nested bool
	mode   summary.Mode
	guard  summary.Guard
	use    summary.Use
	on     summary.Origin
	holder string   // of a nil guard: the node name of what is checked
	inner  link.Ref // the acquisition behind a helper; Func -1 otherwise
	never  bool     // stands behind a condition that never holds

	inHandler bool // in the body of a request's entry point, or in a closure of it
	passesOn  bool // that body calls the next handler or a callback
	absent    summary.Slots
	beside    bool // that body was given a session already
}

func (s *site) function() string { return summary.Bare(s.p.Funcs[s.fn].ID) }

func (s *site) origin() summary.Origin {
	if s.acq >= 0 {
		return summary.Origin{Acq: uint32(s.acq + 1)}
	}
	return summary.Origin{Call: uint32(s.call + 1)}
}

func (s *site) inLoop() bool {
	sum := s.p.Funcs[s.fn].Sum
	return s.acq >= 0 && sum.Acqs[s.acq].InLoop || s.call >= 0 && sum.Calls[s.call].InLoop
}

func (s *site) released() bool {
	return s.use&summary.UseReleased != 0 || s.p.PassedToEnd(s.fn, s.origin())
}

// key identifies the place over several programs.
func (s *site) key() string {
	u := s.p.Units[s.pos.Unit].Summary
	return strings.Join([]string{
		u.Path, strconv.Itoa(int(s.pos.Pos.File)), strconv.Itoa(int(s.pos.Pos.Line)), strconv.Itoa(int(s.pos.Pos.Col)), s.symbol,
	}, "\x00")
}

// sitesOf lists the acquisitions in the analysed modules' own code, in the
// order of the program.
func sitesOf(p *link.Program) []*site {
	handlers := map[int32]bool{}
	for _, e := range p.Entries {
		if onRequest(e) && !e.Doubtful {
			handlers[e.Func] = true
		}
	}
	var out []*site
	for fi := range p.Funcs {
		f := int32(fi)
		if !p.Own(f) {
			continue
		}
		out = append(out, catalogued(p, f)...)
		out = append(out, derived(p, f)...)
	}
	for _, s := range out {
		s.inHandler, s.passesOn, s.beside = enclosing(p, s.fn, handlers)
		s.beside = s.beside && s.absent == 0 && // given none on the way to it
			(s.acq < 0 || !p.OnGiven(link.Ref{Func: s.fn, Acq: s.acq}))
	}
	return out
}

func onRequest(e link.EntryPoint) bool {
	return e.Kind == catalog.Request || e.Kind == catalog.Stream
}

// enclosing looks outwards from a function: is a handler around it, does one of
// the bodies pass control on, and was one given a session?
func enclosing(p *link.Program, f int32, handlers map[int32]bool) (in, passes, given bool) {
	for f >= 0 {
		in = in || handlers[f]
		passes = passes || p.Funcs[f].Sum.Flags&summary.CallsNext != 0
		given = given || p.Funcs[f].Sum.Flags&summary.GetsSession != 0
		f = p.Funcs[f].Parent
	}
	return in, passes, given
}

func catalogued(p *link.Program, f int32) []*site {
	var out []*site
	sum := p.Funcs[f].Sum
	for i := range sum.Acqs {
		a := &sum.Acqs[i]
		out = append(out, &site{
			p: p, fn: f, acq: int32(i), call: -1, kind: a.Kind, symbol: p.Str(f, a.Symbol),
			pos: link.Place{Unit: p.Funcs[f].Unit, Pos: a.Pos}, auto: a.Auto, nested: a.Nested, mode: a.Mode,
			guard: a.Guard, holder: p.Str(f, a.Holder), use: a.Use, on: a.On, absent: a.Absent, inner: link.Ref{Func: -1, Acq: -1},
			never: p.Never(link.Ref{Func: f, Acq: int32(i)}),
		})
	}
	return out
}

// derived lists the calls that a person would change rather than the line
// behind them: those that obtain a session, those that resolve to a catalogued
// method, and those that obtain anything from third-party code.
func derived(p *link.Program, f int32) []*site {
	var out []*site
	sum := p.Funcs[f].Sum
	for _, d := range p.Funcs[f].Acquire {
		callee := p.Lookup(d.Symbol)
		own := callee >= 0 && p.Own(callee)
		if own && (d.Kind == catalog.Pool || d.Kind == catalog.Conn) && p.Funcs[callee].Sum.Takes == catalog.NoKind {
			continue // found at the acquisition itself
		}
		c := &sum.Calls[d.Call]
		nested := d.Inner.Func >= 0 && p.Funcs[d.Inner.Func].Sum.Acqs[d.Inner.Acq].Nested
		out = append(out, &site{
			p: p, fn: f, acq: -1, call: d.Call, kind: d.Kind, symbol: summary.Bare(d.Symbol),
			pos: link.Place{Unit: p.Funcs[f].Unit, Pos: c.Pos}, auto: d.Auto, nested: nested, mode: c.Mode,
			guard: c.Guard, use: c.Use, on: c.On, absent: c.Absent, inner: d.Inner,
		})
	}
	return out
}
