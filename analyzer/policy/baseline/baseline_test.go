package baseline_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/sessionlint/sessionlint/analyzer/policy/baseline"
	"github.com/sessionlint/sessionlint/analyzer/rule"
)

func found(function string, line int, fingerprint string) rule.Finding {
	return rule.Finding{
		Rule: "SL101", Symbol: "database/sql.Open", Function: "example.com/shop/" + function, Message: "sql.Open creates a pool",
		Position: rule.Position{File: "a.go", Line: line}, Fingerprint: fingerprint,
		Entry: &rule.Entry{Function: "example.com/shop/api.Serve"},
	}
}

func whole() baseline.Run { return baseline.Run{Whole: true, Main: true} }

// said is an outcome in short: lines of findings, functions of entries.
func said(o baseline.Outcome) string {
	var b strings.Builder
	for _, f := range o.New {
		fmt.Fprintf(&b, "new %d;", f.Position.Line)
	}
	for _, f := range o.Known {
		fmt.Fprintf(&b, "known %d;", f.Position.Line)
	}
	for _, e := range o.Fixed {
		fmt.Fprintf(&b, "fixed %s;", e.Function[len("example.com/shop/"):])
	}
	for _, e := range o.Open {
		fmt.Fprintf(&b, "open %s;", e.Function[len("example.com/shop/"):])
	}
	return b.String()
}

