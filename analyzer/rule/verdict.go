package rule

import (
	"strings"

	"github.com/sessionlint/sessionlint/analyzer/catalog"
	"github.com/sessionlint/sessionlint/analyzer/link"
	"github.com/sessionlint/sessionlint/analyzer/summary"
)

// Verdicts, the most pressing first: of one place in several programs the
// first stands.
const (
	violation      = "violation"
	requestSession = "request-session"
	singleton      = "singleton"
	background     = "background"
	factory        = "factory"
	cli            = "cli"
	startup        = "startup"
	test           = "test"
	doc            = "doc"
	unreachable    = "unreachable"
)

var verdictOrder = map[string]int{
	violation: 0, requestSession: 1, singleton: 2, background: 3, factory: 4, cli: 5, startup: 6, test: 7, doc: 8, unreachable: 9,
}

// judged is a site with its verdict.
type judged struct {
	*site
	verdict  string
	reason   string
	help     string
	message  string
	approval *Approval
	rule     *Rule // nil: no finding
	entry    *link.EntryPoint
	chain    []link.Hop
	entries  map[string]bool // functions of the entry points that reach it
	stream   bool
}

// reaches is what the kinds of entry points reach in one program.
type reaches struct {
	p        *link.Program
	policy   Policy
	declared *approvals
	apart    map[int32]*approvalEntry // functions declared background
	library  bool                     // no main package: exported functions have unknown callers
	request  *link.Reach
	stream   *link.Reach
	both     *link.Reach
	kinds    map[catalog.EntryKind]*link.Reach
	fresh    map[string]bool // types of which requests make values that nobody keeps
	serves   map[int32]bool  // commands that come to register handlers: they start a server

	leads map[int32]map[int32]bool // see leading
}

func newReaches(p *link.Program, policy Policy, library bool, declared *approvals) *reaches {
	apart := declared.apart(p)
	declared.notice(p)
	past := func(e *link.Edge) bool {
		d := apart[e.To]
		return d != nil && (!e.Go || d.OnRequest)
	}

	only := func(k catalog.EntryKind) *link.Reach {
		if k == catalog.Request || k == catalog.Stream {
			return p.ReachPast(func(e link.EntryPoint) bool { return e.Kind == k }, past)
		}
		return p.ReachFrom(func(e link.EntryPoint) bool { return e.Kind == k })
	}
	r := &reaches{p: p, policy: policy, library: library, declared: declared, apart: apart, both: p.ReachPast(onRequest, past), kinds: map[catalog.EntryKind]*link.Reach{}, leads: map[int32]map[int32]bool{}}
	r.request, r.stream = only(catalog.Request), only(catalog.Stream)
	for _, k := range []catalog.EntryKind{catalog.Background, catalog.CLI, catalog.Factory, catalog.Startup, catalog.Test} {
		r.kinds[k] = only(k)
	}
	r.serves = p.Serving()
	r.fresh = freshTypes(p, r.both)
	return r
}

// level is how requests come to a site: its function's level, lowered by how
// the acquisition itself stands in it.
func (r *reaches) level(s *site) link.Level {
	lv := r.both.Level[s.fn]
	if lv == link.Unreached {
		return lv
	}
	if s.mode == summary.Go {
		lv = max(lv, link.ByGo)
	}
	if s.guard != summary.NoGuard {
		lv = link.ByGuard
	}
	return lv
}

// strictness is the strictest policy of the kinds of path that reach f.
func (r *reaches) strictness(f int32) Strictness {
	out := Relaxed
	for _, x := range []struct {
		reach *link.Reach
		level Strictness
	}{{r.request, r.policy.Request}, {r.stream, r.policy.Stream}} {
		if x.reach.Level[f] == link.Unreached {
			continue
		}
		if x.level == Strict || x.level == Standard && out == Relaxed {
			out = x.level
		}
	}
	return out
}

// judge gives a site its verdict. done holds the sites of the same function
// that were judged before: pools come first.
func (r *reaches) judge(s *site, done map[summary.Origin]*judged) *judged {
	j := &judged{site: s, entries: map[string]bool{}}
	f := r.p.Funcs[s.fn]
	if f.Sum.Flags&summary.IsExample != 0 {
		return j.is(doc, "in an Example function")
	}
	if f.Sum.Flags&summary.IsTest != 0 {
		return j.is(test, "test code")
	}
	if s.never {
		return j.is(unreachable, "what is asked before it always gives the other answer")
	}
	lv := r.level(s)
	if lv != link.Unreached {
		j.trace(r, lv)
	}
	if r.spokenFor(j) {
		return j
	}
	if s.kind == catalog.Pool || s.kind == catalog.Conn {
		if s.guard == summary.NilGuard && r.fresh[holderType(s.holder)] {
			s.guard, lv = summary.NoGuard, max(r.both.Level[s.fn], link.BySync) // what holds it is made per request, too
			if r.both.Level[s.fn] == link.Unreached {
				lv = link.Unreached
			} else {
				j.trace(r, lv)
			}
		}
		return r.judgePool(j, lv, done)
	}
	return r.judgeSession(j, lv, done)
}

