package report_test

import "github.com/sessionlint/sessionlint/analyzer/rule"

func at(file string, line, column int) rule.Position {
	return rule.Position{File: file, Line: line, Column: column}
}

func step(function, via, file string, line, column int) rule.Step {
	return rule.Step{Function: function, Via: via, Position: at(file, line, column)}
}

// rules is one documented rule. The goldens do not change with the others.
func rules() []*rule.Rule {
	return []*rule.Rule{{
		ID: "SL101", Name: "pool-per-request", Severity: "error",
		Title: "a pool is created on a request path",
		Why:   "It is made\nto be shared.\n\nIt may be <slow> & *leak*.",
		Bad:   "func handle() {\n\tsql.Open(a, b)\n}", Good: "func main() {\n\tsql.Open(a, b)\n}",
		Approve: "Not reported: pools\nmade by main.",
	}}
}

// shop has a finding with a short chain, one with a long chain and a held
// session, one without a chain, and acquisitions of several verdicts.
func shop() *rule.Report {
	return &rule.Report{
		Schema: rule.Schema, Module: "example.com/shop", Policy: "standard",
		Findings:    []rule.Finding{poolFinding(), heldFinding(), directiveFinding()},
		EntryPoints: entryPoints(), Unseen: unseenPlaces(), Approvals: approvals(),
		Acquisitions: []rule.Acquisition{
			{
				Symbol: "database/sql.Open", Kind: "pool", Function: "example.com/shop.main",
				Position: at("main.go", 20, 13), Verdict: "startup", Reason: "only main reaches it",
				Chain: []rule.Step{step("example.com/shop.main", "entry", "main.go", 20, 13)},
			},
			{
				Symbol: "database/sql.Open", Kind: "pool", Function: "example.com/shop/repo.Open",
				Position: at("repo/open.go", 42, 13), Verdict: "violation",
				Reason: "created on every request", Entries: 7, Chain: poolFinding().Chain,
			},
			{
				Symbol: "(*database/sql.DB).BeginTx", Kind: "tx", Function: "(*example.com/shop/jobs.Sweeper).Run$1",
				Position: at("jobs/sweep.go", 7, 3), Verdict: "background", Reason: "a registered job",
				Approval: &rule.Approval{By: "config", What: "background", Reason: "runs outside of requests", Owner: "team orders", Until: "2030-01-31", Position: at(".sessionlint.yaml", 4, 3)},
			},
			{
				Symbol: "(*database/sql.DB).BeginTx", Kind: "tx", Function: "(*example.com/shop/repo.Orders).Create",
				Position: at("repo/orders.go", 19, 12), Verdict: "request-session", Reason: "a unit of work", Entries: 3,
			},
		},
	}
}

func poolFinding() rule.Finding {
	return rule.Finding{
		Rule: "SL101", Name: "pool-per-request", Severity: "error", Kind: "pool",
		Symbol: "database/sql.Open", Function: "example.com/shop/repo.Open",
		Position: at("repo/open.go", 42, 13),
		Message:  "sql.Open creates a pool on every request (7 entry points reach it)",
		Help:     "open the pool once at start-up and pass it in",
		Entry: &rule.Entry{
			Kind: "request", Framework: "net/http", Route: "POST /orders",
			Function: "(*example.com/shop/api.Server).CreateOrder", Position: at("api/server.go", 12, 2),
		},
		Entries: 7, Fingerprint: "f00d",
		Chain: []rule.Step{
			step("(*example.com/shop/api.Server).CreateOrder", "entry", "api/orders.go", 31, 7),
			step("(*example.com/shop/service.Orders).Create", "interface", "service/orders.go", 58, 12),
			step("example.com/shop/repo.Open", "static", "repo/open.go", 42, 13),
		},
	}
}

