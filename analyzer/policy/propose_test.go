package policy_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/sessionlint/sessionlint/analyzer/policy"
	"github.com/sessionlint/sessionlint/analyzer/policy/config"
	"github.com/sessionlint/sessionlint/analyzer/rule"
)

func acquired(function, verdict, reason string, steps ...string) rule.Acquisition {
	a := rule.Acquisition{
		Symbol: "(*database/sql.DB).Begin", Function: function, Verdict: verdict, Reason: reason,
		Position: rule.Position{File: "shop.go", Line: 1},
	}
	if verdict == "request-session" {
		a.Approval = &rule.Approval{By: "nature", What: "provider", Reason: reason}
	}
	for _, s := range steps {
		via, name, _ := strings.Cut(s, " ")
		a.Chain = append(a.Chain, rule.Step{Via: via, Function: name})
	}
	return a
}

func TestPropose(t *testing.T) {
	unit := acquired("shop.Unit", "request-session", "a unit of work")
	unit.Approval.What = "unit of work"
	declared := acquired("shop.Declared", "request-session", "declared a provider: x")
	declared.Approval.By = "directive"
	r := &rule.Report{EntryPoints: []rule.EntryPoint{
		{Kind: "request", Framework: "net/http", Function: "shop.Nightly"}, {Kind: "background", Framework: "cron", Function: "shop.Nightly"},
	}, Acquisitions: []rule.Acquisition{
		acquired("shop.Store", "request-session", "shop.Store is a provider: it returns the session, and its calls are judged instead"),
		acquired("shop.Store$1", "request-session", "once more"),
		acquired("shop.Mixed", "request-session", "middleware"),
		acquired("shop.Mixed$1", "violation", "wrong"),
		acquired("shop.Known", "request-session", "middleware"),
		acquired("shop.deep", "background", "runs in a goroutine that is started outside of requests", "entry shop.main", "go shop.Worker", "static shop.deep"),
		acquired("shop.cron", "background", "runs as background work", "entry shop.Nightly", "static shop.cron"),
		acquired("shop.main$1", "background", "runs in a goroutine that is started outside of requests", "entry shop.main", "go shop.main$1"),
		acquired("shop.main", "background", "runs in a goroutine that is started outside of requests", "entry shop.main"), // go db.Begin()
		acquired("shop.Start", "startup", "only start-up code reaches it", "entry shop.main"),
		unit, declared,
	}}
	var p config.Proposal
	policy.Propose(&p, r, map[string]string{"shop.Known": "not this one"})
	got := fmt.Sprint(p.Providers, "\n", p.Background, "\n", strings.Join(p.Apart, "\n"))
	const want = `[{shop.Store it returns the session (proposed) shop.go: (*database/sql.DB).Begin}]
[{shop.Nightly runs as background work, started by cron (proposed) shop.go: (*database/sql.DB).Begin} {shop.Worker runs in a goroutine of its own (proposed) shop.go: (*database/sql.DB).Begin}]
shop.Known (shop.go): not this one
shop.Mixed (shop.go): something else in it is reported
shop.main$1 (shop.go): runs in a goroutine of its own; a closure has no name to declare`
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestUnfit(t *testing.T) {
	p := &config.Proposal{Providers: []config.Proposed{{Symbol: "shop.Store"}, {Symbol: "shop.Other"}}, Background: []config.Proposed{{Symbol: "shop.Work"}}}
	pool := rule.Finding{Rule: "SL101", Function: "shop.open", Fingerprint: "a", Chain: []rule.Step{{Function: "shop.Serve"}, {Function: "shop.Work$1"}, {Function: "shop.open"}}}
	session := rule.Finding{Rule: "SL103", Function: "shop.Serve", Symbol: "shop.Store", Fingerprint: "b"}
	stale := rule.Finding{Rule: "SL901", Function: "shop.Other", Symbol: "provider", Fingerprint: "c"}
	waits := rule.Finding{Rule: "SL903", Function: "shop.Serve", Symbol: "shop.Work", Fingerprint: "d"}
	foreign := rule.Finding{Rule: "SL201", Function: "shop.Else", Fingerprint: "e"}
	for name, c := range map[string]struct {
		without, with []rule.Finding
		want          string
	}{
		"same":    {[]rule.Finding{pool, session}, []rule.Finding{pool, session}, ""},
		"hidden":  {[]rule.Finding{pool, session}, nil, "shop.Store: declaring it would also approve what SL103 reports; shop.Work: declaring it would also approve what SL101 reports"},
		"stale":   {nil, []rule.Finding{stale}, "shop.Other: it needs no declaration under these settings"},
		"waits":   {nil, []rule.Finding{waits}, "shop.Work: a request waits for it, too"},
		"unknown": {nil, []rule.Finding{foreign}, "shop.Other: declaring it changes what SL201 reports; shop.Store: declaring it changes what SL201 reports; shop.Work: declaring it changes what SL201 reports"},
	} {
		unfit := policy.Unfit(p, c.without, c.with)
		var list []string
		for _, k := range slices.Sorted(maps.Keys(unfit)) {
			list = append(list, k+": "+unfit[k])
		}
		if got := strings.Join(list, "; "); got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
	}
}
