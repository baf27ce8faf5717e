package report_test

import (
	"bytes"
	"flag"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"github.com/sessionlint/sessionlint/analyzer/report"
	"github.com/sessionlint/sessionlint/analyzer/rule"
)

var update = flag.Bool("update", false, "write the golden files instead of comparing with them")

// golden compares what write writes with testdata/NAME.
func golden(t *testing.T, name string, write func(io.Writer) error) {
	t.Helper()
	var got bytes.Buffer
	if err := write(&got); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(file, got.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got.Bytes(), want) {
		t.Errorf("%s differs (-update rewrites it)\ngot:\n%s\nwant:\n%s", file, got.Bytes(), want)
	}
}

// cases are the reports that every format is tested with.
func cases() map[string]*rule.Report {
	return map[string]*rule.Report{
		"empty":      {Schema: rule.Schema, Module: "example.com/shop", Policy: "standard"},
		"shop":       shop(),
		"clean":      cleanShop(),
		"unreached":  unreached(),
		"incomplete": incomplete(),
		"unicode":    unicodeReport(),
		"outside":    outside(),
		"hostile":    hostile(),
	}
}

func TestText(t *testing.T) {
	for name, r := range cases() {
		t.Run(name, func(t *testing.T) {
			golden(t, name+".txt", func(w io.Writer) error { return report.Text(w, r, report.TextOptions{}) })
		})
	}
	for name, o := range map[string]report.TextOptions{"shop-verbose": {Verbose: true}, "shop-color": {Color: true}, "shop-narrow": {Width: 60}} {
		t.Run(name, func(t *testing.T) {
			golden(t, name+".txt", func(w io.Writer) error { return report.Text(w, shop(), o) })
		})
	}
}

func TestAuditText(t *testing.T) {
	searched := report.Searched{Matched: 14, Mains: 1, Read: 26, Pruned: 212}
	for name, r := range cases() {
		t.Run(name, func(t *testing.T) {
			golden(t, name+".audit.txt", func(w io.Writer) error {
				return report.AuditText(w, r, report.AuditOptions{Searched: searched})
			})
		})
	}
	t.Run("shop-verbose", func(t *testing.T) {
		golden(t, "shop-verbose.audit.txt", func(w io.Writer) error {
			o := report.AuditOptions{Searched: searched, TextOptions: report.TextOptions{Verbose: true}}
			return report.AuditText(w, shop(), o)
		})
	})
}

// TestDoesNotChangeReport: writing is reading only.
func TestDoesNotChangeReport(t *testing.T) {
	r := shop()
	r.Findings[0].Chain = nil
	want := shop()
	want.Findings[0].Chain = nil
	for _, f := range report.Formats() {
		if err := f.Write(io.Discard, r, report.Options{}); err != nil {
			t.Fatal(err)
		}
	}
	if !reflect.DeepEqual(r, want) {
		t.Error("the report was changed")
	}
}

// TestTextHasNoControls: whatever the analysed program is called, text is lines
// of printable characters.
func TestTextHasNoControls(t *testing.T) {
	var out bytes.Buffer
	r := hostile()
	if err := report.Text(&out, r, report.TextOptions{Verbose: true}); err != nil {
		t.Fatal(err)
	}
	if err := report.AuditText(&out, r, report.AuditOptions{TextOptions: report.TextOptions{Verbose: true}}); err != nil {
		t.Fatal(err)
	}
	for _, c := range out.String() {
		if c < ' ' && c != '\n' || c >= 0x7f && c < 0xa0 || c == '\u202e' || c == '\u2028' || c == '\ufffd' {
			t.Errorf("character %U in\n%s", c, &out)
		}
	}
}
