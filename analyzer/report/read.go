package report

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/sessionlint/sessionlint/analyzer/rule"
)

// ReadJSON reads what JSON wrote, of this schema only. Unknown keys are
// ignored: a later version of the same schema may have more of them. The error
// is one sentence for the person who named the file.
func ReadJSON(r io.Reader) (*rule.Report, Searched, error) {
	d, err := readDocument(r)
	if err != nil {
		return nil, Searched{}, fmt.Errorf("not a sessionlint report: %w", err)
	}
	res := rule.Report(d.body)
	return &res, d.Searched, nil
}

func readDocument(r io.Reader) (document, error) {
	dec := json.NewDecoder(r)
	var d document
	if err := dec.Decode(&d); err != nil {
		return d, inWords(err)
	}
	if d.Schema != rule.Schema {
		return d, fmt.Errorf("its schema is %q, want %q", clean(d.Schema), rule.Schema)
	}
	if _, err := dec.Token(); err != io.EOF {
		return d, errors.New("there is more text after its end")
	}
	if d.Findings == nil {
		return d, errors.New("it has no list of findings")
	}
	for i := range d.Findings {
		if err := checkFinding(&d.Findings[i]); err != nil {
			return d, fmt.Errorf("finding %d has no %w", i+1, err)
		}
	}
	return d, nil
}

// checkFinding names what a finding lacks and no format can do without.
func checkFinding(f *rule.Finding) error {
	switch "" {
	case f.Rule:
		return errors.New("rule")
	case f.Message:
		return errors.New("message")
	case f.Position.File:
		return errors.New("file")
	}
	return nil
}

// inWords is an error of package json without Go's types in it.
func inWords(err error) error {
	var mismatch *json.UnmarshalTypeError
	switch {
	case err == io.EOF:
		return errors.New("it is empty")
	case err == io.ErrUnexpectedEOF:
		return errors.New("it ends in the middle")
	case errors.As(err, &mismatch):
		what := strings.TrimPrefix(mismatch.Field, "body.")
		if what == "" {
			what = "it"
		}
		return fmt.Errorf("%s cannot be JSON of type %s", what, mismatch.Value)
	}
	return err
}
