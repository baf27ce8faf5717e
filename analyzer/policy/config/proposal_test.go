package config

import (
	"strings"
	"testing"
)

func TestProposal(t *testing.T) {
	p := &Proposal{
		Policy: "request=strict,stream=relaxed", Families: "default,net dial", Scope: "all", Tests: true, Baseline: "known: #1.json",
		Providers:  []Proposed{{"(*example.com/shop/store.DB).InTx", `it "owns" the end: see #3`, "store/a\nb.go"}},
		Background: []Proposed{{"example.com/shop/jobs.Clean", "true", "jobs/clean.go"}},
		Apart:      []string{"a closure in example.com/shop.main\n\nrules: {SL101: off}"},
	}
	c, err := Parse([]byte(p.String()), "proposed")
	if err != nil {
		t.Fatalf("%v in\n%s", err, p)
	}
	if c.Policy != p.Policy || c.Families != p.Families || c.Scope != p.Scope || !*c.Tests || c.Baseline != p.Baseline || len(c.Rules) > 0 {
		t.Errorf("settings: %s", c.Show())
	}
	if len(c.Declared) != 2 || c.Declared[0].Reason != p.Providers[0].Reason || c.Declared[1].Symbol != p.Background[0].Symbol || c.Declared[1].Reason != "true" {
		t.Errorf("approvals: %+v", c.Declared)
	}
	least := (&Proposal{Baseline: "b.json"}).String()
	c, err = Parse([]byte(least), "least")
	if err != nil || c.Policy != "standard" || strings.Contains(least, "approve:") {
		t.Errorf("%v in\n%s", err, least)
	}
}