func (j *judged) is(verdict, reason string) *judged {
	j.verdict, j.reason = verdict, reason
	return j
}

// trace notes the chain and the entry points of a site on a request path.
func (j *judged) trace(r *reaches, lv link.Level) {
	e, hops := r.p.Chain(r.both, j.fn)
	j.entry, j.chain = &e, hops
	j.stream = e.Kind == catalog.Stream
	if lv == link.ByGuard {
		return
	}
	for _, i := range r.p.EntriesReaching(j.fn, true, onRequest) {
		j.entries[summary.Bare(r.p.Funcs[r.p.Entries[i].Func].ID)] = true
	}
}

func (r *reaches) judgePool(j *judged, lv link.Level, done map[summary.Origin]*judged) *judged {
	if first := done[j.on]; first != nil && j.on != (summary.Origin{}) && first.kind == j.kind && first.acq >= 0 {
		// Have: client := mongo.NewClient(…); client.Connect(ctx): one acquisition in two calls
		j.is(first.verdict, "completes the acquisition that begins with "+display(first.symbol))
		return j
	}
	if guardedOnly(r.p, j.fn) || j.guard == summary.NilGuard || j.guard == summary.MapGuard && lv != link.Unreached {
		return j.is(singleton, guardReason(j.site))
	}
	switch lv {
	case link.BySync, link.ByGo:
		if e, _ := r.provider(j.site); e != nil && e.OnRequest {
			j.approval = e.approval()
			return j.is(factory, "declared a provider on request paths: "+e.Reason)
		}
		j.is(violation, "created while a request is served")
		j.rule = placementRule(j.kind)
		j.message = placementMessage(j.site, j.stream, len(j.entries))
		j.help = placementHelp(j.site)
		return j
	case link.ByGuard:
		return j.is(singleton, "requests reach it only through a guard that runs it once")
	}
	return r.elsewhere(j)
}

func (r *reaches) judgeSession(j *judged, lv link.Level, done map[summary.Origin]*judged) *judged {
	switch lv {
	case link.Unreached:
		return r.elsewhere(j)
	case link.ByGo:
		return j.is(background, "taken in a goroutine that the request does not wait for")
	}
	if from := r.takenFrom(j.site, done); from != nil {
		return j.is(requestSession, "taken from what "+from.rule.ID+" reports at "+display(from.symbol))
	}
	e, more := r.provider(j.site)
	if e != nil && more == "" {
		j.approval = e.approval()
		return j.is(requestSession, "declared a provider: "+e.Reason)
	}
	level := r.strictness(j.fn)
	if lv == link.ByGuard && j.guard != summary.NilGuard {
		return j.is(singleton, "requests reach it only through a guard that runs it once")
	}
	if j.guard == summary.NilGuard && level != Strict {
		// Have: if s.tx == nil { s.tx, err = s.pool.Begin() }
		j.approval = &Approval{By: "nature", What: "unit of work", Reason: "begun on first use and kept by the value that ends it"}
		return j.is(requestSession, "a unit of work that begins on first use; "+r.keeper(j.fn))
	}
	v := judgeSession(j.site, level)
	if !v.report {
		if v.approval != "" {
			j.approval = &Approval{By: "nature", What: v.approval, Reason: v.reason}
		}
		return j.is(requestSession, v.reason)
	}
	if more != "" {
		e.used = true
		v.reason = "this is declared a provider, for one " + j.noun() + " per request, but " + more
		v.help = "take it once and pass it on, or approve it with on: request in the configuration"
	}
	j.is(violation, v.reason)
	j.rule = &SL103
	j.message = sessionMessage(j.site, v, j.stream, len(j.entries))
	j.help = v.help
	return j
}

// keeper says which value keeps a session that a method of it begins, and who
// hands such values out.
func (r *reaches) keeper(f int32) string {
	id := strings.TrimLeft(summary.Bare(r.p.Funcs[f].ID), "(*")
	typ, _, isMethod := strings.Cut(id, ")")
	if !isMethod {
		return "the value that keeps it owns its end"
	}
	out := display(typ) + " keeps it and owns its end"
	for i := range r.p.Funcs {
		if r.both.Level[i] == link.Unreached {
			continue
		}
		for _, m := range r.p.Funcs[i].Sum.Makes {
			if r.p.Str(int32(i), m) == typ {
				return out + "; the provider is " + display(summary.Bare(r.p.Funcs[i].ID))
			}
		}
	}
	return out
}

