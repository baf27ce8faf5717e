package rule

import (
	"github.com/sessionlint/sessionlint/analyzer/catalog"
	"github.com/sessionlint/sessionlint/analyzer/link"
	"github.com/sessionlint/sessionlint/analyzer/summary"
)

// spokenFor gives its verdict to an acquisition that stands in a function of
// which a directive says what calling it means.
func (r *reaches) spokenFor(j *judged) bool {
	in := r.p.Declaration(j.fn)
	switch sum := r.p.Funcs[in].Sum; {
	case !r.p.Own(in):
	case sum.Takes != catalog.NoKind:
		j.is(factory, "in a function that is declared to acquire: its calls are judged in its place")
		return true
	case sum.Flags&summary.IsShared != 0:
		reason := ""
		if e := r.declared.on(r.p, in, "shared"); e != nil {
			j.approval, reason = e.approval(), ": "+e.Reason
		}
		j.is(singleton, "in a function that is declared to hand out what is shared"+reason)
		return true
	}
	return false
}

// on is the directive of one kind that stands on a function, or nil.
func (a *approvals) on(p *link.Program, f int32, what string) *approvalEntry {
	for _, e := range a.list {
		if e.What == what && e.By == "directive" && e.names(summary.Bare(p.Funcs[f].ID)) {
			return e
		}
	}
	return nil
}

// notice finds the directives that have an effect in a program.
func (a *approvals) notice(p *link.Program) {
	entered, called := map[string]bool{}, map[string]bool{}
	for _, e := range p.Entries {
		entered[e.By] = true
	}
	for fi, f := range p.Funcs {
		if f.Sum.Takes != catalog.NoKind && len(f.In) > 0 {
			called[summary.Bare(f.ID)] = true
		}
		if f.Sum.Flags&summary.IsShared != 0 && p.Acquires(int32(fi)) {
			called[summary.Bare(f.ID)] = true
		}
	}
	for _, e := range a.list {
		switch e.What {
		case "entry":
			e.used = e.used || e.Symbol != "" || entered[e.typ]
		case "acquires", "shared":
			e.used = e.used || called[summary.Bare(e.Symbol)]
		}
	}
}
