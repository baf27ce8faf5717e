package report_test

import (
	"io"
	"testing"

	"github.com/sessionlint/sessionlint/analyzer/query"
	"github.com/sessionlint/sessionlint/analyzer/report"
)

func TestEntries(t *testing.T) {
	for _, name := range []string{"shop", "empty", "hostile"} {
		for format, extension := range map[string]string{"text": "txt", "json": "json", "markdown": "md"} {
			t.Run(name+"/"+format, func(t *testing.T) {
				golden(t, "entries/"+name+"."+extension, func(w io.Writer) error {
					return report.WriteEntries(w, cases()[name], format, report.TextOptions{})
				})
			})
		}
	}
}

// TestWhy: both answers, of a harmless program and of a hostile one.
func TestWhy(t *testing.T) {
	for _, name := range []string{"shop", "hostile"} {
		r := cases()[name]
		a := r.Acquisitions[min(1, len(r.Acquisitions)-1)]
		target := query.Target{What: "acquisition", Function: a.Function, Position: a.Position, Acquisition: &a, Findings: r.Findings[:1]}
		why := []query.Why{
			{Target: target, More: 3, Paths: []query.Path{{Entry: *r.Findings[0].Entry, How: "sync", Chain: r.Findings[0].Chain}}},
			{Target: query.Target{What: "function", Function: a.Function, Position: a.Position}, Paths: []query.Path{}},
		}
		target.Findings = nil
		not := []query.WhyNot{{Target: target, Stops: []query.Stop{
			{Kind: "guard", Text: "guarded by " + a.Function + ", once", Position: a.Position, Chain: r.Findings[0].Chain},
			{Kind: "open-call", Text: "nothing more"},
		}}}
		for _, format := range []string{"text", "json"} {
			t.Run(name+"/"+format, func(t *testing.T) {
				golden(t, "why/"+name+"."+format, func(w io.Writer) error {
					if err := report.WriteWhy(w, r, why, format, report.TextOptions{Verbose: true}); err != nil {
						return err
					}
					return report.WriteWhyNot(w, r, not, format, report.TextOptions{Verbose: true})
				})
			})
		}
	}
}

// TestGraphOfStream draws the ways that the stream itself has.
func TestGraphOfStream(t *testing.T) {
	r := shop()
	g, err := report.NewGraph(r, report.GraphPick{Entry: "GET /feed"})
	if err != nil {
		t.Fatal(err)
	}
	golden(t, "stream.mmd", func(w io.Writer) error { return report.GraphFormats()[0].Write(w, g) })
}
