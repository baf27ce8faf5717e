package schematest

import (
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// Two forms have no schema that somebody publishes, and their readers take what
// they get. So these tests read them by the letter of what is documented, say no
// to all else, and compare with what the JSON goldens say.

// annotation is a finding as a reader of one of these forms has it.
type annotation struct {
	file, severity, message string
	line, column            int
}

// TestCheckstyle reads as Checkstyle's XMLLogger writes.
func TestCheckstyle(t *testing.T) {
	compare(t, ".checkstyle.xml", readCheckstyle, false, [][2]string{
		{"<checkstyle", "<style"},
		{`version="5.0"`, ``},
		{`<file name="repo/i.go"`, `<file path="repo/i.go"`},
		{`<file name="repo/i.go"`, `<file name=""`},
		{`line="42"`, `line="x"`},
		{`line="42"`, `line="0"`},
		{`column="13"`, `column="-1"`},
		{`severity="warning"`, `severity="note"`},
		{`source="sessionlint.SL101"`, ``},
		{`source="sessionlint.SL101"`, `source="sessionlint.SL101" rule="x"`},
		{"</error>", ""},
		{"</error>", "text</error>"},
		{"</checkstyle>", "</checkstyle><checkstyle/>"},
		{"  <file ", "  <error/><file "},
	})
}

// readCheckstyle reads checkstyle > file > error, with these attributes alone.
func readCheckstyle(text string) ([]annotation, error) {
	var out []annotation
	var open []string
	var file string
	dec := xml.NewDecoder(strings.NewReader(text))
	for roots := 0; ; {
		tok, err := dec.Token()
		switch {
		case err == io.EOF && roots == 1 && len(open) == 0:
			return out, nil
		case err == io.EOF:
			return nil, errors.New("not one document")
		case err != nil:
			return nil, err
		}
		switch tok := tok.(type) {
		case xml.CharData:
			if strings.TrimSpace(string(tok)) != "" {
				return nil, fmt.Errorf("text %q", tok)
			}
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.StartElement:
			attrs := map[string]string{}
			for _, a := range tok.Attr {
				attrs[a.Name.Local] = a.Value
			}
			where := strings.Join(append(open, tok.Name.Local), ">")
			switch where {
			case "checkstyle":
				roots++
				err = only(attrs, "version")
			case "checkstyle>file":
				file = attrs["name"]
				err = only(attrs, "name")
			case "checkstyle>file>error":
				var a annotation
				if a, err = checkstyleError(file, attrs); err == nil {
					out = append(out, a)
				}
			default:
				err = fmt.Errorf("element %s", where)
			}
			if err != nil {
				return nil, err
			}
			open = append(open, tok.Name.Local)
		}
	}
}

func checkstyleError(file string, attrs map[string]string) (annotation, error) {
	a := annotation{file: file, severity: attrs["severity"], message: attrs["message"]}
	if !slices.Contains([]string{"info", "warning", "error"}, a.severity) {
		return a, fmt.Errorf("severity %q", a.severity)
	}
	var err error
	for key, n := range map[string]*int{"line": &a.line, "column": &a.column} {
		if *n, err = number(attrs[key]); err != nil {
			return a, err
		}
		delete(attrs, key)
	}
	return a, only(attrs, "severity", "message", "source")
}

// only reports keys that are missing, empty or too many.
func only(attrs map[string]string, keys ...string) error {
	for _, k := range keys {
		if attrs[k] == "" {
			return fmt.Errorf("no %s", k)
		}
	}
	if len(attrs) != len(keys) {
		return fmt.Errorf("attributes %v, want %v", attrs, keys)
	}
	return nil
}

// number counts from 1; without one it is 0.
func number(s string) (int, error) {
	if s == "" {
		return 0, nil
	}
	n, err := strconv.Atoi(s)
	if err == nil && n < 1 {
		err = fmt.Errorf("number %d", n)
	}
	return n, err
}

// TestGitHub reads as the runner of GitHub Actions does (ActionCommand.cs,
// IssueCommandExtension), which prints what it does not understand.
func TestGitHub(t *testing.T) {
	compare(t, ".github.txt", readGitHub, true, [][2]string{
		{"::error ", ":error "},
		{"::error ", "::errors "},
		{"::error ", "::error"},
		{"::sql.Open", "sql.Open"},
		{"%0A", "\n"},
		{"file=repo/open.go,", ""},
		{"line=42", "line=x"},
		{"line=42", "line=0"},
		{"line=42,", ""},
		{"col=13", "column=13"},
		{"col=13", "col=13,col=14"},
		{",title=SL101 pool-per-request", ",title"},
		{",title=SL101 pool-per-request", ",title=SL101: pool-per-request"},
		{"::warning", "\n::warning"},
		{"(7 entry points", "%(7 entry points"},
	})
}

func readGitHub(text string) ([]annotation, error) {
	var out []annotation
	for line := range strings.Lines(text) {
		rest, ok := strings.CutPrefix(strings.TrimSuffix(line, "\n"), "::")
		head, message, found := strings.Cut(rest, "::")
		if !ok || !found || message == "" {
			return nil, fmt.Errorf("no command: %q", line)
		}
		command, list, _ := strings.Cut(head, " ")
		a := annotation{severity: command}
		props := map[string]string{}
		for p := range strings.SplitSeq(list, ",") {
			key, value, _ := strings.Cut(p, "=")
			value, err := unescape(value, "%3A", "%2C")
			if _, twice := props[key]; twice || err != nil || value == "" || strings.ContainsAny(value, "\r\n") || strings.Contains(p, ":") {
				return nil, fmt.Errorf("property %q: %v", p, err)
			}
			props[key] = value
		}
		var err error
		if a.message, err = unescape(message); err != nil {
			return nil, err
		}
		for key, n := range map[string]*int{"line": &a.line, "col": &a.column} {
			if *n, err = number(props[key]); err != nil {
				return nil, err
			}
			delete(props, key)
		}
		if a.file = props["file"]; a.file != "" {
			delete(props, "file")
		}
		switch {
		case !slices.Contains([]string{"notice", "warning", "error"}, command):
			return nil, fmt.Errorf("command %q", command)
		case a.column > 0 && a.line == 0, a.line > 0 && a.file == "":
			return nil, fmt.Errorf("half a place: %q", line)
		}
		if err := only(props, "title"); err != nil {
			return nil, err
		}
		out = append(out, a)
	}
	return out, nil
}

// unescape undoes what the runner undoes, and finds a percent sign that was not
// escaped.
func unescape(s string, more ...string) (string, error) {
	known := append([]string{"%0D", "%0A", "%25"}, more...)
	for i := range s {
		if s[i] == '%' && !slices.ContainsFunc(known, func(k string) bool { return strings.HasPrefix(s[i:], k) }) {
			return "", fmt.Errorf("%q is not escaped", s[i:])
		}
	}
	return strings.NewReplacer("%0D", "\r", "%0A", "\n", "%3A", ":", "%2C", ",", "%25", "%").Replace(s), nil
}

// compare reads the goldens of a form, holds them against the findings of the
// JSON goldens, and reads the one called shop with each of the damages: the
// first text in the place of which the second stands.
func compare(t *testing.T, suffix string, read func(string) ([]annotation, error), incomplete bool, damages [][2]string) {
	t.Helper()
	files := goldens(t, suffix)
	if len(files) < 7 {
		t.Fatalf("only %d goldens: %q", len(files), files)
	}
	for _, file := range files {
		got, err := read(string(readFile(t, file)))
		if err != nil {
			t.Errorf("%s: %v", file, err)
			continue
		}
		want, more := findingsOf(t, strings.TrimSuffix(file, suffix)+".json")
		if incomplete && more > 0 {
			if last := len(got) - 1; last < 0 || got[last].severity != "warning" || !strings.Contains(got[last].message, "not analysed in full") {
				t.Errorf("%s: nothing is said of incomplete packages", file)
			} else {
				got = got[:last]
			}
		}
		if len(got) != len(want) {
			t.Errorf("%s: read %d findings, want %d", file, len(got), len(want))
			continue
		}
		for i, w := range want {
			if strings.HasPrefix(filepath.Base(file), "hostile") { // its texts are quoted
				w.file, w.message = got[i].file, got[i].message
			}
			g := got[i]
			if !strings.HasPrefix(g.message, w.message) || g.severity != w.severity && g.severity+w.severity != "noticeinfo" {
				t.Errorf("%s: read %+v, want %+v", file, g, w)
			}
			g.message, g.severity = w.message, w.severity
			if g != w {
				t.Errorf("%s: read %+v, want %+v", file, g, w)
			}
		}
	}
	whole := string(readFile(t, filepath.Join("../testdata", "shop"+suffix)))
	for _, d := range damages {
		damaged := strings.Replace(whole, d[0], d[1], 1)
		if damaged == whole {
			t.Errorf("there is no %q to damage", d[0])
		}
		if _, err := read(damaged); err == nil {
			t.Errorf("%q in the place of %q is not found", d[1], d[0])
		}
	}
}

// findingsOf are the findings of a JSON golden, and how many packages it calls
// incomplete.
func findingsOf(t *testing.T, file string) (list []annotation, incomplete int) {
	t.Helper()
	var r struct {
		Findings []struct {
			Severity, Message string
			Position          struct {
				File         string
				Line, Column int
			}
		}
		Incomplete []struct{}
	}
	if err := json.Unmarshal(readFile(t, file), &r); err != nil {
		t.Fatal(err)
	}
	for _, f := range r.Findings {
		list = append(list, annotation{f.Position.File, f.Severity, f.Message, f.Position.Line, f.Position.Column})
	}
	return list, len(r.Incomplete)
}
