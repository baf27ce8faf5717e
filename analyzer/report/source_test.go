package report_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/sessionlint/sessionlint/analyzer/report"
	"github.com/sessionlint/sessionlint/analyzer/rule"
)

const shopSource = `package shop

// Create stores an order. ` + "```" + ` <b>bold</b>
func (o *Orders) Create(ctx context.Context) error {
	db, err := sql.Open("sqlite", "orders.db")
	if err != nil {
		return err
	}

	` + "s := `raw\n\tstring`" + `
	return o.save(db, s)
}
`

// sourceOf serves one text under a name.
func sourceOf(name, text string) func(string) ([]byte, error) {
	return func(file string) ([]byte, error) {
		if file != name {
			return nil, errors.New("no such file")
		}
		return []byte(text), nil
	}
}

func acquisitionAt(line, column int) *rule.Report {
	return &rule.Report{Module: "example.com/shop", Acquisitions: []rule.Acquisition{{
		Symbol: "database/sql.Open", Kind: "pool", Function: "example.com/shop.F", Position: at("o.go", line, column), Verdict: "startup",
	}}}
}

// TestExcerpts: the lines around a place, less their common indent, in Markdown
// as they are and in HTML in coloured pieces with the call marked.
func TestExcerpts(t *testing.T) {
	markdown, _ := report.FindFormat("markdown")
	html, _ := report.FindFormat("html")
	for name, c := range map[string]struct {
		line, column     int
		markdown, pieces string
	}{
		"call": {
			5, 13,
			"  ````go\n  // Create stores an order. ``` <b>bold</b>\n  func (o *Orders) Create(ctx context.Context) error {\n      db, err := sql.Open(\"sqlite\", \"orders.db\")\n      if err != nil {\n          return err\n  ````\n",
			`["     db, err := ","msql.Open"," (","s\"sqlite\""," , ","s\"orders.db\""," )"]`,
		},
		"first line": {1, 1, "  ````go\n  package shop\n", `["mpackage","  shop"]`},
		"last line":  {13, 1, "  ```go\n      string`\n      return o.save(db, s)\n  }\n", `["m}"]`},
		"raw string": {11, 2, "  ```go\n      s := `raw\n      string`\n      return o.save(db, s)\n  }\n", `["s    ","mstring` + "`" + `"]`},
	} {
		t.Run(name, func(t *testing.T) {
			o := report.Options{Source: sourceOf("o.go", shopSource)}
			if out := written(t, markdown, acquisitionAt(c.line, c.column), o); !strings.Contains(out, c.markdown) {
				t.Errorf("no %q in\n%s", c.markdown, out)
			}
			if out := written(t, html, acquisitionAt(c.line, c.column), o); !strings.Contains(out, c.pieces) {
				t.Errorf("no %s in\n%s", c.pieces, data(out))
			}
		})
	}
}

// data is what an HTML report gives to its script.
func data(out string) string {
	_, out, _ = strings.Cut(out, `id="data">`)
	out, _, _ = strings.Cut(out, "</script>")
	return out
}

// TestExcerptsThatThereAreNot: a place that its file does not have is shown
// without code, and breaks nothing.
func TestExcerptsThatThereAreNot(t *testing.T) {
	for name, c := range map[string]struct {
		line, column int
		source       func(string) ([]byte, error)
	}{
		"no source":  {1, 1, nil},
		"no file":    {1, 1, sourceOf("p.go", shopSource)},
		"empty file": {1, 1, sourceOf("o.go", "")},
		"no line":    {0, 0, sourceOf("o.go", shopSource)},
		"far line":   {99, 1, sourceOf("o.go", shopSource)},
		"negative":   {-7, -7, sourceOf("o.go", shopSource)},
	} {
		t.Run(name, func(t *testing.T) {
			for _, format := range []string{"markdown", "html"} {
				f, _ := report.FindFormat(format)
				out := written(t, f, acquisitionAt(c.line, c.column), report.Options{Source: c.source})
				if strings.Contains(out, "```go") || format == "html" && !strings.Contains(data(out), `"code":[]`) {
					t.Errorf("%s has code:\n%s", format, out)
				}
			}
		})
	}
	t.Run("column behind the line", func(t *testing.T) {
		f, _ := report.FindFormat("html")
		if out := data(written(t, f, acquisitionAt(1, 99), report.Options{Source: sourceOf("o.go", shopSource)})); !strings.Contains(out, `["kpackage"," `) {
			t.Error(out)
		}
	})
}

// TestExcerptsOfAnything: no text that may lie in a file breaks a report.
func TestExcerptsOfAnything(t *testing.T) {
	f, _ := report.FindFormat("html")
	for _, text := range []string{"\n", "\xff\xfe\n\x00", "package p\r\nvar s = `a\r\nb`\r\n", strings.Repeat("x", 1000), "`", "/*", "\t\t\n\t\n", "ж" + strings.Repeat("жжж", 300)} {
		for line := range 4 {
			out := data(written(t, f, acquisitionAt(line, line+1), report.Options{Source: sourceOf("o.go", text)}))
			if strings.ContainsAny(out, "\r\x00\ufffd") {
				t.Errorf("%q: %s", text, out)
			}
		}
	}
}
