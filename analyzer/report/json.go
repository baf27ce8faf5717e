package report

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/sessionlint/sessionlint/analyzer/rule"
)

// document is a report as it stands in JSON: schema.json describes it.
type document struct {
	body
	Searched Searched `json:"searched,omitzero"`
}

// body is a rule.Report. The conversion between the two fails to compile when a
// field is added to one of them only. What differs are the tags: an audit that
// found no acquisition has an empty array, a plain run has no such key.
type body struct {
	Schema       string             `json:"schema"`
	Module       string             `json:"module"`
	Policy       string             `json:"policy"`
	Findings     []rule.Finding     `json:"findings"`
	Acquisitions []rule.Acquisition `json:"acquisitions,omitzero"`
	Approvals    []rule.Declaration `json:"approvals,omitzero"`
	Incomplete   []rule.Incomplete  `json:"incomplete"`
	Baseline     *rule.Baselined    `json:"baseline,omitempty"`
	Characters   []rule.Character   `json:"characters,omitempty"`
	EntryPoints  []rule.EntryPoint  `json:"entryPoints,omitempty"`
	Unseen       []rule.Unseen      `json:"unseen,omitempty"`
}

// JSON writes r with two-space indentation. The key "acquisitions" is left out
// when r.Acquisitions is nil, and "searched" when nothing is known of it; all
// lists are arrays even when empty.
func JSON(w io.Writer, r *rule.Report, s Searched) error {
	d := document{body(*r), s}
	if d.Schema == "" {
		d.Schema = rule.Schema
	}
	d.Findings = findingsWithChains(r.Findings)
	d.EntryPoints = withStatements(r.EntryPoints)
	if d.Incomplete == nil {
		d.Incomplete = []rule.Incomplete{}
	}
	return encode(w, d)
}

// encode writes one JSON value for people to read too: angle brackets and
// ampersands stay what they are, and what does not print is escaped, which
// package json does for some of it only.
func encode(w io.Writer, v any) error {
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(v); err != nil {
		return err
	}
	_, err := w.Write(escapeUnprintable(out.Bytes()))
	return err
}

// escapeUnprintable may look at the text as a whole: outside of strings JSON is
// ASCII.
func escapeUnprintable(text []byte) []byte {
	if !bytes.ContainsFunc(text, unprintable) {
		return text
	}
	out := make([]byte, 0, len(text))
	for _, c := range string(text) {
		switch {
		case !unprintable(c):
			out = utf8.AppendRune(out, c)
		case c > 0xffff:
			high, low := utf16.EncodeRune(c)
			out = fmt.Appendf(out, `\u%04x\u%04x`, high, low)
		default:
			out = fmt.Appendf(out, `\u%04x`, c)
		}
	}
	return out
}

// withStatements adds the sentences.
func withStatements(list []rule.EntryPoint) []rule.EntryPoint {
	if list == nil {
		return nil
	}
	out := make([]rule.EntryPoint, len(list))
	for i, e := range list {
		e.Statement = statement(e)
		out[i] = e
	}
	return out
}

func unprintable(c rune) bool { return c != '\n' && !strconv.IsPrint(c) }

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
