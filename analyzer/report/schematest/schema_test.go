package schematest

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	// For their schema files, see moduleDir.
	_ "github.com/reviewdog/reviewdog/proto/rdf"
	_ "github.com/securego/gosec/v2/cwe"
)

// damage is a change that a schema must find.
type damage struct {
	at    string // keys and indices, separated by dots
	value any    // nil removes
}

// null stands for JSON's null.
type null struct{}

// TestSarif: the standard's own schema.
func TestSarif(t *testing.T) {
	schema := compile(t, filepath.Join(moduleDir(t, "github.com/securego/gosec/v2"), "report/sarif/testdata/sarif-schema-2.1.0.json"))
	check(t, schema, ".sarif", []damage{
		{"version", nil},
		{"runs.0.tool", nil},
		{"runs.0.unknown", true},
		{"runs.0.columnKind", "utf8CodeUnits"},
		{"runs.0.originalUriBaseIds.%SRCROOT%.description", "text"},
		{"runs.0.invocations.0.executionSuccessful", nil},
		{"runs.0.tool.driver.informationUri", "not a uri"},
		{"runs.0.tool.driver.rules.0.id", nil},
		{"runs.0.results.0.level", "fatal"},
		{"runs.0.results.0.message.text", nil},
		{"runs.0.results.0.ruleIndex", -2},
		{"runs.0.results.0.locations.0.physicalLocation.region.startLine", 0},
		{"runs.0.results.0.locations.0.physicalLocation.artifactLocation.uri", "a b%"},
		{"runs.0.results.0.partialFingerprints.sessionlint/v1", 7},
		{"runs.0.results.0.codeFlows.0.threadFlows.0.locations", []any{}},
		{"runs.0.results.0.relatedLocations.0.id", -2},
	})
}

// TestCodeScanning: what GitHub asks for beyond the standard.
func TestCodeScanning(t *testing.T) {
	check(t, compile(t, "testdata/codescanning.json"), ".sarif", []damage{
		{"runs.0.tool.driver.name", ""},
		{"runs.0.tool.driver.rules.0.help", nil},
		{"runs.0.tool.driver.rules.0.fullDescription.text", strings.Repeat("x", 1025)},
		{"runs.0.tool.driver.rules.0.properties.tags", slices.Repeat([]any{"x"}, 11)},
		{"runs.0.results.0.ruleId", nil},
		{"runs.0.results.0.message.text", ""},
		{"runs.0.results.0.locations", []any{}},
		{"runs.0.results.0.locations.0.physicalLocation.region.endColumn", nil},
		{"runs.0.results.0.locations.0.physicalLocation.artifactLocation.uri", "/root/a.go"},
		{"runs.0.results.0.locations.0.physicalLocation.artifactLocation.uri", "file:///root/a.go"},
		{"runs.0.results.0.partialFingerprints.primaryLocationLineHash", "f00d"},
	})
}

// TestReport: the schema of the report's own JSON.
func TestReport(t *testing.T) {
	check(t, compile(t, "../schema.json"), ".json", []damage{
		{"schema", "sessionlint/2"},
		{"findings", nil},
		{"incomplete", nil},
		{"acquisitions.0.verdict", nil},
		{"findings.0.severity", "fatal"},
		{"findings.0.message", ""},
		{"findings.0.position.line", -1},
		{"findings.0.position.file", ""},
		{"findings.0.entries", "7"},
		{"findings.0.chain", nil},
		{"findings.0.chain.0.via", nil},
		{"findings.0.entry.position.column", 1.5},
		{"entryPoints.0.sessions", "many"},
		{"entryPoints.0.takes.0.symbol", nil},
		{"entryPoints.0.takes.0.chain.0.via", nil},
		{"unseen.0.kind", nil},
		{"acquisitions.2.approval.position.file", ""},
		{"searched", map[string]any{"matched": 1}},
		{"approvals.0.used", nil},
		{"approvals.0.by", "nature"},
		{"approvals.1.rules.0", 103},
		{"approvals.1.position.line", -1},
		{"characters", []any{map[string]any{"file": "a.go", "line": 1, "column": 9}}},
		{"baseline", map[string]any{"file": "a.json", "known": 1}},
	})
}

