package config

import (
	"errors"
	"fmt"
	"go/token"
	"regexp"
	"strconv"
	"strings"
)

// symbol is a function, method or type as a configuration names it:
//
//	example.com/shop/store.Open
//	(*example.com/shop/store.DB).Begin
//	example.com/shop/store.DB.Begin      the same, whatever the receiver
type symbol struct {
	path string
	recv string // of a method: the type
	name string
	form recvForm
}

type recvForm uint8

const (
	anyRecv     recvForm = iota // path.T.M
	valueRecv                   // (path.T).M
	pointerRecv                 // (*path.T).M
)

// Patterns for the schema; the check proper is parseSymbol.
const (
	namePattern    = `^[\p{L}_][\p{L}\p{N}_]*$`
	pathLetters    = `[A-Za-z0-9_~.\-/]+`
	typePattern    = `^` + pathLetters + `\.[\p{L}_][\p{L}\p{N}_]*$`
	methodPattern  = `^\(\*?` + pathLetters + `\.[\p{L}_][\p{L}\p{N}_]*\)\.[\p{L}_][\p{L}\p{N}_]*$`
	symbolPattern  = `(` + typePattern + `)|(` + methodPattern + `)`
	releasePattern = `(` + namePattern + `)|` + symbolPattern
	removalPattern = symbolPattern + `|(^func\(.+$)`
)

var importPath = regexp.MustCompile(`^[A-Za-z0-9_~-][A-Za-z0-9_~.-]*(/[A-Za-z0-9_~-][A-Za-z0-9_~.-]*)*$`)

var errNotASymbol = errors.New("it is not a symbol")

// parseSymbol reads a symbol; the error says how to write it.
func parseSymbol(text string) (symbol, error) {
	s, err := splitSymbol(text)
	if err == nil {
		return s, nil
	}
	switch meant := spelledRight(text, isSymbol); {
	case meant != "":
		return s, fmt.Errorf("%s is not a symbol: write %s", quote(text), meant)
	case token.IsIdentifier(text):
		return s, fmt.Errorf("%s has no package: write its import path before it, as in example.com/shop/store.%s", quote(text), text)
	case isPattern(text):
		return s, fmt.Errorf("%s stands for several symbols: name each of them", quote(text))
	}
	return s, fmt.Errorf("%s is not a symbol: write example.com/shop/store.Open or (*example.com/shop/store.DB).Begin", quote(text))
}

func splitSymbol(text string) (symbol, error) {
	s := symbol{}
	dir, last := text[:strings.LastIndexByte(text, '/')+1], text[strings.LastIndexByte(text, '/')+1:]
	if inner, ok := strings.CutPrefix(text, "("); ok {
		typ, name, closed := strings.Cut(inner, ").")
		s.form = valueRecv
		if typ, ok = strings.CutPrefix(typ, "*"); ok {
			s.form = pointerRecv
		}
		dot := strings.LastIndexByte(typ, '.')
		if !closed || dot < strings.LastIndexByte(typ, '/') || dot < 0 {
			return s, errNotASymbol
		}
		s.path, s.recv, s.name = typ[:dot], typ[dot+1:], name
	} else {
		parts := strings.Split(last, ".")
		names := 1 // after the package
		if len(parts) > 2 && !majorVersion(parts[len(parts)-2]) {
			names = 2
		}
		if len(parts) <= names {
			return s, errNotASymbol
		}
		at := len(parts) - names
		s.path, s.name = dir+strings.Join(parts[:at], "."), parts[len(parts)-1]
		if names == 2 {
			s.recv = parts[at]
		}
	}
	if !importPath.MatchString(s.path) || !token.IsIdentifier(s.name) || s.recv != "" && !token.IsIdentifier(s.recv) {
		return s, errNotASymbol
	}
	return s, nil
}

// majorVersion: gopkg.in/store.v2.Open is a function of a package store.v2.
func majorVersion(s string) bool {
	return len(s) > 1 && s[0] == 'v' && strings.Trim(s[1:], "0123456789") == ""
}

// names gives import paths the short names by which rows of the catalog speak.
type names struct {
	paths []string
	of    map[string]string
}

func newNames() *names { return &names{of: map[string]string{}} }

func (n *names) short(path string) string {
	if n.of[path] == "" {
		n.of[path] = fmt.Sprintf("p%d", len(n.paths))
		n.paths = append(n.paths, path)
	}
	return n.of[path]
}

// long writes the paths for the short names in a text.
func (n *names) long(text string) string {
	return shortName.ReplaceAllStringFunc(text, func(short string) string {
		i, err := strconv.Atoi(strings.Trim(short, "p."))
		if err != nil || i >= len(n.paths) {
			return short
		}
		return n.paths[i] + "."
	})
}

var shortName = regexp.MustCompile(`\bp[0-9]+\.`)

// row is how the catalog writes the symbol. A method whose receiver is not
// said is both.
func (s symbol) row(n *names) string {
	pkg := n.short(s.path)
	value, pointer := "("+pkg+"."+s.recv+")."+s.name, "(*"+pkg+"."+s.recv+")."+s.name
	switch {
	case s.recv == "":
		return pkg + "." + s.name
	case s.form == valueRecv:
		return value
	case s.form == pointerRecv:
		return pointer
	}
	return pointer + "," + value
}

// full are the names by which the catalog and reports know the symbol.
func (s symbol) full() []string {
	value, pointer := "("+s.path+"."+s.recv+")."+s.name, "(*"+s.path+"."+s.recv+")."+s.name
	switch {
	case s.recv == "":
		return []string{s.path + "." + s.name}
	case s.form == valueRecv:
		return []string{value}
	case s.form == pointerRecv:
		return []string{pointer}
	}
	return []string{pointer, value}
}
