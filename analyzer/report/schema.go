package report

import _ "embed"

//go:embed schema.json
var schema string

// Schema is the JSON Schema of what JSON writes.
func Schema() string { return schema }
