package report_test

import (
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/sessionlint/sessionlint/analyzer/report"
	"github.com/sessionlint/sessionlint/analyzer/rule"
)

// TestFormats compares formats with their goldens. Text, JSON and HTML have
// tests of their own.
func TestFormats(t *testing.T) {
	extension := map[string]string{
		"sarif": "sarif", "github": "github.txt", "gitlab": "gitlab.json", "checkstyle": "checkstyle.xml",
		"junit": "junit.xml", "rdjsonl": "rdjsonl", "markdown": "md",
	}
	for _, f := range report.Formats()[2:] {
		if f.Name == "html" { // its style is no part of what it says
			continue
		}
		for name, r := range cases() {
			t.Run(f.Name+"/"+name, func(t *testing.T) {
				golden(t, name+"."+extension[f.Name], func(w io.Writer) error {
					return f.Write(w, r, report.Options{Version: "v1.2.3", Rules: rules()})
				})
			})
		}
	}
}

// TestFormatsHaveNoControls: nothing of the analysed program can break out of a
// line or of a document, or hide what it says. JSON keeps the text, in escapes.
func TestFormatsHaveNoControls(t *testing.T) {
	for _, f := range report.Formats() {
		out := written(t, f, hostile(), report.Options{})
		if f.Name == "json" {
			out = strings.ReplaceAll(out, "\ufffd", "") // all that JSON can say of broken UTF-8
		}
		for _, c := range out {
			if c < ' ' && c != '\n' || c >= 0x7f && c < 0xa0 || c == '\u202e' || c == '\u2028' || c == '\ufffd' {
				t.Errorf("%s: character %U in\n%s", f.Name, c, out)
				break
			}
		}
	}
}

// TestIncompleteIsTold: a format says what was not analysed, or says that it
// does not.
func TestIncompleteIsTold(t *testing.T) {
	for _, f := range report.Formats() {
		out := written(t, f, incomplete(), report.Options{TextOptions: report.TextOptions{Verbose: true}})
		if got := strings.Contains(out, "example.com/a/g"); got != f.ListsIncomplete {
			t.Errorf("%s: incomplete packages listed: %v, want %v\n%s", f.Name, got, f.ListsIncomplete, out)
		}
	}
}

// TestGitHubEscapes reads commands as the runner does (ActionCommand.cs) and
// finds one for each finding, with what was put in.
func TestGitHubEscapes(t *testing.T) {
	format, _ := report.FindFormat("github")
	command := regexp.MustCompile(`^::(error|warning|notice) (.*?)::(.*)$`)
	lines := strings.Split(strings.TrimSuffix(written(t, format, hostile(), report.Options{}), "\n"), "\n")
	if len(lines) != 2 {
		t.Fatalf("got %d lines for a finding and an incomplete package: %q", len(lines), lines)
	}
	for _, line := range lines {
		m := command.FindStringSubmatch(line)
		if m == nil {
			t.Fatalf("not a command: %q", line)
		}
		for p := range strings.SplitSeq(m[2], ",") {
			key, value, _ := strings.Cut(p, "=")
			if strings.Contains(value, ":") || !strings.Contains(" file line col title ", " "+key+" ") {
				t.Errorf("property %q in %q", p, line)
			}
		}
		message := strings.NewReplacer("%0D", "\r", "%0A", "\n", "%25", "%").Replace(m[3])
		if !strings.Contains(message, `::error::x,y=z%0A]]>`) {
			t.Errorf("the message does not come back: %q", message)
		}
	}
}

// TestGitLabFingerprints: each issue has its own, and the same in every run.
func TestGitLabFingerprints(t *testing.T) {
	format, _ := report.FindFormat("gitlab")
	r := &rule.Report{}
	for i := range 3 {
		f := poolFinding()
		r.Findings = append(r.Findings, f)
		f.Fingerprint = ""
		f.Position.Line = i
		r.Findings = append(r.Findings, f)
	}
	var issues []struct{ Fingerprint string }
	if err := json.Unmarshal([]byte(written(t, format, r, report.Options{})), &issues); err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, issue := range issues {
		if issue.Fingerprint == "" || seen[issue.Fingerprint] {
			t.Errorf("fingerprint %q is not unique", issue.Fingerprint)
		}
		seen[issue.Fingerprint] = true
	}
	if !seen["f00d"] {
		t.Error("the first finding does not keep its fingerprint")
	}
}

