package schematest

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	junit "github.com/joshdk/go-junit"
	"github.com/reviewdog/reviewdog/proto/rdf"
	"google.golang.org/protobuf/encoding/protojson"
)

// TestReviewdogReads: the schema of reviewdog allows unknown keys, its own
// message does not.
func TestReviewdogReads(t *testing.T) {
	files := goldens(t, ".rdjsonl")
	lines := 0
	for _, file := range files {
		for line := range bytes.Lines(readFile(t, file)) {
			lines++
			var d rdf.Diagnostic
			if err := protojson.Unmarshal(line, &d); err != nil {
				t.Errorf("%s: %v", file, err)
				continue
			}
			if d.GetMessage() == "" || d.GetLocation().GetPath() == "" || d.GetSeverity() == rdf.Severity_UNKNOWN_SEVERITY ||
				d.GetCode().GetValue() == "" || d.GetSource().GetName() != "sessionlint" {
				t.Errorf("%s: reviewdog reads %v", file, &d)
			}
		}
		damaged := strings.Replace(string(readFile(t, file)), "location", "place", 1)
		if len(damaged) > 0 && protojson.Unmarshal([]byte(damaged), new(rdf.Diagnostic)) == nil {
			t.Errorf("%s: an unknown key is not found", file)
		}
	}
	if lines < 5 {
		t.Errorf("only %d lines in %q", lines, files)
	}
}

// TestJUnitReads: a reader of JUnit reports, which has no published schema,
// finds the findings of the JSON goldens.
func TestJUnitReads(t *testing.T) {
	files := goldens(t, ".junit.xml")
	if len(files) < 7 {
		t.Fatalf("only %d goldens: %q", len(files), files)
	}
	for _, file := range files {
		var want struct {
			Findings   []struct{ Rule, Message string }
			Incomplete []struct{}
		}
		if err := json.Unmarshal(readFile(t, strings.TrimSuffix(file, ".junit.xml")+".json"), &want); err != nil {
			t.Fatal(err)
		}
		suites, err := junit.IngestFile(file)
		if err != nil || len(suites) != 1 {
			t.Errorf("%s: %d suites, %v", file, len(suites), err)
			continue
		}
		s := suites[0]
		if s.Totals.Failed != len(want.Findings) || s.Totals.Skipped != len(want.Incomplete) || s.Totals.Error != 0 {
			t.Errorf("%s: read %+v, want %d failures and %d skipped", file, s.Totals, len(want.Findings), len(want.Incomplete))
		}
		for i, f := range want.Findings {
			if strings.HasPrefix(filepath.Base(file), "hostile") {
				continue // its texts are quoted
			}
			if got := s.Tests[i]; got.Message != f.Message || !strings.HasPrefix(got.Name, f.Rule) || !strings.Contains(got.Error.Error(), f.Message) {
				t.Errorf("%s: read %+v, want %+v", file, got, f)
			}
		}
	}
	whole := string(readFile(t, "../testdata/shop.junit.xml"))
	for _, damaged := range []string{whole[:len(whole)/2], strings.Replace(whole, "</failure>", "</fail>", 1), strings.Replace(whole, "&#xA;", "\x1b", 1)} {
		if _, err := junit.Ingest([]byte(damaged)); err == nil {
			t.Errorf("damage is not found:\n%s", damaged)
		}
	}
}

func readFile(t *testing.T, file string) []byte {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return text
}
