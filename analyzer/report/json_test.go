package report_test

import (
	"bytes"
	"encoding/json"
	"io"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/sessionlint/sessionlint/analyzer/report"
	"github.com/sessionlint/sessionlint/analyzer/rule"
)

var searched = report.Searched{Matched: 14, Mains: 1, Read: 26, Pruned: 212}

func TestJSON(t *testing.T) {
	for name, r := range cases() {
		t.Run(name, func(t *testing.T) {
			golden(t, name+".json", func(w io.Writer) error { return report.JSON(w, r, report.Searched{}) })
		})
	}
	t.Run("shop-audit", func(t *testing.T) {
		golden(t, "shop-audit.json", func(w io.Writer) error { return report.JSON(w, shop(), searched) })
	})
}

// TestReplay: what was read from JSON is written as the report itself is, in
// every format. Of the hostile one JSON does not keep broken UTF-8, so it is
// read once before.
func TestReplay(t *testing.T) {
	for name, r := range cases() {
		t.Run(name, func(t *testing.T) {
			if name == "hostile" {
				r, _ = replay(t, r, searched)
			}
			back, s := replay(t, r, searched)
			for _, f := range report.Formats() {
				before := written(t, f, r, report.Options{Searched: searched})
				after := written(t, f, back, report.Options{Searched: s})
				if before != after {
					t.Errorf("%s: got\n%s\nwant\n%s", f.Name, after, before)
				}
			}
		})
	}
}

func replay(t *testing.T, r *rule.Report, s report.Searched) (*rule.Report, report.Searched) {
	t.Helper()
	var out bytes.Buffer
	if err := report.JSON(&out, r, s); err != nil {
		t.Fatal(err)
	}
	back, s, err := report.ReadJSON(&out)
	if err != nil {
		t.Fatal(err)
	}
	return back, s
}

func written(t *testing.T, f report.Format, r *rule.Report, o report.Options) string {
	t.Helper()
	var out strings.Builder
	if err := f.Write(&out, r, o); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// TestJSONAcquisitions: an audit without acquisitions has an empty array, a
// plain run has no such key, and what was searched belongs to audits.
func TestJSONAcquisitions(t *testing.T) {
	format, _ := report.FindFormat("json")
	plain := written(t, format, &rule.Report{}, report.Options{Searched: searched})
	audit := written(t, format, &rule.Report{Acquisitions: []rule.Acquisition{}}, report.Options{Searched: searched})
	if strings.Contains(plain, "acquisitions") || strings.Contains(plain, "searched") {
		t.Errorf("plain run has parts of an audit:\n%s", plain)
	}
	if !strings.Contains(audit, `"acquisitions": []`) || !strings.Contains(audit, `"searched": {`) {
		t.Errorf("audit has no empty array, or does not say what was searched:\n%s", audit)
	}
	if strings.Contains(plain+audit, "null") {
		t.Errorf("null in\n%s\n%s", plain, audit)
	}
}

func TestReadJSONRejects(t *testing.T) {
	const head = `{"schema":"sessionlint/1",`
	for name, c := range map[string]struct{ in, want string }{
		"empty":      {"", "it is empty"},
		"text":       {"hello", "invalid character 'h' looking for beginning of value"},
		"utf-16":     {"\xff\xfe{\x00", `invalid character 'ÿ' looking for beginning of value`},
		"null":       {"null", `its schema is "", want "sessionlint/1"`},
		"list":       {"[]", "it cannot be JSON of type array"},
		"cut":        {head + `"findings":[`, "it ends in the middle"},
		"schema":     {`{"schema":"sarif"}`, `its schema is "sarif", want "sessionlint/1"`},
		"evil":       {`{"schema":"\u001b[2J\n"}`, `its schema is "\\x1b[2J\\n", want`},
		"trailing":   {head + `"findings":[]} {}`, "there is more text after its end"},
		"no list":    {head + `"module":"x"}`, "it has no list of findings"},
		"null list":  {head + `"findings":null}`, "it has no list of findings"},
		"type":       {head + `"findings":7}`, "findings cannot be JSON of type number"},
		"inner type": {head + `"findings":[{"position":{"line":"x"}}]}`, "findings.position.line cannot be JSON of type string"},
		"no rule":    {head + `"findings":[{"message":"m"}]}`, "finding 1 has no rule"},
		"no message": {head + `"findings":[{"rule":"SL101"}]}`, "finding 1 has no message"},
		"no file":    {head + `"findings":[{"rule":"SL101","message":"m"}]}`, "finding 1 has no file"},
	} {
		t.Run(name, func(t *testing.T) {
			_, _, err := report.ReadJSON(strings.NewReader(c.in))
			if err == nil || !strings.HasPrefix(err.Error(), "not a sessionlint report: "+c.want) {
				t.Errorf("got %v, want %s", err, c.want)
			}
		})
	}
}

// TestReadJSONLater: a later version of the schema may have more keys.
func TestReadJSONLater(t *testing.T) {
	const in = `{"schema":"sessionlint/1","new":{},"findings":[{"rule":"SL101","message":"m","position":{"file":"a.go","end":3}}]}`
	r, _, err := report.ReadJSON(strings.NewReader(in))
	if err != nil || len(r.Findings) != 1 || r.Acquisitions != nil {
		t.Errorf("got %+v, %v", r, err)
	}
}

// TestSchemaHasAllKeys: every key that is written is described in the schema,
// and the other way round. Package schematest validates the files.
func TestSchemaHasAllKeys(t *testing.T) {
	type object struct {
		Properties map[string]json.RawMessage
		Required   []string
	}
	var schema struct {
		object
		Defs map[string]object `json:"$defs"`
	}
	if err := json.Unmarshal([]byte(report.Schema()), &schema); err != nil {
		t.Fatal(err)
	}
	for name, v := range map[string]any{
		"position": rule.Position{}, "step": rule.Step{}, "entry": rule.Entry{}, "held": rule.Held{},
		"approval": rule.Approval{}, "finding": rule.Finding{}, "acquisition": rule.Acquisition{},
		"incomplete": rule.Incomplete{}, "searched": report.Searched{},
	} {
		var keys, required, described []string
		for f := range fields(reflect.TypeOf(v)) {
			key, options, _ := strings.Cut(f.Tag.Get("json"), ",")
			keys = append(keys, key)
			if options == "" {
				required = append(required, key)
			}
		}
		def := schema.Defs[name]
		for key := range def.Properties {
			described = append(described, key)
		}
		slices.Sort(keys)
		slices.Sort(required)
		slices.Sort(described)
		slices.Sort(def.Required)
		if !slices.Equal(keys, described) || !slices.Equal(required, def.Required) {
			t.Errorf("%s: written %v, described %v; always written %v, required %v", name, keys, described, required, def.Required)
		}
	}
}

func fields(t reflect.Type) func(func(reflect.StructField) bool) {
	return func(yield func(reflect.StructField) bool) {
		for i := range t.NumField() {
			if !yield(t.Field(i)) {
				return
			}
		}
	}
}