func TestApply(t *testing.T) {
	renamed := found("repo.A", 99, "aa")
	renamed.Position.File = "b.go"
	worded := found("repo.A", 3, "aa-2")
	worded.Message = "another"
	for name, c := range map[string]struct {
		old, now []rule.Finding
		want     string
	}{
		"nothing":         {nil, nil, ""},
		"known":           {[]rule.Finding{found("repo.A", 1, "aa")}, []rule.Finding{found("repo.A", 1, "aa")}, "known 1;"},
		"moved, renamed":  {[]rule.Finding{found("repo.A", 1, "aa")}, []rule.Finding{renamed}, "known 99;"},
		"new":             {[]rule.Finding{found("repo.A", 1, "aa")}, []rule.Finding{found("repo.A", 1, "aa"), found("repo.B", 2, "bb")}, "new 2;known 1;"},
		"fixed":           {[]rule.Finding{found("repo.A", 1, "aa")}, nil, "fixed repo.A;"},
		"third of two":    {[]rule.Finding{found("repo.A", 1, "aa"), found("repo.A", 2, "aa-2")}, []rule.Finding{found("repo.A", 1, "aa"), found("repo.A", 2, "aa-2"), found("repo.A", 3, "aa-3")}, "new 3;known 1;known 2;"},
		"first of two":    {[]rule.Finding{found("repo.A", 1, "aa"), found("repo.A", 2, "aa-2")}, []rule.Finding{found("repo.A", 2, "aa")}, "known 2;fixed repo.A;"},
		"no fingerprint":  {[]rule.Finding{found("repo.A", 1, "")}, []rule.Finding{found("repo.A", 1, "")}, "new 1;"},
		"by message":      {[]rule.Finding{worded}, []rule.Finding{found("repo.A", 1, "aa"), worded}, "new 1;known 3;"},
		"message changed": {[]rule.Finding{worded}, []rule.Finding{found("repo.A", 1, "aa")}, "known 1;"},
	} {
		if got := said(baseline.Of(c.old, nil).Apply(c.now, whole())); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

// TestEmptyEntry: an entry that somebody made without a fingerprint is no way to
// hide a finding without one.
func TestEmptyEntry(t *testing.T) {
	f := baseline.File{Entries: []baseline.Entry{{Rule: "SL101", Function: "example.com/shop/repo.A"}}}
	if got := said(f.Apply([]rule.Finding{found("repo.A", 1, "")}, whole())); got != "new 1;fixed repo.A;" {
		t.Error(got)
	}
}

// TestSubset: a run of some packages calls nothing fixed that it could not see.
func TestSubset(t *testing.T) {
	const shop = "example.com/shop/"
	f := baseline.Of([]rule.Finding{found("repo.A", 1, "aa"), found("api.B", 2, "bb")}, []string{"example.com/old"})
	for name, c := range map[string]struct {
		run  baseline.Run
		want string
	}{
		"whole":             {whole(), "fixed api.B;fixed repo.A;"},
		"broken":            {baseline.Run{Whole: true, Main: true, Incomplete: []string{"example.com/old", "example.com/new"}}, "open api.B;open repo.A;"},
		"as broken as then": {baseline.Run{Whole: true, Incomplete: []string{"example.com/old"}}, "fixed api.B;fixed repo.A;"},
		"other packages":    {baseline.Run{Packages: []string{shop + "jobs"}, Main: true}, "open api.B;open repo.A;"},
		"without caller":    {baseline.Run{Packages: []string{shop + "repo"}}, "open api.B;open repo.A;"},
		"without main":      {baseline.Run{Packages: []string{shop + "api", shop + "repo"}}, "fixed api.B;open repo.A;"},
		"all that matter":   {baseline.Run{Packages: []string{shop + "api", shop + "cmd", shop + "repo"}, Main: true}, "fixed api.B;fixed repo.A;"},
	} {
		o := f.Apply(nil, c.run)
		if got := said(o); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
		if kept := o.Renew().Entries; len(kept) != len(o.Open) {
			t.Errorf("%s: the new baseline has %d entries", name, len(kept))
		}
	}
}

func TestBytes(t *testing.T) {
	hostile := found("repo.A", 1, "cc")
	hostile.Message, hostile.Entry = "a <b> \"c\"\n", nil
	list := []rule.Finding{found("repo.Z", 9, "dd"), hostile, found("repo.A", 1, "aa-2"), found("api.B", 5, "bb")}
	text, err := baseline.Of(list, nil).Bytes()
	if err != nil {
		t.Fatal(err)
	}
	const want = `{
  "schema": "sessionlint-baseline/1",
  "findings": [
    {"rule": "SL101", "function": "example.com/shop/api.B", "symbol": "database/sql.Open", "file": "a.go", "message": "sql.Open creates a pool", "entry": "example.com/shop/api.Serve", "fingerprint": "bb"},
    {"rule": "SL101", "function": "example.com/shop/repo.A", "symbol": "database/sql.Open", "file": "a.go", "message": "a <b> \"c\"\n", "fingerprint": "cc"},
    {"rule": "SL101", "function": "example.com/shop/repo.A", "symbol": "database/sql.Open", "file": "a.go", "message": "sql.Open creates a pool", "entry": "example.com/shop/api.Serve", "fingerprint": "aa"},
    {"rule": "SL101", "function": "example.com/shop/repo.Z", "symbol": "database/sql.Open", "file": "a.go", "message": "sql.Open creates a pool", "entry": "example.com/shop/api.Serve", "fingerprint": "dd"}
  ]
}
`
	if string(text) != want {
		t.Errorf("got\n%s", text)
	}
	slices.Reverse(list)
	if again, _ := baseline.Of(list, nil).Bytes(); string(again) != want {
		t.Error("the order of the findings shows")
	}
	back, err := baseline.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	if again, _ := back.Bytes(); string(again) != want {
		t.Error("reading loses something")
	}
	if empty, _ := new(baseline.File).Bytes(); string(empty) != "{\n  \"schema\": \"sessionlint-baseline/1\",\n  \"findings\": []\n}\n" {
		t.Errorf("empty: %s", empty)
	}
}

// TestIncomplete: what was not analysed then is in the file; a run that sees less
// does not make that the measure.
func TestIncomplete(t *testing.T) {
	a, b := found("repo.A", 1, "aa"), found("repo.B", 2, "bb")
	run := whole()
	run.Incomplete = []string{"x/b", "x/a"}
	first := new(baseline.File).Apply([]rule.Finding{a, b}, run)
	text, err := first.Renew().Bytes()
	if err != nil || !strings.Contains(string(text), "  \"incomplete\": [\n    \"x/a\",\n    \"x/b\"\n  ],\n  \"findings\": [\n") {
		t.Errorf("%v\n%s", err, text)
	}
	f, err := baseline.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		incomplete []string
		whole      bool
		want       string
	}{
		"more":   {[]string{"x/a", "x/b", "x/c"}, true, "broken x/c, 2 entries, then x/a x/b"},
		"same":   {[]string{"x/a", "x/b"}, true, "broken , 1 entries, then x/a x/b"},
		"less":   {[]string{"x/b"}, true, "broken , 1 entries, then x/b"},
		"subset": {nil, false, "broken , 2 entries, then x/a x/b"},
	} {
		o := f.Apply([]rule.Finding{a}, baseline.Run{Whole: c.whole, Main: true, Incomplete: c.incomplete})
		then := o.Renew()
		got := fmt.Sprintf("broken %s, %d entries, then %s", strings.Join(o.Broken, " "), len(then.Entries), strings.Join(then.Incomplete, " "))
		if got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
	}
}

func TestParse(t *testing.T) {
	file := func(findings string) string {
		return "{\n\"schema\": \"sessionlint-baseline/1\",\n\"findings\": [" + findings + "]}"
	}
	for text, want := range map[string]string{
		"":                            "it is empty",
		"  \n":                        "it is empty",
		"{":                           "it ends in the middle",
		"[]":                          "line 1: the file cannot be JSON of type array",
		"{}":                          "it is not a baseline: it names no schema",
		`{"schema": "sessionlint/1"}`: `its schema is "sessionlint/1", and this version of sessionlint reads "sessionlint-baseline/1"`,
		`{"schema": "sessionlint-baseline/2", "findings": []}`:        `its schema is "sessionlint-baseline/2", and this version of sessionlint reads "sessionlint-baseline/1"`,
		`{"schema": "sessionlint-baseline/1"}`:                        "it has no list of findings",
		file("") + "\n{}":                                             "line 4: there is more text after its end",
		file("\n1"):                                                   "line 4: findings cannot be JSON of type number",
		file("\n{\"rule\": \"SL101\"}\n{}"):                           "line 5: it is not JSON: invalid character '{' after array element",
		file(`{"rule": "SL101", "message": "m", "fingerprint": " "}`): "finding 1 has no fingerprint",
		file(`{"message": "m", "fingerprint": "aa"}`):                 "finding 1 has no rule",
		file(`{"rule": "SL101", "fingerprint": "aa"}`):                "finding 1 has no message",
		file("\n<<<<<<< ours\n{}\n=======\n{}\n>>>>>>> theirs\n"):     "line 4 begins a merge conflict: keep the entries of both sides, one a line, with commas between them",
	} {
		_, err := baseline.Parse([]byte(text))
		if err == nil || err.Error() != want {
			t.Errorf("%q:\n got %v\nwant %s", text, err, want)
		}
	}
	f, err := baseline.Parse([]byte(file(`{"later": 1, "rule": "SL101", "message": "m", "fingerprint": "aa-2"}`)))
	if err != nil || len(f.Entries) != 1 || f.Entries[0].Fingerprint != "aa" {
		t.Errorf("unknown key, number: %+v, %v", f, err)
	}
}

func TestReadWrite(t *testing.T) {
	name := filepath.Join(t.TempDir(), baseline.FileName)
	if _, err := baseline.Read(name); err == nil || err.Error() != "no such file or directory" {
		t.Errorf("no file: %v", err)
	}
	for _, f := range []*baseline.File{baseline.Of([]rule.Finding{found("repo.A", 1, "aa")}, nil), {}} {
		if err := f.Write(name); err != nil {
			t.Fatal(err)
		}
		got, err := baseline.Read(name)
		if err != nil || len(got.Entries) != len(f.Entries) {
			t.Errorf("%+v, %v", got, err)
		}
	}
	if list, _ := os.ReadDir(filepath.Dir(name)); len(list) != 1 {
		t.Errorf("files left behind: %v", list)
	}
	if err := new(baseline.File).Write(filepath.Join(name, "x")); err == nil {
		t.Error("written below a file")
	}
}