// TestXMLReads: what XML readers get is what was put in, and the numbers of a
// JUnit report are those of its tests.
func TestXMLReads(t *testing.T) {
	var style struct {
		Files []struct {
			Name   string `xml:"name,attr"`
			Errors []struct {
				Message string `xml:"message,attr"`
			} `xml:"error"`
		} `xml:"file"`
	}
	readXML(t, "checkstyle", hostile(), &style)
	if len(style.Files) != 1 || len(style.Files[0].Errors) != 1 || !strings.Contains(style.Files[0].Errors[0].Message, `]]><a b="c'">&amp;`) {
		t.Errorf("got %+v", style)
	}
	for name, r := range cases() {
		var suites struct {
			Tests    int `xml:"tests,attr"`
			Failures int `xml:"failures,attr"`
			Skipped  int `xml:"skipped,attr"`
			Cases    []struct {
				Failure *struct{} `xml:"failure"`
				Skipped *struct{} `xml:"skipped"`
			} `xml:"testsuite>testcase"`
		}
		readXML(t, "junit", r, &suites)
		failures, skipped := 0, 0
		for _, c := range suites.Cases {
			if c.Failure != nil {
				failures++
			}
			if c.Skipped != nil {
				skipped++
			}
		}
		if suites.Tests == 0 || suites.Tests != len(suites.Cases) || suites.Failures != failures || suites.Skipped != skipped ||
			failures != len(r.Findings) || skipped != len(r.Incomplete) {
			t.Errorf("%s: got %+v", name, suites)
		}
	}
}

func readXML(t *testing.T, format string, r *rule.Report, v any) {
	t.Helper()
	f, _ := report.FindFormat(format)
	if err := xml.Unmarshal([]byte(written(t, f, r, report.Options{})), v); err != nil {
		t.Fatalf("%s: %v", format, err)
	}
}

// TestSeverities: each severity in the words of each format; unknown ones are
// warnings.
func TestSeverities(t *testing.T) {
	for format, want := range map[string][4]string{
		"sarif":      {`"level": "error",`, `"level": "warning",`, `"level": "note",`, `"level": "warning",`},
		"github":     {`::error `, `::warning `, `::notice `, `::warning `},
		"gitlab":     {`"major"`, `"minor"`, `"info"`, `"minor"`},
		"checkstyle": {`severity="error"`, `severity="warning"`, `severity="info"`, `severity="warning"`},
		"rdjsonl":    {`"ERROR"`, `"WARNING"`, `"INFO"`, `"WARNING"`},
	} {
		f, _ := report.FindFormat(format)
		for i, severity := range []string{"error", "warning", "note", "fatal"} {
			finding := poolFinding()
			finding.Severity = severity
			if out := written(t, f, &rule.Report{Findings: []rule.Finding{finding}}, report.Options{}); !strings.Contains(out, want[i]) {
				t.Errorf("%s: severity %s: no %s in\n%s", format, severity, want[i], out)
			}
		}
	}
}

type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, errors.New("disk full") }

// TestWriteFails: no format hides that its output was not written.
func TestWriteFails(t *testing.T) {
	for _, f := range report.Formats() {
		if err := f.Write(failing{}, shop(), report.Options{}); fmt.Sprint(err) != "disk full" {
			t.Errorf("%s: got %v", f.Name, err)
		}
	}
}

// TestReadmeListsFormats: the README's table is the list of formats.
func TestReadmeListsFormats(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, table, _ := strings.Cut(string(readme), "\n| format | for |")
	table, _, _ = strings.Cut(table, "\n\n")
	var want, got []string
	for _, f := range report.Formats() {
		want = append(want, f.Name)
	}
	for _, m := range regexp.MustCompile("(?m)^\\| `(\\w+)` \\|").FindAllStringSubmatch(table, -1) {
		got = append(got, m[1])
	}
	if !slices.Equal(got, want) {
		t.Errorf("the README lists %q, want %q", got, want)
	}
}
