package query

import (
	"cmp"
	"slices"

	"github.com/sessionlint/sessionlint/analyzer/link"
	"github.com/sessionlint/sessionlint/analyzer/rule"
	"github.com/sessionlint/sessionlint/analyzer/summary"
)

// Unseen lists the places in own code from which control goes on where no
// program shows: a call that is resolved in one of several programs is not
// among them.
func (q *Query) Unseen() []rule.Unseen {
	type key struct {
		kind string
		at   rule.Position
	}
	open := map[key]rule.Unseen{}
	for _, p := range q.progs() {
		if p.Tests {
			continue
		}
		for _, u := range p.Blind {
			x := p.unresolved(u)
			open[key{x.Kind, x.Position}] = x
		}
	}
	for _, p := range q.progs() {
		p.resolved(func(kind string, at rule.Position) { delete(open, key{kind, at}) })
	}
	for _, p := range q.progs() {
		for u := range p.Units {
			if !p.Units[u].Own {
				continue
			}
			sum := p.Units[u].Summary
			for _, b := range sum.Blind {
				x := rule.Unseen{
					Kind: blindKind(b.Kind), Function: summary.Bare(sum.Strings[b.In]),
					Position: p.place(link.Place{Unit: int32(u), Pos: b.Pos}),
				}
				open[key{x.Kind, x.Position}] = x
			}
		}
	}
	out := make([]rule.Unseen, 0, len(open))
	for _, x := range open {
		out = append(out, x)
	}
	slices.SortFunc(out, func(a, b rule.Unseen) int {
		return cmp.Or(cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Position.File, b.Position.File),
			cmp.Compare(a.Position.Line, b.Position.Line), cmp.Compare(a.Position.Column, b.Position.Column))
	})
	return out
}

const (
	interfaceCall = "interface-call"
	functionValue = "function-value"
)

func (p *program) unresolved(u link.Unresolved) rule.Unseen {
	kind := functionValue
	if u.Kind == summary.Invoke {
		kind = interfaceCall
	}
	return rule.Unseen{
		Kind: kind, What: u.Symbol, Function: p.name(u.Func),
		Position: p.inFunc(u.Func, p.Funcs[u.Func].Sum.Calls[u.Call].Pos),
	}
}

// resolved tells of every interface call and call of a function value from
// which the program goes on.
func (p *program) resolved(tell func(kind string, at rule.Position)) {
	for fi := range p.Funcs {
		f := int32(fi)
		if !p.Own(f) {
			continue
		}
		for _, e := range p.Funcs[f].Out {
			c := &p.Funcs[f].Sum.Calls[e.Call]
			switch c.Kind {
			case summary.Invoke:
				tell(interfaceCall, p.inFunc(f, c.Pos))
			case summary.Dynamic:
				tell(functionValue, p.inFunc(f, c.Pos))
			}
		}
	}
}

func blindKind(k summary.BlindKind) string {
	return [...]string{"reflection", "plugin", "linkname", "cgo"}[k]
}
