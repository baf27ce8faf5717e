package casetest

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Index is the text of INDEX.md with its list of cases brought up to date: the
// part before the first feature, and a line that counts the cases, stay.
func Index(old string, cases []*Case) (string, error) {
	byFeature := map[string][]*Case{}
	var features []string
	reports := 0
	for _, c := range cases {
		feature, _, _ := strings.Cut(c.Name, "/")
		if byFeature[feature] == nil {
			features = append(features, feature)
		}
		byFeature[feature] = append(byFeature[feature], c)
		if c.Reports() {
			reports++
		}
	}
	slices.Sort(features)
	head, _, ok := strings.Cut(old, "\n## "+features[0]+"\n")
	if !ok {
		return "", fmt.Errorf("INDEX.md has no heading %q", features[0])
	}
	lines := strings.Split(head, "\n")
	for i, l := range lines {
		if strings.Contains(l, " cases: ") {
			lines[i] = fmt.Sprintf("%d cases: %d hold something that must be reported (marked below), %d must stay silent.", len(cases), reports, len(cases)-reports)
		}
	}
	var b strings.Builder
	b.WriteString(strings.Join(lines, "\n"))
	for _, feature := range features {
		fmt.Fprintf(&b, "\n## %s\n\n", feature)
		for _, c := range byFeature[feature] {
			about, err := c.about()
			if err != nil {
				return "", err
			}
			mark := ""
			if c.Reports() {
				mark = " (reports)"
			}
			fmt.Fprintf(&b, "- `%s`%s: %s\n", filepath.Base(c.Name), mark, about)
		}
	}
	return b.String(), nil
}

// Reports says whether something of the case must be reported.
func (c *Case) Reports() bool {
	for _, ws := range c.Want {
		if slices.ContainsFunc(ws, func(w Want) bool { return w.Rule != "" || slices.Contains(w.Verdicts, "violation") }) {
			return true
		}
	}
	return len(c.Points) > 0
}

// about is the first line of comment of the case's main.go, or of its first file.
func (c *Case) about() (string, error) {
	var files []string
	err := filepath.WalkDir(c.Dir, func(path string, d os.DirEntry, err error) error {
		if err == nil && strings.HasSuffix(path, ".go") {
			files = append(files, path)
		}
		return err
	})
	if err != nil {
		return "", err
	}
	slices.SortStableFunc(files, func(a, b string) int { return rank(a) - rank(b) })
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			return "", err
		}
		for line := range strings.Lines(string(data)) {
			if text, ok := strings.CutPrefix(strings.TrimSpace(line), "// "); ok {
				return text, nil
			}
			if strings.HasPrefix(line, "package ") {
				break
			}
		}
	}
	return "", fmt.Errorf("%s does not begin with a comment that says what it is about", c.Name)
}

func rank(file string) int {
	if filepath.Base(file) == "main.go" {
		return 0
	}
	return 1
}
