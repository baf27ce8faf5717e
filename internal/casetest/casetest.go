// Package casetest reads the cases of testdata/cases and compares what an
// analysis found with what their comments ask for. It is for tests only.
//
// See testdata/cases/INDEX.md for the comments.
package casetest

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"sort"
	"strings"

	"github.com/sessionlint/sessionlint/analyzer/rule"
)

// Case is one small program with its expectations.
type Case struct {
	Name     string // feature/case
	Dir      string // absolute
	Policy   string
	Families string
	Tests    bool
	Want     map[Line][]Want
	Points   map[Line][]string // rules that report a line without an acquisition
	Chains   map[Line]string   // expected functions of the witness, by the line of the want before it
	Packages int               // folders with Go files
}

// Line is a line of a file; File is relative to the cases' module.
type Line struct {
	File string
	Line int
}

// Want is one expectation of a line.
type Want struct {
	Verdicts []string // any of these
	Rule     string
}

var (
	wantRE    = regexp.MustCompile(`// want ([a-z|-]+)(?: (SL\d+))?`)
	pointRE   = regexp.MustCompile(`// want (SL\d+)`)
	chainRE   = regexp.MustCompile(`// chain: (.*)$`)
	settingRE = regexp.MustCompile(`(?m)^//(policy|families|tests): *(\S+)`)
)

// Load reads all cases below root, which is the cases' module.
func Load(root string) ([]*Case, error) {
	dirs, err := filepath.Glob(filepath.Join(root, "*", "*"))
	if err != nil {
		return nil, err
	}
	var out []*Case
	for _, dir := range dirs {
		rel, err := filepath.Rel(root, dir)
		if err != nil {
			return nil, err
		}
		feature, _, _ := strings.Cut(filepath.ToSlash(rel), "/")
		if st, err := os.Stat(dir); err != nil || !st.IsDir() || feature == "stub" || feature == "gen" {
			continue
		}
		c, err := read(root, filepath.ToSlash(rel), dir)
		if err != nil {
			return nil, fmt.Errorf("reading case %s: %w", rel, err)
		}
		out = append(out, c)
	}
	return out, nil
}

func read(root, name, dir string) (*Case, error) {
	c := &Case{Name: name, Dir: dir, Want: map[Line][]Want{}, Points: map[Line][]string{}, Chains: map[Line]string{}}
	folders := map[string]bool{}
	err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") {
			return err
		}
		folders[filepath.Dir(path)] = true
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(root, path)
		if err != nil {
			return err
		}
		return c.parse(filepath.ToSlash(rel), string(data))
	})
	c.Packages = len(folders)
	return c, err
}

func (c *Case) parse(file, text string) error {
	for _, m := range settingRE.FindAllStringSubmatch(text, -1) {
		switch m[1] {
		case "policy":
			c.Policy = m[2]
		case "families":
			c.Families = m[2]
		case "tests":
			c.Tests = m[2] == "true"
		}
	}
	last := Line{}
	for i, l := range strings.Split(text, "\n") {
		at := Line{file, i + 1}
		if strings.Contains(l, "// want") {
			ms, ps := wantRE.FindAllStringSubmatch(l, -1), pointRE.FindAllStringSubmatch(l, -1)
			if len(ms)+len(ps) != strings.Count(l, "// want") {
				return fmt.Errorf("%s:%d: malformed want", file, i+1)
			}
			for _, m := range ps {
				c.Points[at] = append(c.Points[at], m[1])
			}
			for _, m := range ms {
				c.Want[at] = append(c.Want[at], Want{strings.Split(m[1], "|"), m[2]})
			}
			last = at
		}
		if m := chainRE.FindStringSubmatch(l); m != nil {
			c.Chains[last] = m[1]
		}
	}
	return nil
}

// Compare lists what differs between a case and a report of it.
func (c *Case) Compare(findings []rule.Finding, acquisitions []rule.Acquisition) []string {
	var diff []string
	report := func(at Line, format string, args ...any) {
		diff = append(diff, fmt.Sprintf("%s:%d: %s", at.File, at.Line, fmt.Sprintf(format, args...)))
	}
	got := map[Line][]rule.Acquisition{}
	for _, a := range acquisitions {
		at := Line{a.Position.File, a.Position.Line}
		got[at] = append(got[at], a)
	}
	rules := map[Line][]rule.Finding{}
	for _, f := range findings {
		at := Line{f.Position.File, f.Position.Line}
		rules[at] = append(rules[at], f)
	}
	for at, wants := range c.Want {
		if len(got[at]) != len(wants) {
			report(at, "want %d acquisitions, got %d: %s", len(wants), len(got[at]), verdicts(got[at]))
		}
		for i, w := range wants {
			if i < len(got[at]) && !slices.Contains(w.Verdicts, got[at][i].Verdict) {
				report(at, "want %s, got %s (%s)", strings.Join(w.Verdicts, " or "), got[at][i].Verdict, got[at][i].Reason)
			}
		}
		if a, b := wantedRules(wants, c.Points[at]), foundRules(rules[at]); a != b {
			report(at, "want findings [%s], got [%s]", a, b)
		}
	}
	for at, points := range c.Points {
		if a, b := wantedRules(nil, points), foundRules(rules[at]); c.Want[at] == nil && a != b {
			report(at, "want findings [%s], got [%s]", a, b)
		}
	}
	for at, as := range got {
		if c.Want[at] == nil {
			report(at, "unexpected acquisition: %s", verdicts(as))
		}
	}
	for at, fs := range rules {
		if c.Want[at] == nil && c.Points[at] == nil {
			report(at, "unexpected finding: %s", foundRules(fs))
		}
	}
	for at, want := range c.Chains {
		if fs := rules[at]; len(fs) > 0 && chainOf(fs[0]) != want {
			report(at, "want chain %s, got %s", want, chainOf(fs[0]))
		}
	}
	sort.Strings(diff)
	return diff
}

func verdicts(as []rule.Acquisition) string {
	var out []string
	for _, a := range as {
		out = append(out, a.Symbol+" "+a.Verdict+" ("+a.Reason+")")
	}
	return strings.Join(out, "; ")
}

func wantedRules(ws []Want, points []string) string {
	out := slices.Clone(points)
	for _, w := range ws {
		if w.Rule != "" {
			out = append(out, w.Rule)
		}
	}
	sort.Strings(out)
	return strings.Join(out, " ")
}

func foundRules(fs []rule.Finding) string {
	var out []string
	for _, f := range fs {
		out = append(out, f.Rule)
	}
	sort.Strings(out)
	return strings.Join(out, " ")
}

// chainOf writes the functions of a witness without their packages.
func chainOf(f rule.Finding) string {
	var out []string
	for _, s := range f.Chain {
		out = append(out, bare(s.Function))
	}
	return strings.Join(out, " -> ")
}

// bare drops the package of a symbol: (*a/b.T).M becomes (*T).M.
func bare(symbol string) string {
	head, prefix := symbol, ""
	for strings.HasPrefix(head, "(") || strings.HasPrefix(head, "*") {
		prefix, head = prefix+head[:1], head[1:]
	}
	head = head[strings.LastIndexByte(head, '/')+1:]
	if i := strings.IndexByte(head, '.'); i >= 0 {
		head = head[i+1:]
	}
	if prefix == "(" { // a value receiver
		prefix, head = "", strings.Replace(head, ")", "", 1)
	}
	return prefix + head
}