func heldFinding() rule.Finding {
	f := rule.Finding{
		Rule: "SL201", Name: "second-session", Severity: "warning", Kind: "session",
		Symbol: "(*database/sql.DB).Conn", Function: "example.com/shop/repo.i",
		Position: at("repo/i.go", 9, 9),
		Message:  "a second session is taken while the request holds one",
		Help:     "pass the first one on",
		Entry:    &rule.Entry{Kind: "stream", Framework: "net/http", Function: "example.com/shop/api.Feed", Position: at("api/feed.go", 1, 1)},
		Entries:  1,
		Held:     &rule.Held{Symbol: "(*database/sql.DB).BeginTx", Position: at("repo/a.go", 3, 3)},
		Chain:    []rule.Step{step("example.com/shop/api.Feed", "entry", "api/feed.go", 31, 7)},
		Fixes: []rule.Fix{{Message: "call iWithTx with tx", Edits: []rule.Edit{
			{Position: at("repo/h.go", 8, 9), End: at("repo/h.go", 8, 10), Text: "iWithTx"},
			{Position: at("repo/h.go", 8, 11), End: at("repo/h.go", 8, 11), Text: "tx"},
		}}},
	}
	for i, name := range []string{"a", "b", "c", "d", "e", "f", "g", "h", "i"} {
		f.Chain = append(f.Chain, step("example.com/shop/repo."+name, "static", "repo/"+name+".go", i+1, 9))
	}
	return f
}

func directiveFinding() rule.Finding {
	return rule.Finding{
		Rule: "SL902", Name: "bad-directive", Severity: "warning",
		Position: rule.Position{File: "api/feed.go", Line: 3},
		Message:  "an allow needs a reason",
	}
}

// cleanShop is right in every place.
func approvals() []rule.Declaration {
	return []rule.Declaration{
		{
			By: "config", What: "provider", Symbol: "(*example.com/shop/repo.Store).Begin", Reason: "one for each request", Owner: "payments",
			Until: "2026-12-31", OnRequest: true, Used: true, Position: at(".sessionlint.yaml", 4, 15),
		},
		{By: "directive", What: "allow", Rules: []string{"SL103"}, Reason: "the importer | needs one", Expired: false, Position: at("repo/import.go", 7, 1)},
	}
}

func cleanShop() *rule.Report {
	r := shop()
	r.Findings = nil
	right := r.Acquisitions[:0]
	for _, a := range r.Acquisitions {
		if a.Verdict != "violation" {
			right = append(right, a)
		}
	}
	r.Acquisitions = right
	return r
}

// unreached has acquisitions to which no entry point leads: nothing was judged.
func unreached() *rule.Report {
	return &rule.Report{
		Schema: rule.Schema, Module: "example.com/shop", Policy: "standard",
		Acquisitions: []rule.Acquisition{
			{Symbol: "database/sql.Open", Kind: "pool", Function: "example.com/shop/repo.Open", Position: at("repo/open.go", 9, 2), Verdict: "unreachable", Reason: "no entry point reaches it"},
			{Symbol: "(*database/sql.DB).Begin", Kind: "tx", Function: "example.com/shop/repo.Save", Position: at("repo/save.go", 19, 2), Verdict: "unreachable", Reason: "no entry point reaches it"},
		},
	}
}

// incomplete has a violation that no finding reports, and more packages that
// could not be read than a short list shows.
func incomplete() *rule.Report {
	r := &rule.Report{Schema: rule.Schema, Module: "example.com/a example.com/b/v2", Policy: "relaxed"}
	for _, p := range []string{"a", "b", "c", "d", "e", "f", "g"} {
		r.Incomplete = append(r.Incomplete, rule.Incomplete{Package: "example.com/a/" + p, Error: "x.go:1:1: expected 'package'"})
	}
	r.Acquisitions = []rule.Acquisition{
		{Symbol: "net.Dial", Kind: "conn", Function: "example.com/b/v2/x.F", Position: at("b/x/f.go", 1, 2), Verdict: "violation"},
		{Symbol: "net.Dial", Kind: "conn", Function: "(*example.com/a.T).M", Position: at("a/t.go", 1, 2), Verdict: "zzz-new"},
		{Symbol: "net.Dial", Kind: "conn", Function: "example.com/ab.F", Position: at("ab/f.go", 1, 2), Verdict: "aaa-new"},
	}
	return r
}