// TestGitLab: what GitLab's documentation says.
func TestGitLab(t *testing.T) {
	check(t, compile(t, "testdata/gitlab.json"), ".gitlab.json", []damage{
		{"0.description", nil},
		{"0.check_name", ""},
		{"0.fingerprint", nil},
		{"0.severity", "error"},
		{"0.location.path", "./a.go"},
		{"0.location.path", "/a.go"},
		{"0.location.lines.begin", 0},
	})
}

// TestReviewdog: reviewdog's schema of one line.
func TestReviewdog(t *testing.T) {
	schema := compile(t, filepath.Join(moduleDir(t, "github.com/reviewdog/reviewdog"), "proto/rdf/jsonschema/Diagnostic.json"))
	check(t, schema, ".rdjsonl", []damage{
		{"message", 7},
		{"severity", "fatal"},
		{"location.path", null{}},
		{"location.range.start.line", "42"},
		{"source", "sessionlint"},
		{"related_locations", map[string]any{}},
	})
}

// check validates the goldens of a format, and the golden "shop" with each of
// the damages.
func check(t *testing.T, schema *jsonschema.Schema, suffix string, damages []damage) {
	t.Helper()
	files := goldens(t, suffix)
	if len(files) < 7 {
		t.Fatalf("only %d goldens of %s: %q", len(files), suffix, files)
	}
	for _, file := range files {
		for i, doc := range documents(t, file) {
			if err := schema.Validate(doc); err != nil {
				t.Errorf("%s, document %d: %v", file, i+1, err)
			}
		}
	}
	for _, d := range damages {
		doc := documents(t, filepath.Join("../testdata", "shop"+suffix))[0]
		doc = change(t, doc, strings.Split(d.at, "."), d.value)
		if schema.Validate(doc) == nil {
			t.Errorf("%s set to %v is not found", d.at, d.value)
		}
	}
}

func compile(t *testing.T, file string) *jsonschema.Schema {
	t.Helper()
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	schema, err := c.Compile(file)
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

// goldens lists the files of a format. Those of GitLab end as those of the
// report's own JSON do.
func goldens(t *testing.T, suffix string) []string {
	t.Helper()
	files, err := filepath.Glob("../testdata/*" + suffix)
	if err != nil {
		t.Fatal(err)
	}
	return slices.DeleteFunc(files, func(f string) bool {
		return suffix == ".json" && strings.HasSuffix(f, ".gitlab.json")
	})
}

// documents reads a file of one JSON value, or of one in each line.
func documents(t *testing.T, file string) []any {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	texts := [][]byte{text}
	if strings.HasSuffix(file, "l") {
		texts = nil
		for line := range bytes.Lines(text) {
			texts = append(texts, line)
		}
	}
	var docs []any
	for _, text := range texts {
		doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
		if err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		docs = append(docs, doc)
	}
	return docs
}

// change sets the value at a path of keys and indices, which must exist but for
// its last key.
func change(t *testing.T, doc any, path []string, value any) any {
	t.Helper()
	if len(path) == 0 {
		if _, ok := value.(null); ok {
			return nil
		}
		return value
	}
	switch doc := doc.(type) {
	case map[string]any:
		if len(path) == 1 && value == nil {
			if _, ok := doc[path[0]]; !ok {
				t.Fatalf("no key %s to remove", path[0])
			}
			delete(doc, path[0])
			return doc
		}
		doc[path[0]] = change(t, doc[path[0]], path[1:], value)
	case []any:
		var i int
		if _, err := fmt.Sscan(path[0], &i); err != nil || i >= len(doc) {
			t.Fatalf("no element %s of %d", path[0], len(doc))
		}
		doc[i] = change(t, doc[i], path[1:], value)
	default:
		t.Fatalf("nothing at %v", path)
	}
	return doc
}

// moduleDir is where the go command keeps a module that go.mod requires.
func moduleDir(t *testing.T, module string) string {
	t.Helper()
	out, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", module).Output()
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimSpace(string(out))
}
