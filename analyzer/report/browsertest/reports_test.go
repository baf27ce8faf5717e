package browsertest

import (
	"bytes"
	"fmt"
	"os/exec"
	"testing"

	"github.com/sessionlint/sessionlint/analyzer/report"
	"github.com/sessionlint/sessionlint/analyzer/rule"
)

// chat is the page that the command itself writes of the example service.
func chat(t *testing.T) []byte {
	t.Helper()
	cmd := exec.Command("go", "run", "./cmd/sessionlint", "audit", "-q", "-C", "testdata/chat", "-format=html", "./...")
	cmd.Dir = "../../.."
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func html(t *testing.T, r *rule.Report) []byte {
	t.Helper()
	var out bytes.Buffer
	source := func(file string) ([]byte, error) {
		return bytes.Repeat([]byte("\tdb, err := sql.Open(name, dsn) // "+file+"\n"), 60), nil
	}
	if err := report.HTML(&out, r, report.Options{Version: "v0", Source: source}); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// many is a report of n acquisitions in some packages, of several verdicts, a
// tenth of them violations with a finding.
func many(n int) *rule.Report {
	r := &rule.Report{Schema: rule.Schema, Module: "example.com/shop", Policy: "standard"}
	verdicts := []string{"startup", "request-session", "request-session", "background", "singleton", "factory", "request-session", "cli", "unreachable"}
	for i := range n {
		pkg := fmt.Sprintf("example.com/shop/pkg%d", i%40)
		entry := fmt.Sprintf("(*example.com/shop/api.Server).Handle%d", i%97)
		place := rule.Position{File: fmt.Sprintf("pkg%d/file%d.go", i%40, i%7), Line: 1 + i%50, Column: 2 + i/50}
		steps := []rule.Step{
			{Function: entry, Position: rule.Position{File: "api/server.go", Line: 3, Column: 2}, Via: "entry"},
			{Function: pkg + ".(*Service).Do", Position: rule.Position{File: "svc.go", Line: 4, Column: 2}, Via: "interface"},
			{Function: fmt.Sprintf("%s.Open%d", pkg, i), Position: place, Via: "static"},
		}
		a := rule.Acquisition{
			Symbol: "database/sql.Open", Kind: "pool", Function: steps[2].Function, Position: place,
			Verdict: verdicts[i%len(verdicts)], Reason: "because of what it is", Entries: 1 + i%5, Chain: steps,
		}
		if i%10 == 0 {
			a.Verdict, a.Reason = "violation", "created while a request is served"
			r.Findings = append(r.Findings, rule.Finding{
				Rule: "SL101", Name: "pool-per-request", Severity: "error", Kind: a.Kind, Symbol: a.Symbol, Function: a.Function,
				Position: place, Message: "sql.Open creates a pool on every request", Help: "open it once", Entries: a.Entries, Chain: steps,
				Entry: &rule.Entry{Kind: "request", Framework: "net/http", Function: entry, Route: fmt.Sprintf("GET /things/%d", i%97), Position: steps[0].Position},
			})
		}
		r.Acquisitions = append(r.Acquisitions, a)
	}
	for i := range 97 {
		e := rule.EntryPoint{
			Kind: "request", Framework: "net/http", Function: fmt.Sprintf("(*example.com/shop/api.Server).Handle%d", i), Route: fmt.Sprintf("GET /things/%d", i),
			Position: rule.Position{File: "api/server.go", Line: 3, Column: 2}, Sessions: rule.SeveralSessions,
		}
		for j := i; j < n && len(e.Takes) < 30; j += 97 {
			a := r.Acquisitions[j]
			if i == 0 { // as long as real ones
				a.Function = "(*example.com/shop/internal/persistence/repositories.TransactionalOrderRepositoryWithTracing).FindAllByCustomerAndPeriod"
			}
			e.Takes = append(e.Takes, rule.Taken{Symbol: a.Symbol, Kind: a.Kind, Function: a.Function, Position: a.Position, Verdict: a.Verdict})
		}
		e.AtMost = len(e.Takes)
		r.EntryPoints = append(r.EntryPoints, e)
	}
	return r
}

// evil would run, or ask the network, or end what it stands in.
const evil = `</script><script>window.pwned=1</script><img src=x onerror="window.pwned=2">` +
	`"><svg onload=window.pwned=3></svg><style>body{display:none}</style>'+alert(1)+'{{.}}<!--` + "\x1b[31m\u202e\u2028\x00\xff" +
	`<a href="javascript:window.pwned=4">x</a><iframe src="https://example.com/"></iframe>`

// hostile has it in every text.
func hostile() *rule.Report {
	p := rule.Position{File: evil, Line: 1, Column: 2}
	steps := []rule.Step{{Function: evil, Position: p, Via: evil}, {Function: evil + "2", Position: p, Via: evil}}
	taken := []rule.Taken{{Symbol: evil, Kind: evil, Function: evil, Position: p, Verdict: evil, OnDemand: true, Chain: steps, Made: steps}}
	return &rule.Report{
		Schema: rule.Schema, Module: evil, Policy: evil,
		Findings: []rule.Finding{{
			Rule: evil, Name: evil, Severity: evil, Kind: evil, Symbol: evil, Function: evil, Position: p, Message: evil, Help: evil,
			Fingerprint: evil, Chain: steps, Entries: 2, Held: &rule.Held{Symbol: evil, Position: p},
			Entry: &rule.Entry{Kind: evil, Framework: evil, Function: evil, Route: evil, Position: p},
		}},
		Acquisitions: []rule.Acquisition{{
			Symbol: evil, Kind: evil, Function: evil, Position: p, Verdict: evil, Reason: evil, Chain: steps,
			Approval: &rule.Approval{By: evil, What: evil, Reason: evil + "!", Owner: evil, Until: evil, Position: p},
		}},
		EntryPoints: []rule.EntryPoint{
			{Kind: evil, Framework: evil, Function: evil, Route: evil, Routes: []string{evil}, Position: p, Sessions: evil, Statement: evil, Takes: taken},
			{Kind: "stream", Framework: evil, Function: evil, Route: evil, Position: p, Sessions: rule.OneSession, Statement: evil, Takes: taken},
		},
		Unseen:     []rule.Unseen{{Kind: evil, What: evil, Function: evil, Position: p}},
		Incomplete: []rule.Incomplete{{Package: evil, Error: evil}},
	}
}