// takenFrom is the reported acquisition from which a session is taken: one
// cause, one finding.
func (r *reaches) takenFrom(s *site, done map[summary.Origin]*judged) *judged {
	if s.on == (summary.Origin{}) {
		return nil
	}
	if from := done[s.on]; from != nil && from.rule != nil {
		return from
	}
	return nil
}

// elsewhere is the verdict of a site that no request reaches.
func (r *reaches) elsewhere(j *judged) *judged {
	at := func(k catalog.EntryKind) link.Level { return r.kinds[k].Level[j.fn] }
	start := at(catalog.Startup)
	by := func(k catalog.EntryKind) {
		e, hops := r.p.Chain(r.kinds[k], j.fn)
		j.entry, j.chain = &e, hops
	}
	switch {
	case at(catalog.Background) != link.Unreached:
		by(catalog.Background)
		if e := r.apart[j.entry.Func]; e != nil {
			j.approval = e.approval()
			return j.is(background, "declared background: "+e.Reason)
		}
		return j.is(background, "runs as background work")
	case at(catalog.CLI) == link.ByGo:
		by(catalog.CLI)
		return j.is(background, "runs in a goroutine that a command starts")
	case at(catalog.CLI) != link.Unreached:
		by(catalog.CLI)
		if r.serves[j.entry.Func] {
			return j.startup("only the command that starts the server reaches it")
		}
		return j.is(cli, "runs in a command-line command")
	case start == link.ByGo || start != link.Unreached && j.mode == summary.Go:
		by(catalog.Startup)
		return j.is(background, "runs in a goroutine that is started outside of requests")
	case start != link.Unreached:
		by(catalog.Startup)
		return j.startup("only start-up code reaches it")
	case at(catalog.Factory) == link.ByGo:
		by(catalog.Factory)
		return j.is(background, "runs in a goroutine that a constructor starts")
	case at(catalog.Factory) != link.Unreached:
		by(catalog.Factory)
		return j.is(factory, "called by what it is registered with: a container, or the pool's own hook")
	case at(catalog.Test) != link.Unreached:
		return j.is(test, "only tests reach it")
	}
	if r.library && constructor(r.p, j.site) && (j.kind == catalog.Pool || j.kind == catalog.Conn || handsOut(j.site)) {
		return j.is(factory, "an exported function of a library: its callers decide")
	}
	return j.is(unreachable, "no entry point reaches it")
}

// startup is the verdict of start-up code; a function of its own that hands
// out the resource is a factory.
func (j *judged) startup(reason string) *judged {
	if j.use&summary.UseReturned != 0 && j.acq >= 0 {
		return j.is(factory, "a constructor: "+reason)
	}
	return j.is(startup, reason)
}

// freshTypes are the types of which request code makes values of its own: a nil
// check of a field of such a value holds for one request.
func freshTypes(p *link.Program, request *link.Reach) map[string]bool {
	out := map[string]bool{}
	for i := range p.Funcs {
		if lv := request.Level[i]; lv != link.BySync && lv != link.ByGo {
			continue
		}
		for _, m := range p.Funcs[i].Sum.Makes {
			out[p.Str(int32(i), m)] = true
		}
	}
	return out
}

// holderType is the type in the node name of a field, "f:pkg.T.field".
func holderType(node string) string {
	name, ok := strings.CutPrefix(node, "f:")
	if !ok {
		return ""
	}
	return name[:strings.LastIndexByte(name, '.')]
}

func handsOut(s *site) bool {
	return s.use&(summary.UseReturned|summary.UseStored|summary.UseHanded) != 0
}

// constructor reports whether the site's function, or one around it, is
// exported: its callers are not here.
func constructor(p *link.Program, s *site) bool {
	f := s.fn
	for p.Funcs[f].Parent >= 0 {
		f = p.Funcs[f].Parent
	}
	return p.Funcs[f].Sum.Flags&summary.IsExported != 0
}

// guardedOnly reports whether every way into f is a once guard.
func guardedOnly(p *link.Program, f int32) bool {
	in := p.Funcs[f].In
	for _, e := range in {
		if !e.Guard {
			return false
		}
	}
	return len(in) > 0 || p.Funcs[f].Once
}

func guardReason(s *site) string {
	switch s.guard {
	case summary.NilGuard:
		return "created on first use: a check of what keeps it guards it"
	case summary.MapGuard:
		return "created once per key of a cache; the number of keys bounds the number of pools"
	}
	return "runs at most once: a once guard calls it"
}
