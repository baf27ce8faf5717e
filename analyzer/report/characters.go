package report

import (
	"bytes"
	"cmp"
	"slices"
	"unicode/utf8"

	"github.com/sessionlint/sessionlint/analyzer/rule"
)

// Characters lists the places of findings whose column is another when
// characters are counted: those behind something on their line that is not
// ASCII. Columns of reports count bytes, and some readers count characters. It
// is made where the source is, so that a recorded report needs none. Files that
// cannot be read, which are those of other modules, are taken for ASCII.
func Characters(findings []rule.Finding, read func(file string) ([]byte, error)) []rule.Character {
	c := characters{read: read, files: map[string][][]byte{}, seen: map[rule.Position]bool{}}
	for i := range findings {
		f := &findings[i]
		c.add(f.Position)
		if f.Entry != nil {
			c.add(f.Entry.Position)
		}
		if f.Held != nil {
			c.add(f.Held.Position)
		}
		for _, s := range f.Chain {
			c.add(s.Position)
		}
		for _, x := range f.Fixes {
			for _, e := range x.Edits {
				c.add(e.Position)
				c.add(e.End)
			}
		}
	}
	slices.SortFunc(c.list, func(a, b rule.Character) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
	return c.list
}

type characters struct {
	read  func(file string) ([]byte, error)
	files map[string][][]byte // lines; nil for a file that cannot be read
	seen  map[rule.Position]bool
	list  []rule.Character
}

func (c *characters) add(p rule.Position) {
	if c.seen[p] {
		return
	}
	c.seen[p] = true
	lines := c.lines(p.File)
	if p.Line < 1 || p.Line > len(lines) || p.Column < 1 || p.Column > len(lines[p.Line-1])+1 {
		return
	}
	if n := 1 + utf8.RuneCount(lines[p.Line-1][:p.Column-1]); n != p.Column {
		c.list = append(c.list, rule.Character{Position: p, Character: n})
	}
}

func (c *characters) lines(file string) [][]byte {
	lines, ok := c.files[file]
	if !ok && c.read != nil && file != "" {
		if text, err := c.read(file); err == nil {
			lines = bytes.Split(text, []byte("\n"))
		}
		c.files[file] = lines
	}
	return lines
}
