package report

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"github.com/sessionlint/sessionlint/analyzer/rule"
)

// document is a rule.Report as it stands in JSON. The conversion between the
// two fails to compile when a field is added to one of them only. What differs
// are the tags: an audit that found no acquisition has an empty array, a plain
// run has no such key.
type document struct {
	Schema       string             `json:"schema"`
	Module       string             `json:"module"`
	Policy       string             `json:"policy"`
	Findings     []rule.Finding     `json:"findings"`
	Acquisitions []rule.Acquisition `json:"acquisitions,omitzero"`
	Incomplete   []rule.Incomplete  `json:"incomplete"`
}

// JSON writes r with two-space indentation. The key "acquisitions" is left out
// when r.Acquisitions is nil; all other lists are arrays even when empty.
func JSON(w io.Writer, r *rule.Report) error {
	d := document(*r)
	if d.Schema == "" {
		d.Schema = rule.Schema
	}
	d.Findings = findingsWithChains(r.Findings)
	if d.Incomplete == nil {
		d.Incomplete = []rule.Incomplete{}
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(d)
}

// findingsWithChains copies findings such that no list in it is nil.
func findingsWithChains(findings []rule.Finding) []rule.Finding {
	out := make([]rule.Finding, len(findings))
	for i, f := range findings {
		if f.Chain == nil {
			f.Chain = []rule.Step{}
		}
		out[i] = f
	}
	return out
}

// ReadJSON reads what JSON wrote, of this schema only. Unknown keys are
// ignored: a later version of the same schema may have more of them.
func ReadJSON(r io.Reader) (*rule.Report, error) {
	dec := json.NewDecoder(r)
	var d document
	if err := dec.Decode(&d); err != nil {
		return nil, fmt.Errorf("not a sessionlint report: %w", err)
	}
	if d.Schema != rule.Schema {
		return nil, fmt.Errorf("not a sessionlint report of schema %q: its schema is %q", rule.Schema, d.Schema)
	}
	if _, err := dec.Token(); err != io.EOF {
		return nil, errors.New("not a sessionlint report: more text after its end")
	}
	res := rule.Report(d)
	return &res, nil
}