// unicodeReport has wide and combining text, which must come through as it is.
func unicodeReport() *rule.Report {
	f := poolFinding()
	f.Position.File = "репо/öffnen.go"
	f.Entry.Route = "GET /注文/{id}"
	f.Chain[1].Function = "(*example.com/shop/сервис.Заказы).Создать"
	f.Help = "öffne den Pool beim Start → <&>"
	return &rule.Report{Schema: rule.Schema, Module: "example.com/shop", Policy: "standard", Findings: []rule.Finding{f}}
}

// outside has a path through the standard library, the module cache and a
// replaced module, and the same fingerprint twice.
func outside() *rule.Report {
	f := poolFinding()
	f.Chain = []rule.Step{
		step("(*example.com/shop/api.Server).CreateOrder", "entry", "api/orders.go", 31, 7),
		step("(*net/http.ServeMux).ServeHTTP", "interface", "net/http/server.go", 2822, 4),
		step("github.com/BurntSushi/Toml.Walk[...]", "static", "github.com/BurntSushi/Toml@v1.4.1-RC1/Walk.go", 9, 1),
		step("company.example/dbutil.Retry", "callback", "company.example/dbutil/retry.go", 8, 2),
		step("example.com/shop/repo.Open", "static", "repo/open.go", 42, 13),
	}
	return &rule.Report{Schema: rule.Schema, Module: "example.com/shop", Policy: "standard", Findings: []rule.Finding{f, f}}
}

// hostile has in every text what would harm a terminal, forge a line, or end
// what it stands in in one of the formats. The severity alone is never text of
// the analysed program.
func hostile() *rule.Report {
	const evil = "a\x1b[31mb\nc:1:2: SL101 forged\r\td\x00\x7f\u009b2J\u202e\u2028\xff" +
		"\n::error::x,y=z%0A]]><a b=\"c'\">&amp;--\\[x](1){0}"
	p := at(evil, 1, 2)
	steps := []rule.Step{
		{Function: evil, Via: evil, Position: p},
		{Function: "example.com/shop/" + evil, Via: evil, Position: p},
	}
	return &rule.Report{
		Schema: rule.Schema, Module: "example.com/shop " + evil, Policy: evil,
		Findings: []rule.Finding{{
			Rule: evil, Name: evil, Severity: "error", Kind: evil, Symbol: evil, Function: evil, Position: p,
			Message: evil, Help: evil, Fingerprint: evil, Entries: 1, Chain: steps,
			Entry: &rule.Entry{Kind: evil, Framework: evil, Function: evil, Route: evil, Position: p},
			Held:  &rule.Held{Symbol: evil, Position: p},
		}},
		Acquisitions: []rule.Acquisition{{
			Symbol: evil, Kind: evil, Function: evil, Position: p, Verdict: evil, Reason: evil,
			Approval: &rule.Approval{By: evil, What: evil, Reason: evil + "!", Owner: evil, Until: evil, Position: p}, Chain: steps,
		}},
		EntryPoints: []rule.EntryPoint{
			{
				Kind: evil, Framework: evil, Function: evil, Route: evil, Routes: []string{evil, evil}, Position: p, Sessions: rule.NoSession,
				Takes: []rule.Taken{{Symbol: evil, Kind: evil, Function: evil, Position: p, Verdict: evil, Chain: steps, Made: steps}},
			},
			{
				Kind: "stream", Framework: evil, Function: evil, Route: evil, Position: p, Sessions: rule.OneSession,
				Given: &rule.Given{How: "middleware", Symbol: evil, Function: evil, Position: p}, Broken: []rule.Broken{{Rule: evil, Position: p}},
				Takes: []rule.Taken{{Symbol: evil, Kind: evil, Function: evil, Position: p, Verdict: evil, OnDemand: true, Released: &rule.Release{How: "call", Function: evil, Position: p}, Chain: steps, Made: steps}},
			},
		},
		Unseen:     []rule.Unseen{{Kind: evil, What: evil, Function: evil, Position: p}},
		Incomplete: []rule.Incomplete{{Package: evil, Error: evil}},
	}
}
