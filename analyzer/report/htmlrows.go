package report

import (
	"fmt"
	"slices"
	"strings"

	"github.com/sessionlint/sessionlint/analyzer/rule"
)

// pageTally is a verdict with its number of places, which is also a filter.
type pageTally struct {
	ID                      string
	Verdict, Class, Meaning string
	Count                   int
}

// pageBar is a part of the bar that shows the proportions.
type pageBar struct {
	Class string
	X, W  int
}

// pageGroup is the rows of one verdict.
type pageGroup struct {
	pageTally
	Heading string
	Rows    []pageRow
}

// pageRow is what is seen of an item before it is opened.
type pageRow struct {
	ID, Class                    string
	Rules                        []string
	Kind, Symbol, Function, Path string
	Place, Why                   string
	Open                         bool
}

// pageFacet is a choice of one filter.
type pageFacet struct {
	Name, Label, All string
	Values           []string
}

// opened is how many of the places that break a rule are open at first.
const opened = 3

func (p *page) addGroups(d *dossier) {
	shown := 0
	for i, g := range d.groups {
		tally := pageTally{ID: fmt.Sprintf("group-%d", i+1), Verdict: clean(g.verdict), Class: slug(g.verdict), Meaning: meaning(g.verdict), Count: len(g.items)}
		group := pageGroup{pageTally: tally, Heading: upperFirst(strings.ReplaceAll(tally.Verdict, "-", " "))}
		for _, i := range g.items {
			row := d.row(d.items[i])
			if len(d.items[i].findings) > 0 && shown < opened {
				row.Open = true
				shown++
			}
			group.Rows = append(group.Rows, row)
		}
		p.Tally = append(p.Tally, tally)
		p.Groups = append(p.Groups, group)
	}
	p.addBar()
	p.addFacets(d)
}

func (d *dossier) row(it item) pageRow {
	row := pageRow{
		ID: it.id, Class: slug(it.verdict()), Kind: clean(it.kind()), Symbol: clean(it.symbol()),
		Function: d.names.function(it.function()), Place: place(it.position()), Path: d.path(it),
	}
	if it.acq != nil {
		row.Why = clean(it.acq.Reason)
	}
	for i, f := range it.findings {
		if i == 0 {
			row.Why = clean(f.Message)
		}
		if !slices.Contains(row.Rules, clean(f.Rule)) {
			row.Rules = append(row.Rules, clean(f.Rule))
		}
	}
	row.Why = capital(row.Why)
	return row
}

// path is a chain in one line: where it begins and where it ends.
func (d *dossier) path(it item) string {
	steps := it.chain()
	if len(steps) < 2 {
		return ""
	}
	begin := strings.TrimSpace(entryLabel(it.entry()) + d.names.function(steps[0].Function))
	end := d.names.function(steps[len(steps)-1].Function)
	if between := len(steps) - 2; between > 0 {
		return fmt.Sprintf("%s → %s → %s", begin, count(between, "call"), end)
	}
	return begin + " → " + end
}

// barWidth is that of the whole bar, and barLeast what a single place among
// thousands still gets.
const (
	barWidth = 1000
	barLeast = 6
)

func (p *page) addBar() {
	var label []string
	x := 0
	left := barWidth - barLeast*len(p.Tally)
	for _, t := range p.Tally {
		w := barLeast + left*t.Count/max(1, p.Total)
		p.Bar = append(p.Bar, pageBar{t.Class, x, w})
		x += w
		label = append(label, fmt.Sprintf("%d %s", t.Count, t.Verdict))
	}
	if n := len(p.Bar); n > 0 {
		p.Bar[n-1].W = barWidth - p.Bar[n-1].X
	}
	p.BarLabel = strings.Join(label, ", ")
}

func (p *page) addFacets(d *dossier) {
	var rules, packages, entries []string
	for _, it := range d.items {
		packages = append(packages, d.packageLabel(it))
		for _, f := range it.findings {
			rules = append(rules, ruleLabel(f))
		}
	}
	for _, e := range d.entries {
		entries = append(entries, e.label(d.names))
	}
	p.Facets = []pageFacet{
		{"rule", "Rule", "any or none", sorted(rules)},
		{"package", "Package", "all", sorted(packages)},
		{"entry", "Entry point", "all", entries},
	}
}

func ruleLabel(f *rule.Finding) string { return strings.TrimSpace(clean(f.Rule) + " " + clean(f.Name)) }

func (d *dossier) packageLabel(it item) string { return clean(itemPackage(it)) }

func sorted(values []string) []string {
	slices.Sort(values)
	return slices.Compact(values)
}
