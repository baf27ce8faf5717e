package report_test

import (
	"io"
	"strings"
	"testing"

	"github.com/sessionlint/sessionlint/analyzer/report"
	"github.com/sessionlint/sessionlint/analyzer/rule"
)

func acquired(function, file string, line int, verdict string) rule.Acquisition {
	return rule.Acquisition{
		Symbol: "database/sql.Open", Kind: "pool", Function: "example.com/shop/" + function,
		Position: rule.Position{File: file, Line: line, Column: 2}, Verdict: verdict, Reason: "for a reason",
	}
}

func audit(list ...rule.Acquisition) *rule.Report {
	return &rule.Report{Module: "example.com/shop", Policy: "standard", Acquisitions: append([]rule.Acquisition{}, list...)}
}

// TestCompare: what counts as the same acquisition.
func TestCompare(t *testing.T) {
	at := acquired
	type counts struct{ added, removed, moved, changed, same int }
	for name, c := range map[string]struct {
		old, new []rule.Acquisition
		want     counts
	}{
		"nothing":     {nil, nil, counts{}},
		"same":        {[]rule.Acquisition{at("a.F", "a/f.go", 1, "startup")}, []rule.Acquisition{at("a.F", "a/f.go", 1, "startup")}, counts{same: 1}},
		"other line":  {[]rule.Acquisition{at("a.F", "a/f.go", 1, "startup")}, []rule.Acquisition{at("a.F", "a/f.go", 9, "startup")}, counts{same: 1}},
		"added":       {nil, []rule.Acquisition{at("a.F", "a/f.go", 1, "startup")}, counts{added: 1}},
		"removed":     {[]rule.Acquisition{at("a.F", "a/f.go", 1, "startup")}, nil, counts{removed: 1}},
		"second one":  {[]rule.Acquisition{at("a.F", "a/f.go", 1, "startup")}, []rule.Acquisition{at("a.F", "a/f.go", 1, "startup"), at("a.F", "a/f.go", 2, "startup")}, counts{added: 1, same: 1}},
		"verdict":     {[]rule.Acquisition{at("a.F", "a/f.go", 1, "startup")}, []rule.Acquisition{at("a.F", "a/f.go", 1, "violation")}, counts{changed: 1}},
		"other file":  {[]rule.Acquisition{at("a.F", "a/f.go", 1, "startup")}, []rule.Acquisition{at("a.F", "a/g.go", 1, "startup")}, counts{moved: 1}},
		"package":     {[]rule.Acquisition{at("a.F", "a/f.go", 1, "startup")}, []rule.Acquisition{at("b.F", "b/x.go", 1, "startup")}, counts{moved: 1}},
		"renamed":     {[]rule.Acquisition{at("a.F", "a/f.go", 1, "startup")}, []rule.Acquisition{at("a.G", "a/f.go", 1, "startup")}, counts{moved: 1}},
		"moved worse": {[]rule.Acquisition{at("a.F", "a/f.go", 1, "startup")}, []rule.Acquisition{at("b.F", "b/f.go", 1, "violation")}, counts{changed: 1}},
		"no guess":    {[]rule.Acquisition{at("a.F", "a/f.go", 1, "startup")}, []rule.Acquisition{at("b.F", "b/f.go", 1, "startup"), at("c.F", "c/f.go", 1, "startup")}, counts{added: 2, removed: 1}},
		"which one": {
			[]rule.Acquisition{at("a.F", "a/f.go", 1, "startup"), at("a.F", "a/f.go", 2, "violation")},
			[]rule.Acquisition{at("a.F", "a/f.go", 1, "violation")},
			counts{removed: 1, same: 1},
		},
	} {
		t.Run(name, func(t *testing.T) {
			d := report.Compare(audit(c.old...), audit(c.new...))
			got := counts{len(d.Added), len(d.Removed), len(d.Moved), len(d.Changed), d.Same}
			if got != c.want {
				t.Errorf("got %+v, want %+v", got, c.want)
			}
		})
	}
}

// TestDecisions: new findings, however many of the same; new violations that no
// finding reports; nothing that was there before.
func TestDecisions(t *testing.T) {
	found := func(fingerprints ...string) *rule.Report {
		r := audit()
		for i, p := range fingerprints {
			f := poolFinding()
			f.Fingerprint, f.Position.Line = p, i+1
			r.Findings = append(r.Findings, f)
		}
		return r
	}
	for name, c := range map[string]struct {
		old, new *rule.Report
		want     int
	}{
		"none":             {found(), found(), 0},
		"new":              {found(), found("a"), 1},
		"old":              {found("a"), found("a"), 0},
		"gone":             {found("a"), found(), 0},
		"once more":        {found("a"), found("a", "a"), 1},
		"no fingerprint":   {found(""), found(""), 0},
		"silent violation": {audit(), audit(acquired("a.F", "a.go", 1, "violation")), 1},
		"turned into one":  {audit(acquired("a.F", "a.go", 1, "startup")), audit(acquired("a.F", "a.go", 1, "violation")), 1},
		"allowed":          {audit(), audit(allowed(acquired("a.F", "a.go", 1, "violation"))), 0},
		"right one":        {audit(), audit(acquired("a.F", "a.go", 1, "request-session")), 0},
		"shop":             {cleanShop(), shop(), 3},
	} {
		if got := report.Compare(c.old, c.new).Decisions(); got != c.want {
			t.Errorf("%s: %d decisions, want %d", name, got, c.want)
		}
	}
}

func allowed(a rule.Acquisition) rule.Acquisition {
	a.Approval = &rule.Approval{By: "directive", What: "allow", Reason: "known"}
	return a
}

