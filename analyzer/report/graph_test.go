package report_test

import (
	"encoding/xml"
	"io"
	"strings"
	"testing"

	"github.com/sessionlint/sessionlint/analyzer/report"
	"github.com/sessionlint/sessionlint/analyzer/rule"
)

// winding has what a layout must cope with: two entry points that share
// functions, a long way beside a short one, and a call that leads back up.
func winding() *rule.Report {
	at := func(function, via string) rule.Step {
		return step("example.com/shop/"+function, via, strings.ToLower(function)+".go", 1, 2)
	}
	acquisition := func(line int, steps ...rule.Step) rule.Acquisition {
		return rule.Acquisition{
			Symbol: "database/sql.Open", Kind: "pool", Function: steps[len(steps)-1].Function, Position: rule.Position{File: "db.go", Line: line, Column: 1},
			Verdict: "violation", Entries: 1, Chain: steps,
		}
	}
	return &rule.Report{Module: "example.com/shop", Acquisitions: []rule.Acquisition{
		acquisition(1, at("a.Serve", "entry"), at("s.Run", "interface"), at("r.Load", "static"), at("r.Open", "once")),
		acquisition(2, at("b.Serve", "entry"), at("r.Open", "static")),
		acquisition(3, at("b.Serve", "entry"), at("r.Open", "static"), at("s.Run", "callback"), at("r.Again", "static"), at("r.Again", "static")),
	}}
}

func drawn(t *testing.T, r *rule.Report, pick report.GraphPick, format string) string {
	t.Helper()
	g, err := report.NewGraph(r, pick)
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	for _, f := range report.GraphFormats() {
		if f.Name == format {
			if err := f.Write(&out, g); err != nil {
				t.Fatal(err)
			}
		}
	}
	return out.String()
}

func TestGraph(t *testing.T) {
	extension := map[string]string{"mermaid": "mmd", "dot": "dot", "svg": "svg"}
	for name, r := range map[string]*rule.Report{"shop": shop(), "winding": winding(), "hostile": hostile(), "unicode": unicodeReport()} {
		for _, f := range report.GraphFormats() {
			t.Run(f.Name+"/"+name, func(t *testing.T) {
				golden(t, name+"."+extension[f.Name], func(w io.Writer) error {
					_, err := io.WriteString(w, drawn(t, r, report.GraphPick{}, f.Name))
					return err
				})
			})
		}
	}
}

// TestGraphPick: an entry point by all that it is called, an acquisition by its
// place, and otherwise what there is to choose from.
func TestGraphPick(t *testing.T) {
	two := shop()
	two.EntryPoints = nil // so that entry points are where chains begin
	f := poolFinding()
	f.Position.Line, f.Entry = 99, &rule.Entry{Kind: "request", Route: "GET /orders", Function: "example.com/shop/web.CreateOrder"}
	f.Chain[0].Function = f.Entry.Function
	two.Findings = append(two.Findings, f)
	for name, c := range map[string]struct {
		pick          report.GraphPick
		want, without string
		err           string
	}{
		"all":       {report.GraphPick{}, "shop.main", "nothing", ""},
		"route":     {report.GraphPick{Entry: "POST /orders"}, "(*shop/api.Server).CreateOrder", "shop/web", ""},
		"function":  {report.GraphPick{Entry: "(*example.com/shop/api.Server).CreateOrder"}, "POST /orders", "shop/web", ""},
		"short":     {report.GraphPick{Entry: "shop/api.Feed"}, "shop/repo.i", "CreateOrder", ""},
		"last name": {report.GraphPick{Entry: "Feed"}, "shop/repo.i", "CreateOrder", ""},
		"place":     {report.GraphPick{At: "repo/open.go:42"}, "repo/open.go:42:13", "shop.main", ""},
		"column":    {report.GraphPick{At: "main.go:20:13"}, "shop.main", "CreateOrder", ""},
		"path":      {report.GraphPick{Entry: "/orders"}, "", "", "2 entry points are called /orders: there is (*shop/api.Server).CreateOrder, shop/web.CreateOrder"},
		"two":       {report.GraphPick{Entry: "CreateOrder"}, "", "", "2 entry points are called CreateOrder"},
		"none":      {report.GraphPick{Entry: "Fed"}, "", "", "no entry point Fed: there is shop/api.Feed, "},
		"nowhere":   {report.GraphPick{At: "main.go:21"}, "", "", "nothing is acquired at main.go:21"},
		"both":      {report.GraphPick{At: "main.go:20", Entry: "Feed"}, "", "", "cannot both be asked for"},
	} {
		t.Run(name, func(t *testing.T) {
			if c.err != "" {
				if _, err := report.NewGraph(two, c.pick); err == nil || !strings.Contains(err.Error(), c.err) {
					t.Errorf("got %v, want %q", err, c.err)
				}
				return
			}
			out := drawn(t, two, c.pick, "dot")
			if !strings.Contains(out, c.want) || strings.Contains(out, c.without) {
				t.Errorf("want %q and not %q in\n%s", c.want, c.without, out)
			}
		})
	}
	if _, err := report.NewGraph(&rule.Report{Acquisitions: []rule.Acquisition{}}, report.GraphPick{}); err == nil {
		t.Error("a graph of nothing")
	}
}

// TestSVGIsSound: it is XML, runs and loads nothing, and keeps hostile names as
// text.
func TestSVGIsSound(t *testing.T) {
	out := drawn(t, hostile(), report.GraphPick{}, "svg")
	dec := xml.NewDecoder(strings.NewReader(out))
	text := ""
	for {
		token, err := dec.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		switch token := token.(type) {
		case xml.CharData:
			text += string(token)
		case xml.StartElement:
			if strings.Contains(" script a image use foreignObject ", " "+token.Name.Local+" ") {
				t.Errorf("element %s", token.Name.Local)
			}
			for _, a := range token.Attr {
				if strings.HasPrefix(a.Name.Local, "on") || a.Name.Local == "href" {
					t.Errorf("attribute %s", a.Name.Local)
				}
			}
		}
	}
	if !strings.Contains(text, `]]><a b="c'">&amp;--\[x](1){0}`) {
		t.Errorf("the name does not come back from\n%s", out)
	}
}

// TestMermaidQuotes: between its quotes a label has no character that ends it or
// means something.
func TestMermaidQuotes(t *testing.T) {
	out := drawn(t, hostile(), report.GraphPick{}, "mermaid")
	for line := range strings.Lines(out) {
		parts := strings.Split(line, `"`)
		if len(parts) > 3 {
			t.Errorf("quotes in a label: %s", line)
		}
		if len(parts) == 3 && strings.ContainsAny(strings.ReplaceAll(parts[1], "<br/>", ""), "<>&`[]{}|\\") {
			t.Errorf("syntax in a label: %s", line)
		}
	}
}
