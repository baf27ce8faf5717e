package schematest

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// TestEntries: the schema of entries -format=json.
func TestEntries(t *testing.T) {
	schema := compileBeside(t, "entries.schema.json")
	checkAnswers(t, schema, "../testdata/entries/*.json", "../testdata/entries/shop.json", 0, []damage{
		{"schema", "sessionlint/2"},
		{"module", nil},
		{"entryPoints", nil},
		{"incomplete", nil},
		{"entryPoints.0.kind", nil},
		{"entryPoints.0.sessions", "many"},
		{"entryPoints.0.position.line", -1},
		{"entryPoints.0.takes.0.verdict", nil},
		{"entryPoints.0.takes.0.chain.0.via", nil},
	})
}

// TestWhy: the schema of both questions. The goldens have an answer to each.
func TestWhy(t *testing.T) {
	schema := compileBeside(t, "why.schema.json")
	const files, shop = "../testdata/why/*.json", "../testdata/why/shop.json"
	checkAnswers(t, schema, files, shop, 0, []damage{
		{"schema", nil},
		{"places", nil},
		{"places.0.what", "thing"},
		{"places.0.position", nil},
		{"places.0.acquisition.verdict", nil},
		{"places.0.findings.0.rule", nil},
		{"places.0.paths", nil},
		{"places.0.more", -1},
		{"places.0.stops", []any{}},
		{"places.0.paths.0.entry.kind", nil},
		{"places.0.paths.0.how", nil},
		{"places.0.paths.0.chain.0.position.file", ""},
	})
	checkAnswers(t, schema, files, shop, 1, []damage{
		{"places.0.stops", nil},
		{"places.0.paths", []any{}},
		{"places.0.stops.0.kind", nil},
		{"places.0.stops.0.text", ""},
		{"places.0.stops.0.chain.0.function", nil},
	})
}

// compileBeside compiles a schema that refers to that of the report.
func compileBeside(t *testing.T, name string) *jsonschema.Schema {
	t.Helper()
	const folder = "https://raw.githubusercontent.com/sessionlint/sessionlint/main/analyzer/report/"
	c := jsonschema.NewCompiler()
	for _, file := range []string{"schema.json", name} {
		doc := values(t, filepath.Join("..", file))[0]
		if id := doc.(map[string]any)["$id"]; id != folder+file {
			t.Errorf("%s calls itself %v", file, id)
		}
		if err := c.AddResource(folder+file, doc); err != nil {
			t.Fatal(err)
		}
	}
	schema, err := c.Compile(folder + name)
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

// checkAnswers validates all values of some files, and one value of a file with
// each of the damages.
func checkAnswers(t *testing.T, schema *jsonschema.Schema, pattern, file string, value int, damages []damage) {
	t.Helper()
	files, err := filepath.Glob(pattern)
	if err != nil || len(files) < 2 {
		t.Fatalf("%v, %v", files, err)
	}
	for _, f := range files {
		for i, doc := range values(t, f) {
			if err := schema.Validate(doc); err != nil {
				t.Errorf("%s, value %d: %v", f, i+1, err)
			}
		}
	}
	for _, d := range damages {
		doc := change(t, values(t, file)[value], strings.Split(d.at, "."), d.value)
		if schema.Validate(doc) == nil {
			t.Errorf("%s set to %v is not found", d.at, d.value)
		}
	}
}

// values reads a file of one JSON value behind the other.
func values(t *testing.T, file string) []any {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var out []any
	for dec := json.NewDecoder(bytes.NewReader(text)); ; {
		var raw json.RawMessage
		if err := dec.Decode(&raw); errors.Is(err, io.EOF) {
			return out
		} else if err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		v, err := jsonschema.UnmarshalJSON(bytes.NewReader(raw))
		if err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		out = append(out, v)
	}
}