// TestCompareApprovals: what counts as the same approval, and what of it people
// have to agree to.
func TestCompareApprovals(t *testing.T) {
	of := func(change func(*rule.Declaration)) []rule.Declaration {
		list := approvals()
		change(&list[0])
		return list
	}
	line := func(file, reason string) []rule.Declaration {
		return []rule.Declaration{{By: "directive", What: "allow", Rules: []string{"SL103"}, Reason: reason, Position: rule.Position{File: file, Line: 1}}}
	}
	type counts struct{ added, removed, changed int }
	for name, c := range map[string]struct {
		old, new []rule.Declaration
		want     counts
	}{
		"same":          {approvals(), approvals(), counts{}},
		"added":         {[]rule.Declaration{}, approvals(), counts{added: 2}},
		"removed":       {approvals(), []rule.Declaration{}, counts{removed: 2}},
		"reason":        {approvals(), of(func(d *rule.Declaration) { d.Reason = "another" }), counts{changed: 1}},
		"owner":         {approvals(), of(func(d *rule.Declaration) { d.Owner = "" }), counts{changed: 1}},
		"until":         {approvals(), of(func(d *rule.Declaration) { d.Until = "2027-12-31" }), counts{changed: 1}},
		"expired":       {approvals(), of(func(d *rule.Declaration) { d.Expired = true }), counts{changed: 1}},
		"on request":    {approvals(), of(func(d *rule.Declaration) { d.OnRequest = false }), counts{changed: 1}},
		"into the code": {approvals(), of(func(d *rule.Declaration) { d.By, d.Position.File = "directive", "repo/store.go" }), counts{changed: 1}},
		"moved":         {approvals(), of(func(d *rule.Declaration) { d.Position.Line, d.Used = 99, false }), counts{}},
		"other symbol":  {approvals(), of(func(d *rule.Declaration) { d.Symbol = "example.com/shop/repo.*" }), counts{added: 1, removed: 1}},
		"file renamed":  {line("a.go", "x"), line("b.go", "x"), counts{}},
		"reworded":      {line("a.go", "x"), line("a.go", "y"), counts{changed: 1}},
		"another line":  {line("a.go", "x"), line("b.go", "y"), counts{added: 1, removed: 1}},
		"once more":     {line("a.go", "x"), append(line("a.go", "x"), line("a.go", "x")...), counts{added: 1}},
	} {
		old, now := audit(), audit()
		old.Approvals, now.Approvals = c.old, c.new
		d := report.Compare(old, now)
		if got := (counts{len(d.Approvals.Added), len(d.Approvals.Removed), len(d.Approvals.Changed)}); got != c.want || d.Approvals.Unknown {
			t.Errorf("%s: got %+v, want %+v", name, got, c.want)
		}
		if d.Decisions() != 0 {
			t.Errorf("%s: an approval is a decision, and needs no other", name)
		}
	}
	if old := audit(); !report.Compare(old, shop()).Approvals.Unknown {
		t.Error("an audit without a list of approvals")
	}
}

func TestWriteComparison(t *testing.T) {
	later := shop()
	later.Acquisitions[0].Verdict = "violation"
	later.Acquisitions[2].Position.File = "jobs/sweeper.go"
	later.Policy = "strict"
	many := audit()
	for i := range 60 {
		many.Acquisitions = append(many.Acquisitions, acquired("a.F", "a.go", i, "startup"))
	}
	before, after := audit(), audit()
	before.Approvals = append(approvals(), rule.Declaration{By: "config", What: "background", Symbol: "example.com/shop/jobs.Clean", Reason: "once a night"})
	after.Approvals = approvals()
	after.Approvals[0].Reason, after.Approvals[0].Owner, after.Approvals[0].OnRequest = "two for each", "", false
	after.Approvals[0].Expired = true
	after.Approvals = append(after.Approvals, rule.Declaration{By: "directive", What: "nolint", Reason: "", Position: rule.Position{File: "api/a.go", Line: 3}})
	const evil = "a|b\x1b[31m\n| <b> `c` **d** \u202e @everyone"
	evils := audit()
	evils.Approvals = []rule.Declaration{{By: evil, What: evil, Rules: []string{evil}, Symbol: evil, Reason: evil, Owner: evil, Until: evil, Position: rule.Position{File: evil}}}
	none := audit()
	none.Approvals = []rule.Declaration{}
	for name, c := range map[string]struct {
		old, new *rule.Report
		all      bool
	}{
		"approvals": {before, after, false}, "approvals-hostile": {none, evils, false}, "approvals-unknown": {audit(), after, false},
		"same": {shop(), shop(), false}, "worse": {cleanShop(), later, false}, "better": {shop(), cleanShop(), false},
		"hostile": {audit(), hostile(), false}, "incomplete": {audit(), incomplete(), false},
		"many": {audit(), many, false}, "all": {audit(), many, true},
	} {
		t.Run(name, func(t *testing.T) {
			golden(t, "compare-"+name+".md", func(w io.Writer) error { return report.WriteComparison(w, report.Compare(c.old, c.new), c.all) })
		})
	}
}

// TestComparisonIsAComment: it fits into one, whatever was compared.
func TestComparisonIsAComment(t *testing.T) {
	big := audit()
	for i := range 5000 {
		name := strings.Repeat("long/", 20)
		big.Acquisitions = append(big.Acquisitions, acquired(name+"F", name+"f.go", i, "violation"))
	}
	var out strings.Builder
	if err := report.WriteComparison(&out, report.Compare(audit(), big), false); err != nil {
		t.Fatal(err)
	}
	if out.Len() > 65536 {
		t.Errorf("%d bytes", out.Len())
	}
}
