package report_test

import (
	"encoding/json"
	"fmt"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"github.com/sessionlint/sessionlint/analyzer/report"
	"github.com/sessionlint/sessionlint/analyzer/rule"
)

// sarifRun is what the tests read of a SARIF log.
type sarifRun struct {
	Tool struct {
		Driver struct {
			Rules []struct {
				ID              string
				FullDescription struct{ Text string }
				Properties      struct{ Tags []string }
			}
		}
	}
	Invocations []struct {
		ExecutionSuccessful bool
		Notifications       []struct{ Message struct{ Text string } } `json:"toolExecutionNotifications"`
	}
	Results []struct {
		RuleID    string
		RuleIndex int
		Message   struct{ Text string }
		CodeFlows []struct {
			ThreadFlows []struct {
				Locations []struct {
					Location struct {
						Message struct{ Text string }
					}
				}
			}
		}
		RelatedLocations []struct{ ID int }
	}
}

func sarifText(t *testing.T, r *rule.Report) string {
	t.Helper()
	f, _ := report.FindFormat("sarif")
	return written(t, f, r, report.Options{Version: "v1.2.3"})
}

func sarifOf(t *testing.T, r *rule.Report) sarifRun {
	t.Helper()
	var log struct{ Runs []sarifRun }
	if err := json.Unmarshal([]byte(sarifText(t, r)), &log); err != nil {
		t.Fatal(err)
	}
	return log.Runs[0]
}

// TestSarifHasNoEmptyText: code scanning accepts no empty strings, whatever a
// report lacks.
func TestSarifHasNoEmptyText(t *testing.T) {
	all := cases()
	all["nothing known"] = &rule.Report{
		Findings:   []rule.Finding{{}, {Entry: &rule.Entry{}, Held: &rule.Held{}, Chain: []rule.Step{{}}}},
		Incomplete: []rule.Incomplete{{}},
	}
	for name, r := range all {
		var v any
		if err := json.Unmarshal([]byte(sarifText(t, r)), &v); err != nil {
			t.Fatal(err)
		}
		eachValue("", v, func(at string, v any) {
			if v == "" || v == nil {
				t.Errorf("%s: %s is empty", name, at)
			}
		})
	}
}

func eachValue(at string, v any, f func(string, any)) {
	f(at, v)
	switch v := v.(type) {
	case map[string]any:
		for key, e := range v {
			eachValue(at+"."+key, e, f)
		}
	case []any:
		for i, e := range v {
			eachValue(fmt.Sprintf("%s[%d]", at, i), e, f)
		}
	}
}

// TestSarifRefers: every result has its rule, every link its location.
func TestSarifRefers(t *testing.T) {
	link := regexp.MustCompile(`[^\\]\]\((\d+)\)`)
	for name, r := range cases() {
		run := sarifOf(t, r)
		for _, res := range run.Results {
			if got := run.Tool.Driver.Rules[res.RuleIndex].ID; got != res.RuleID {
				t.Errorf("%s: rule %s at the index of %s", name, got, res.RuleID)
			}
			links := link.FindAllStringSubmatch(res.Message.Text, -1)
			if len(links) != len(res.RelatedLocations) {
				t.Errorf("%s: %d links, %d related locations: %s", name, len(links), len(res.RelatedLocations), res.Message.Text)
				continue
			}
			for i, l := range links {
				if l[1] != fmt.Sprint(res.RelatedLocations[i].ID) {
					t.Errorf("%s: link %d goes to %s", name, i, l[1])
				}
			}
		}
	}
}

// TestSarifURIs: an artifact's uri is a relative one, whatever the file is
// called, and gives the file's name back.
func TestSarifURIs(t *testing.T) {
	for name, r := range cases() {
		var v any
		if err := json.Unmarshal([]byte(sarifText(t, r)), &v); err != nil {
			t.Fatal(err)
		}
		eachValue("", v, func(at string, v any) {
			if !strings.HasSuffix(at, ".artifactLocation.uri") {
				return
			}
			u, err := url.Parse(v.(string))
			if err != nil || u.Scheme != "" || u.Host != "" || u.RawQuery != "" || u.Fragment != "" {
				t.Errorf("%s: %s is %v: %v", name, at, v, err)
			}
			if name == "hostile" && u.Path != hostile().Findings[0].Position.File {
				t.Errorf("got %q", u.Path)
			}
		})
	}
}

// TestSarifRules: descriptions and tags are within what code scanning takes.
func TestSarifRules(t *testing.T) {
	run := sarifOf(t, &rule.Report{})
	if len(run.Tool.Driver.Rules) != len(rule.All()) {
		t.Errorf("%d rules, want %d", len(run.Tool.Driver.Rules), len(rule.All()))
	}
	for _, r := range run.Tool.Driver.Rules {
		if n := len([]rune(r.FullDescription.Text)); n == 0 || n > 1024 {
			t.Errorf("%s: the description has %d characters", r.ID, n)
		}
		if n := len(r.Properties.Tags); n == 0 || n > 10 {
			t.Errorf("%s: %d tags", r.ID, n)
		}
	}
}

// TestSarifLimits: what code scanning would reject is left out, and said.
func TestSarifLimits(t *testing.T) {
	r := &rule.Report{Findings: make([]rule.Finding, 25_001)}
	for i := range 10_001 {
		r.Findings[7].Chain = append(r.Findings[7].Chain, step(fmt.Sprintf("f%d", i), "", "a.go", 1, 1))
	}
	run := sarifOf(t, r)
	if len(run.Results) != 25_000 {
		t.Errorf("%d results", len(run.Results))
	}
	steps := run.Results[7].CodeFlows[0].ThreadFlows[0].Locations
	if len(steps) != 10_000 || steps[4999].Location.Message.Text != "f4999" || steps[5000].Location.Message.Text != "f5001" {
		t.Errorf("%d steps, and in the middle %v", len(steps), steps[4999:5001])
	}
	var said []string
	for _, n := range run.Invocations[0].Notifications {
		said = append(said, n.Message.Text)
	}
	if got := strings.Join(said, "\n"); !run.Invocations[0].ExecutionSuccessful || len(said) != 2 ||
		!strings.Contains(got, "first 25000 of 25001 findings") || !strings.Contains(got, "paths of 1 finding are given without their middle") {
		t.Errorf("notifications %q", said)
	}
}
