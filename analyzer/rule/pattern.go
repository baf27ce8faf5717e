package rule

import (
	"fmt"
	"strings"

	"github.com/sessionlint/sessionlint/analyzer/summary"
)

// Pattern names functions the way reports do:
//
//	example.com/shop/repo.Open           a function
//	(*example.com/shop/repo.DB).Begin    a method, as reports write it
//	example.com/shop/repo.DB.Begin       the same, whatever the receiver
//	example.com/shop/repo.DB.*           every method of a type
//	example.com/shop/repo.*              every function and method of a package
//	example.com/shop/....*               of the package and of all below it
//
// Closures belong to the function in which they stand.
type Pattern struct {
	text  string // the pattern as written
	exact string // a symbol in one of its two spellings
	under string // a package or type whose members match
	tree  bool   // under is a package, and the packages below match too
}

// ParsePattern reads a pattern.
func ParsePattern(s string) (Pattern, error) {
	p := Pattern{text: s}
	rest := s
	if strings.HasPrefix(s, "(") {
		typ, name, ok := strings.Cut(strings.TrimPrefix(s, "("), ").")
		if !ok || !identifier(name) && name != "*" || !qualified(strings.TrimPrefix(typ, "*")) {
			return p, fmt.Errorf("%q is not a symbol: want a method like (*example.com/shop/repo.DB).Begin", s)
		}
		if name != "*" {
			p.exact = summary.Bare(s)
			return p, nil
		}
		p.under = summary.Bare(strings.TrimPrefix(typ, "*"))
		return p, nil
	}
	if pkg, ok := strings.CutSuffix(rest, "/....*"); ok {
		p.under, p.tree = pkg, true
	} else if under, ok := strings.CutSuffix(rest, ".*"); ok {
		p.under = under
	} else {
		p.exact = summary.Bare(rest)
	}
	switch {
	case strings.ContainsAny(s, " \t()"):
		return p, fmt.Errorf("%q is not a symbol: want example.com/shop/repo.Open or (*example.com/shop/repo.DB).Begin", s)
	case p.exact == "" && (p.under == "" || strings.Contains(p.under, "*") || strings.Contains(p.under, "...")):
		return p, fmt.Errorf("%q is not a pattern: * stands for every name and only at the end, as in example.com/shop/repo.* or example.com/shop/....*", s)
	case p.under == "" && strings.ContainsAny(s, "*"), p.under == "" && strings.Contains(s, "..."):
		return p, fmt.Errorf("%q is not a pattern: * stands for every name and only at the end, as in example.com/shop/repo.* or example.com/shop/....*", s)
	case p.exact != "" && !qualified(p.exact):
		return p, fmt.Errorf("%q has no package: want the import path before the name, as in example.com/shop/repo.Open", s)
	}
	return p, nil
}

func (p Pattern) String() string { return p.text }

// Match reports whether a function's symbol, or that of the function around a
// closure, is meant.
func (p Pattern) Match(symbol string) bool {
	symbol, _, _ = strings.Cut(summary.Bare(symbol), "$")
	pkg, typ, name := splitSymbol(symbol)
	if p.exact != "" {
		return symbol == p.exact || typ != "" && pkg+"."+typ+"."+name == p.exact
	}
	if p.tree {
		return pkg == p.under || strings.HasPrefix(pkg, p.under+"/")
	}
	return pkg == p.under || typ != "" && pkg+"."+typ == p.under
}

// splitSymbol takes a report's symbol apart; typ is empty for a function.
func splitSymbol(symbol string) (pkg, typ, name string) {
	if recv, method, ok := strings.Cut(symbol, ")."); ok && strings.HasPrefix(symbol, "(") {
		recv = strings.TrimPrefix(strings.TrimPrefix(recv, "("), "*")
		pkg, typ = cutLast(recv)
		return pkg, typ, method
	}
	pkg, name = cutLast(symbol)
	return pkg, "", name
}

func cutLast(s string) (before, after string) {
	i := strings.LastIndexByte(s, '.')
	if i < strings.LastIndexByte(s, '/') || i < 0 {
		return "", s
	}
	return s[:i], s[i+1:]
}

// qualified reports whether s is an import path, a dot and a name.
func qualified(s string) bool {
	pkg, name := cutLast(summary.Bare(s))
	return pkg != "" && !strings.HasSuffix(pkg, "/") && identifier(name)
}

func identifier(s string) bool {
	return s != "" && !strings.ContainsAny(s, ".*/()[] \t$") && (s[0] < '0' || s[0] > '9')
}
