package report_test

import (
	"encoding/json"
	"os"
	"testing"

	"github.com/sessionlint/sessionlint/analyzer/report"
	"github.com/sessionlint/sessionlint/analyzer/rule"
)

// TestCharacters: some readers count characters where reports count bytes.
func TestCharacters(t *testing.T) {
	source := func(file string) ([]byte, error) {
		if file != "a.go" {
			return nil, os.ErrNotExist
		}
		return []byte("package a\n\tlog.Print(\"größe 東京 👍\", sql.Open())\r\n\xff\xfe x\nlast é"), nil
	}
	for name, c := range map[string]struct {
		file         string
		line, column int
		want         int
	}{
		"ascii":            {"a.go", 1, 9, 9},
		"before others":    {"a.go", 2, 6, 6},
		"behind umlauts":   {"a.go", 2, 21, 19},
		"behind all":       {"a.go", 2, 35, 26}, // ö and ß have 2 bytes, 東 and 京 have 3, 👍 has 4
		"broken UTF-8":     {"a.go", 3, 4, 4},
		"end of file":      {"a.go", 4, 8, 7},
		"behind its end":   {"a.go", 4, 9, 9},
		"no such line":     {"a.go", 9, 3, 3},
		"column not known": {"a.go", 1, 0, 1},
		"no such file":     {"b.go", 2, 35, 35},
	} {
		f := poolFinding()
		f.Position = rule.Position{File: c.file, Line: c.line, Column: c.column}
		start, end, _ := sarifRegionOf(t, f, source)
		if start != c.want || end != c.want+1 {
			t.Errorf("%s: column %d to %d, want %d", name, start, end, c.want)
		}
	}
}

// TestCharactersOfAll: every place that a finding names.
func TestCharactersOfAll(t *testing.T) {
	f := poolFinding()
	p := func(line int) rule.Position { return rule.Position{File: "a.go", Line: line, Column: 3} }
	f.Position, f.Entry, f.Held = p(1), &rule.Entry{Position: p(2)}, &rule.Held{Position: p(3)}
	f.Chain = []rule.Step{{Position: p(4)}, {Position: p(1)}}
	f.Fixes = []rule.Fix{{Edits: []rule.Edit{{Position: p(5), End: p(6)}}}}
	list := report.Characters([]rule.Finding{f}, func(string) ([]byte, error) { return []byte("é\né\né\né\né\né\né\n"), nil })
	for i := range 6 {
		if i >= len(list) || list[i] != (rule.Character{Position: p(i + 1), Character: 2}) {
			t.Fatalf("got %+v", list)
		}
	}
	if len(list) != 6 || report.Characters([]rule.Finding{f}, nil) != nil {
		t.Errorf("got %+v", list)
	}
}

// TestSarifFixColumns: a fix replaces the right characters.
func TestSarifFixColumns(t *testing.T) {
	source := func(string) ([]byte, error) { return []byte("\n\ts := \"é\"; open(s)\n"), nil }
	f := poolFinding()
	at := func(column int) rule.Position { return rule.Position{File: "a.go", Line: 2, Column: column} }
	f.Fixes = []rule.Fix{{Message: "close", Edits: []rule.Edit{{Position: at(13), End: at(17), Text: "openDB"}}}}
	if _, _, fixes := sarifRegionOf(t, f, source); len(fixes) != 1 || fixes[0] != [2]int{12, 16} {
		t.Errorf("got %v", fixes)
	}
}

// sarifRegionOf is where SARIF puts a finding, and what its fixes replace.
func sarifRegionOf(t *testing.T, f rule.Finding, source func(string) ([]byte, error)) (start, end int, fixes [][2]int) {
	t.Helper()
	format, _ := report.FindFormat("sarif")
	type region struct{ StartColumn, EndColumn int }
	var log struct {
		Runs []struct {
			ColumnKind string
			Results    []struct {
				Locations []struct {
					PhysicalLocation struct{ Region region }
				}
				Fixes []struct {
					ArtifactChanges []struct {
						Replacements []struct{ DeletedRegion region }
					}
				}
			}
		}
	}
	list := []rule.Finding{f}
	text := written(t, format, &rule.Report{Findings: list, Characters: report.Characters(list, source)}, report.Options{})
	if err := json.Unmarshal([]byte(text), &log); err != nil {
		t.Fatal(err)
	}
	if log.Runs[0].ColumnKind != "unicodeCodePoints" {
		t.Errorf("columns are %s", log.Runs[0].ColumnKind)
	}
	res := log.Runs[0].Results[0]
	for _, x := range res.Fixes {
		for _, c := range x.ArtifactChanges {
			for _, r := range c.Replacements {
				fixes = append(fixes, [2]int{r.DeletedRegion.StartColumn, r.DeletedRegion.EndColumn})
			}
		}
	}
	at := res.Locations[0].PhysicalLocation.Region
	return at.StartColumn, at.EndColumn, fixes
}
