package config

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
)

// SchemaID names the schema. Draft 7 is the newest that editors agree on.
const SchemaID = "https://raw.githubusercontent.com/sessionlint/sessionlint/main/analyzer/policy/config/schema.json"

// Schema is the JSON Schema of a configuration, for editors.
func Schema() ([]byte, error) {
	o := object{
		{"$schema", "http://json-schema.org/draft-07/schema#"},
		{"$id", SchemaID},
		{"title", "sessionlint configuration"},
	}
	text, err := json.Marshal(append(o, root().schema()...))
	if err != nil {
		return nil, fmt.Errorf("writing the schema: %w", err)
	}
	var out bytes.Buffer
	if err := json.Indent(&out, text, "", "  "); err != nil {
		return nil, fmt.Errorf("writing the schema: %w", err)
	}
	out.WriteByte('\n')
	return out.Bytes(), nil
}

// object is a JSON object whose keys keep their order.
type object []member

type member struct {
	name  string
	value any
}

func (o object) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	b.WriteByte('{')
	for i, m := range o {
		if i > 0 {
			b.WriteByte(',')
		}
		for j, v := range []any{m.name, m.value} {
			enc := json.NewEncoder(&b)
			enc.SetEscapeHTML(false)
			if err := enc.Encode(v); err != nil {
				return nil, err
			}
			if j == 0 {
				b.WriteByte(':')
			}
		}
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

func (s *spec) schema() object {
	var o object
	if s.doc != "" {
		o = append(o, member{"description", s.doc})
	}
	switch s.kind {
	case aNumber:
		return append(o, member{"type", "integer"}, member{"minimum", 0}, member{"maximum", s.most})
	case aBool:
		return append(o, member{"type", "boolean"})
	case aList:
		return append(o, member{"type", "array"}, member{"minItems", 1}, member{"items", s.of.schema()})
	case aMap:
		return append(o, s.mapSchema()...)
	case aChoice:
		var any []object
		for _, e := range s.either {
			any = append(any, e.schema())
		}
		return append(o, member{"anyOf", any})
	}
	return append(o, s.textSchema()...)
}

func (s *spec) textSchema() object {
	if len(s.words) > 0 {
		return object{{"enum", s.words}}
	}
	o := object{{"type", "string"}}
	if s.format != "" {
		o = append(o, member{"format", s.format})
	}
	if s.pattern != "" {
		// The dialect of editors is that of JavaScript, where \p needs a flag.
		plain := strings.NewReplacer(`\p{L}\p{N}_`, `A-Za-z0-9_\u0080-\uffff`, `\p{L}_`, `A-Za-z_\u0080-\uffff`).Replace(s.pattern)
		return append(o, member{"pattern", plain})
	}
	return append(o, member{"pattern", `\S`})
}

func (s *spec) mapSchema() object {
	o := object{{"type", "object"}}
	if s.keys != nil {
		var props object
		for _, name := range s.keys.words {
			props = append(props, member{name, s.values.schema()})
		}
		return append(o, member{"properties", props}, member{"additionalProperties", false})
	}
	var props object
	var required []string
	for _, f := range s.fields {
		props = append(props, member{f.name, f.spec.schema()})
		if f.required {
			required = append(required, f.name)
		}
	}
	o = append(o, member{"properties", props}, member{"additionalProperties", false})
	if required != nil {
		o = append(o, member{"required", required})
	}
	if s.oneOf != nil {
		var one []object
		for _, name := range s.oneOf {
			one = append(one, object{{"required", []string{name}}})
		}
		o = append(o, member{"oneOf", one})
	}
	return o
}
