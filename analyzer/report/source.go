package report

import (
	"bytes"
	"go/scanner"
	"go/token"
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/sessionlint/sessionlint/analyzer/rule"
)

// excerptLines is how many lines are shown before and after a position, and
// excerptWidth how many bytes of each.
const (
	excerptLines = 2
	excerptWidth = 240
	tabWidth     = 4
)

// sources reads the files that excerpts are taken from, each once. A file that
// cannot be read has none: a report may be read where the source is not.
type sources struct {
	read  func(file string) ([]byte, error)
	files map[string]*sourceFile
}

// sourceFile is a file with its line starts and the tokens that are coloured.
type sourceFile struct {
	text   []byte
	lines  []int
	tokens []span
}

// span is a part of a file, or of a line, and what it is: 'k'eyword, 's'tring,
// 'c'omment, 'n'umber, 'm'arked, ' ' for the rest.
type span struct {
	from, to int
	class    byte
}

// excerpt is some lines of code around a position.
type excerpt struct {
	first int // number of the first line
	mark  int // number of the line of the position
	lines []codeLine
}

// codeLine is a line in pieces, ready to be shown.
type codeLine []codePiece

type codePiece struct {
	class byte
	text  string
}

func newSources(read func(string) ([]byte, error)) *sources {
	return &sources{read: read, files: map[string]*sourceFile{}}
}

// around is the excerpt for a position.
func (s *sources) around(p rule.Position) (excerpt, bool) {
	f := s.file(p.File)
	if f == nil || p.Line < 1 || p.Line > len(f.lines) {
		return excerpt{}, false
	}
	first, last := max(1, p.Line-excerptLines), min(len(f.lines), p.Line+excerptLines)
	for first < p.Line && f.blank(first) {
		first++
	}
	for last > p.Line && f.blank(last) {
		last--
	}
	e := excerpt{first: first, mark: p.Line}
	indent := f.commonIndent(first, last)
	for n := first; n <= last; n++ {
		column := 0
		if n == p.Line {
			column = p.Column
		}
		e.lines = append(e.lines, f.line(n, indent, column))
	}
	return e, true
}

func (s *sources) file(name string) *sourceFile {
	if s.read == nil || name == "" {
		return nil
	}
	f, ok := s.files[name]
	if !ok {
		if text, err := s.read(name); err == nil && len(text) > 0 {
			f = newSourceFile(name, text)
		}
		s.files[name] = f
	}
	return f
}

func newSourceFile(name string, text []byte) *sourceFile {
	f := &sourceFile{text: text, lines: []int{0}}
	for i, c := range text[:len(text)-1] {
		if c == '\n' {
			f.lines = append(f.lines, i+1)
		}
	}
	if strings.HasSuffix(name, ".go") {
		f.scan()
	}
	return f
}

// scan finds the tokens to colour. Errors do not matter: what is no Go is shown
// without colours.
func (f *sourceFile) scan() {
	var s scanner.Scanner
	file := token.NewFileSet().AddFile("", -1, len(f.text))
	s.Init(file, f.text, nil, scanner.ScanComments)
	for {
		pos, tok, lit := s.Scan()
		if tok == token.EOF {
			return
		}
		if class := tokenClass(tok); class != ' ' {
			from := file.Offset(pos)
			f.tokens = append(f.tokens, span{from, min(from+len(lit), len(f.text)), class})
		}
	}
}

func tokenClass(tok token.Token) byte {
	switch {
	case tok.IsKeyword():
		return 'k'
	case tok == token.COMMENT:
		return 'c'
	case tok == token.STRING, tok == token.CHAR:
		return 's'
	case tok == token.INT, tok == token.FLOAT, tok == token.IMAG:
		return 'n'
	}
	return ' '
}

// bounds is where line n begins and ends, without its line break.
func (f *sourceFile) bounds(n int) (from, to int) {
	from, to = f.lines[n-1], len(f.text)
	if n < len(f.lines) {
		to = f.lines[n]
	}
	return from, from + len(bytes.TrimRight(f.text[from:to], "\r\n"))
}

func (f *sourceFile) blank(n int) bool {
	from, to := f.bounds(n)
	return len(bytes.TrimSpace(f.text[from:to])) == 0
}

// commonIndent is how many tabs or spaces all lines begin with.
func (f *sourceFile) commonIndent(first, last int) int {
	indent := -1
	for n := first; n <= last; n++ {
		if f.blank(n) {
			continue
		}
		from, to := f.bounds(n)
		line := f.text[from:to]
		if i := len(line) - len(bytes.TrimLeft(line, "\t ")); indent < 0 || i < indent {
			indent = i
		}
	}
	return max(indent, 0)
}

// line cuts line n into pieces. From column on, the call is marked.
func (f *sourceFile) line(n, indent, column int) codeLine {
	from, to := f.bounds(n)
	from = min(from+indent, to)
	cut := to-from > excerptWidth
	if cut {
		to = from + excerptWidth
		for to > from && !utf8.RuneStart(f.text[to]) {
			to--
		}
	}
	var mark span
	if at := f.lines[n-1] + column - 1; column > 0 && at >= from && at < to {
		mark = span{at, at + callee(f.text[at:to]), 'm'}
	}
	line := f.pieces(from, to, mark)
	if cut {
		line = append(line, codePiece{' ', "…"})
	}
	return line
}

// callee is the length of what is called at the beginning of a text: all up to
// the opening parenthesis, or one word.
func callee(text []byte) int {
	i := bytes.IndexAny(text, "({ \t=")
	switch {
	case i < 0:
		return len(text)
	case i == 0:
		return 1
	}
	return i
}

func (f *sourceFile) pieces(from, to int, mark span) codeLine {
	cuts := []int{from, to}
	if mark.to > mark.from {
		cuts = append(cuts, mark.from, mark.to)
	}
	i := sort.Search(len(f.tokens), func(i int) bool { return f.tokens[i].to > from })
	tokens := f.tokens[i:]
	for _, t := range tokens {
		if t.from >= to {
			break
		}
		cuts = append(cuts, max(t.from, from), min(t.to, to))
	}
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)
	var line codeLine
	for i := range len(cuts) - 1 {
		class := classAt(cuts[i], tokens, mark)
		text := cleanCode(f.text[cuts[i]:cuts[i+1]])
		if last := len(line) - 1; last >= 0 && line[last].class == class {
			line[last].text += text
			continue
		}
		line = append(line, codePiece{class, text})
	}
	return line
}

func classAt(at int, tokens []span, mark span) byte {
	if at >= mark.from && at < mark.to {
		return 'm'
	}
	for _, t := range tokens {
		if at >= t.from && at < t.to {
			return t.class
		}
		if t.from > at {
			break
		}
	}
	return ' '
}

// cleanCode is clean with tabs as spaces.
func cleanCode(text []byte) string {
	return clean(strings.ReplaceAll(string(text), "\t", strings.Repeat(" ", tabWidth)))
}

// text is the code of an excerpt without anything else.
func (e excerpt) text() string {
	var b strings.Builder
	for _, line := range e.lines {
		for _, p := range line {
			b.WriteString(p.text)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// marked is the line of the position alone, without its indentation.
func (e excerpt) marked() string {
	var b strings.Builder
	for _, p := range e.lines[e.mark-e.first] {
		b.WriteString(p.text)
	}
	return strings.TrimSpace(b.String())
}
