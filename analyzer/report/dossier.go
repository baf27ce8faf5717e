package report

import (
	"fmt"
	"slices"

	"github.com/sessionlint/sessionlint/analyzer/rule"
)

// dossier is a report arranged for reading, from which the formats for people
// who decide are written: what was found in one list, each thing with a name,
// and what follows from it.
type dossier struct {
	module, policy string
	audit          bool // it lists acquisitions, not findings only
	unreached      bool // of these, none has a path to judge
	conclusion     string
	reservation    string // why it may not be the whole one, or ""
	searched       string // "" when it is not known
	names          namer
	items          []item
	groups         []itemGroup
	entries        []entryPoint
	listed         []rule.EntryPoint // all of them, when the report has them
	unseen         []rule.Unseen
	incomplete     []rule.Incomplete
	rules          []*rule.Rule // the documented rules that are broken
	sources        *sources
}

// item is an acquisition with the findings at its place, or a finding at a
// place that acquires nothing.
type item struct {
	id       string // A1 of an acquisition, F1 of a finding
	acq      *rule.Acquisition
	findings []*rule.Finding
}

// verdictFinding groups the findings that are no acquisitions.
const verdictFinding = "finding"

// itemGroup is the items of one verdict, as indices.
type itemGroup struct {
	verdict string
	items   []int
}

func newDossier(r *rule.Report, o Options) *dossier {
	d := &dossier{
		module: r.Module, policy: r.Policy, audit: r.Acquisitions != nil,
		conclusion: verdictSentence(r), reservation: reservation(r), names: newNamer(r.Module), incomplete: r.Incomplete,
		unreached: nothingReached(r.Acquisitions), sources: newSources(o.Source),
	}
	if !d.audit {
		d.conclusion = plainConclusion(r)
	}
	if d.audit && o.Searched != (Searched{}) {
		d.searched = searched(o.Searched)
	}
	d.addItems(r)
	d.group()
	d.entries = entryPoints(d.items)
	if r.EntryPoints != nil {
		d.entries = d.listedEntries(r.EntryPoints)
	}
	d.listed, d.unseen = r.EntryPoints, r.Unseen
	d.addRules(o.Rules)
	return d
}

// plainConclusion is that of a run that lists findings only: it does not know
// how many acquisitions there are.
func plainConclusion(r *rule.Report) string {
	if n := len(r.Findings); n > 0 {
		return count(n, "problem")
	}
	return "no problem found"
}

// addItems gives each finding to the acquisition at its place, if there is one.
func (d *dossier) addItems(r *rule.Report) {
	at := map[rule.Position]int{}
	for i := range r.Acquisitions {
		a := &r.Acquisitions[i]
		if _, taken := at[a.Position]; !taken {
			at[a.Position] = len(d.items)
		}
		d.items = append(d.items, item{id: fmt.Sprintf("A%d", i+1), acq: a})
	}
	alone := 0
	for i := range r.Findings {
		f := &r.Findings[i]
		if j, ok := at[f.Position]; ok {
			d.items[j].findings = append(d.items[j].findings, f)
			continue
		}
		alone++
		d.items = append(d.items, item{id: fmt.Sprintf("F%d", alone), findings: []*rule.Finding{f}})
	}
}

// group orders the verdicts as an audit in text does, what is wrong first.
func (d *dossier) group() {
	var acqs []rule.Acquisition
	members := map[string][]int{}
	for i, it := range d.items {
		members[it.verdict()] = append(members[it.verdict()], i)
		if it.acq != nil {
			acqs = append(acqs, *it.acq)
		}
	}
	for _, g := range byVerdict(acqs) {
		d.groups = append(d.groups, itemGroup{g.verdict, members[g.verdict]})
	}
	if alone := members[verdictFinding]; len(alone) > 0 {
		first := slices.IndexFunc(d.groups, func(g itemGroup) bool { return g.verdict != "violation" })
		if first < 0 {
			first = len(d.groups)
		}
		d.groups = slices.Insert(d.groups, first, itemGroup{verdictFinding, alone})
	}
}

func (d *dossier) addRules(known []*rule.Rule) {
	if known == nil {
		known = rule.All()
	}
	for _, r := range known {
		if slices.ContainsFunc(d.items, func(it item) bool { return it.breaks(r.ID) }) {
			d.rules = append(d.rules, r)
		}
	}
}

func (it item) breaks(id string) bool {
	return slices.ContainsFunc(it.findings, func(f *rule.Finding) bool { return f.Rule == id })
}

// verdict is "finding" for a finding that is no acquisition. No acquisition
// has that verdict, for none is reported without being one of those known.
func (it item) verdict() string {
	if it.acq != nil {
		return it.acq.Verdict
	}
	return verdictFinding
}

func (it item) kind() string {
	if it.acq != nil {
		return it.acq.Kind
	}
	return it.findings[0].Kind
}

func (it item) symbol() string {
	if it.acq != nil {
		return it.acq.Symbol
	}
	return it.findings[0].Symbol
}

func (it item) function() string {
	if it.acq != nil {
		return it.acq.Function
	}
	return it.findings[0].Function
}

func (it item) position() rule.Position {
	if it.acq != nil {
		return it.acq.Position
	}
	return it.findings[0].Position
}

// chain is the acquisition's own one, or that of its first finding.
func (it item) chain() []rule.Step {
	if it.acq != nil && len(it.acq.Chain) > 0 {
		return it.acq.Chain
	}
	for _, f := range it.findings {
		if len(f.Chain) > 0 {
			return f.Chain
		}
	}
	return nil
}

// reached is how many entry points reach the place.
func (it item) reached() int {
	n := 0
	if it.acq != nil {
		n = it.acq.Entries
	}
	for _, f := range it.findings {
		n = max(n, f.Entries)
	}
	return n
}

// entry is what a finding tells of the entry point of the chain, or nil.
func (it item) entry() *rule.Entry {
	for _, f := range it.findings {
		if f.Entry != nil {
			return f.Entry
		}
	}
	return nil
}

// meaning says what a verdict means, for those who did not read the manual.
func meaning(verdict string) string {
	switch verdict {
	case "violation":
		return "acquired while a request or a stream is served, in a place that should be given it"
	case verdictFinding:
		return "a rule is broken here; the place is not among the acquisitions"
	case "request-session":
		return "the session of a request, taken from a shared pool and released by who took it"
	case "startup":
		return "acquired once, before requests are served"
	case "singleton":
		return "acquired once behind a guard, whoever comes first"
	case "background":
		return "acquired by work that no request waits for"
	case "factory":
		return "handed out by a function that exists for that; its callers are judged"
	case "cli":
		return "acquired by a command-line command"
	case "test":
		return "acquired in tests only"
	case "unreachable":
		return "no entry point reaches it"
	case "doc":
		return "an example in documentation"
	}
	return "a verdict that this version does not know"
}
