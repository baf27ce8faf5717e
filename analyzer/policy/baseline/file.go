package baseline

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/sessionlint/sessionlint/analyzer/rule"
)

// schema names the version of the file's form.
const schema = "sessionlint-baseline/1"

type document struct {
	Schema     string   `json:"schema"`
	Incomplete []string `json:"incomplete"`
	Findings   *[]Entry `json:"findings"`
}

// Read reads a baseline. The error is a sentence about the file, without its
// name.
func Read(name string) (*File, error) {
	text, err := os.ReadFile(name)
	var wrong *os.PathError
	if errors.As(err, &wrong) {
		err = wrong.Err
	}
	if err != nil {
		return nil, err
	}
	return Parse(text)
}

// Parse reads the text of a baseline. Entries may stand in any order, as a merge
// leaves them.
func Parse(text []byte) (*File, error) {
	if line := conflict(text); line > 0 {
		return nil, fmt.Errorf("line %d begins a merge conflict: keep the entries of both sides, one a line, with commas between them", line)
	}
	dec := json.NewDecoder(bytes.NewReader(text))
	var d document
	if err := dec.Decode(&d); err != nil {
		return nil, inWords(err, text)
	}
	switch {
	case d.Schema == "":
		return nil, errors.New("it is not a baseline: it names no schema")
	case d.Schema != schema:
		return nil, fmt.Errorf("its schema is %q, and this version of sessionlint reads %q", d.Schema, schema)
	case d.Findings == nil:
		return nil, errors.New("it has no list of findings")
	}
	if _, err := dec.Token(); err != io.EOF {
		return nil, fmt.Errorf("line %d: there is more text after its end", lineAt(text, dec.InputOffset()))
	}
	for i, e := range *d.Findings {
		lacks := ""
		switch "" {
		case strings.TrimSpace(e.Fingerprint):
			lacks = "fingerprint"
		case e.Rule:
			lacks = "rule"
		case e.Message:
			lacks = "message"
		}
		if lacks != "" {
			return nil, fmt.Errorf("finding %d has no %s", i+1, lacks)
		}
		(*d.Findings)[i].Fingerprint = rule.Unnumbered(e.Fingerprint) // copied from a report
	}
	return &File{*d.Findings, d.Incomplete}, nil
}

// conflict is the line of the first conflict marker that git left, or 0.
func conflict(text []byte) int {
	n := 0
	for line := range bytes.Lines(text) {
		if n++; bytes.HasPrefix(line, []byte("<<<<<<< ")) {
			return n
		}
	}
	return 0
}

// inWords is an error of package json with the line, and without Go's types.
func inWords(err error, text []byte) error {
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch {
	case errors.Is(err, io.EOF):
		return errors.New("it is empty")
	case errors.Is(err, io.ErrUnexpectedEOF):
		return errors.New("it ends in the middle")
	case errors.As(err, &syntax):
		return fmt.Errorf("line %d: it is not JSON: %w", lineAt(text, syntax.Offset), err)
	case errors.As(err, &kind):
		what := kind.Field
		if what == "" {
			what = "the file"
		}
		return fmt.Errorf("line %d: %s cannot be JSON of type %s", lineAt(text, kind.Offset), what, kind.Value)
	}
	return err
}

func lineAt(text []byte, offset int64) int {
	return 1 + bytes.Count(text[:min(max(offset, 0), int64(len(text)))], []byte("\n"))
}

// Bytes is the text of the file: an entry on each line, so that a merge can take
// or leave it whole.
func (f *File) Bytes() ([]byte, error) {
	var b bytes.Buffer
	fmt.Fprintf(&b, "{\n  \"schema\": %q,\n", schema)
	for i, p := range f.Incomplete {
		before, after := "    ", ",\n"
		if i == 0 {
			before = "  \"incomplete\": [\n    "
		}
		if i == len(f.Incomplete)-1 {
			after = "\n  ],\n"
		}
		name, err := text(p)
		if err != nil {
			return nil, err
		}
		fmt.Fprintf(&b, "%s%s%s", before, name, after)
	}
	b.WriteString("  \"findings\": [")
	for i, e := range f.Entries {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString("\n    ")
		if err := e.write(&b); err != nil {
			return nil, err
		}
	}
	if len(f.Entries) > 0 {
		b.WriteString("\n  ")
	}
	b.WriteString("]\n}\n")
	return b.Bytes(), nil
}

// write prints {"rule": "SL101", "function": "…", …}.
func (e *Entry) write(b *bytes.Buffer) error {
	b.WriteByte('{')
	first := true
	for _, m := range [][2]string{
		{"rule", e.Rule}, {"function", e.Function}, {"symbol", e.Symbol}, {"file", e.File}, {"message", e.Message},
		{"entry", e.Entry}, {"fingerprint", e.Fingerprint},
	} {
		if m[0] == "entry" && m[1] == "" {
			continue
		}
		if !first {
			b.WriteString(", ")
		}
		first = false
		value, err := text(m[1])
		if err != nil {
			return err
		}
		fmt.Fprintf(b, "%q: %s", m[0], value)
	}
	b.WriteByte('}')
	return nil
}

// text is a string in JSON, with < and > as they are.
func text(s string) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	err := enc.Encode(s)
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), err
}

// Write replaces the file as a whole, or leaves the old one.
func (f *File) Write(name string) error {
	text, err := f.Bytes()
	if err != nil {
		return err
	}
	tmp, err := os.CreateTemp(filepath.Dir(name), filepath.Base(name)+".*")
	if err != nil {
		return err
	}
	defer os.Remove(tmp.Name()) // gone when all went well
	_, err = tmp.Write(text)
	err = errors.Join(err, tmp.Chmod(0o644), tmp.Close())
	if err != nil {
		return err
	}
	return os.Rename(tmp.Name(), name)
}
