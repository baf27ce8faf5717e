package config

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Place is where something is written: a line and column of the file, or, in
// settings without a file, the path of keys to it.
type Place struct {
	Line, Column int
	Path         string
}

// Problem is one thing that is wrong with a configuration.
type Problem struct {
	File string
	Place
	Text string
}

// String is FILE:LINE:COLUMN: sentence, as editors read it.
func (p Problem) String() string {
	switch {
	case p.Line > 0:
		return fmt.Sprintf("%s:%d:%d: %s", p.File, p.Line, p.Column, p.Text)
	case p.Path != "":
		return fmt.Sprintf("%s: %s: %s", p.File, p.Path, p.Text)
	}
	return fmt.Sprintf("%s: %s", p.File, p.Text)
}

// Problems is an error: one problem on each line, in the order of the file.
type Problems []Problem

func (ps Problems) Error() string {
	lines := make([]string, len(ps))
	for i, p := range ps {
		lines[i] = p.String()
	}
	return strings.Join(lines, "\n")
}

// maxProblems is as many as a person reads.
const maxProblems = 100

// problems collects what is wrong with one file.
type problems struct {
	file string
	list Problems
}

func (p *problems) add(at Place, format string, args ...any) {
	p.list = append(p.list, Problem{File: p.file, Place: at, Text: fmt.Sprintf(format, args...)})
}

// join adds what a later check found, but for places of which something is said.
func (p *problems) join(err error) {
	more, _ := err.(Problems)
	said := len(p.list)
	for _, m := range more {
		if !slices.ContainsFunc(p.list[:said], func(old Problem) bool { return old.Place == m.Place }) {
			p.list = append(p.list, m)
		}
	}
}

// err is the problems found, or nil.
func (p *problems) err() error {
	if len(p.list) == 0 {
		return nil
	}
	slices.SortStableFunc(p.list, func(a, b Problem) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column), cmp.Compare(a.Path, b.Path))
	})
	p.list = slices.Compact(p.list)
	if more := len(p.list) - maxProblems; more > 0 {
		p.list = append(p.list[:maxProblems:maxProblems], Problem{File: p.file, Text: fmt.Sprintf("and %d more errors", more)})
	}
	return p.list
}
