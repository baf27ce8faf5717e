package config

import (
	"strings"
	"unicode"

	"github.com/sessionlint/sessionlint/analyzer/rule"
)

// spelledRight is what was probably meant by a text that is no symbol: what
// people copy from code, from documentation and from other tools. It is ""
// when nothing comes to mind that right accepts.
func spelledRight(text string, right func(string) bool) string {
	for _, guess := range []string{
		strings.TrimSuffix(text, "()"), // example.com/shop.Open()
		receiverFirst(text),            // example.com/shop.(*DB).Open
		receiverFirst(starFirst(text)), // *example.com/shop.DB.Open
		strings.TrimPrefix(text, "*"),  // *example.com/shop.DB
		replaceLast(text, ":"),         // example.com/shop:Open
		replaceLast(text, "#"),         // example.com/shop#Open
		upperElement(text),             // example.com/shop/Open
		treeOf(text, "/..."),           // example.com/shop/...
		treeOf(text, "/**"),            // example.com/shop/**
		treeOf(text, "/*"),             // example.com/shop/*
	} {
		if guess != text && right(guess) {
			return guess
		}
	}
	return ""
}

// treeOf makes path/....* of a path with the end by which other tools say it.
func treeOf(text, end string) string {
	if path, ok := strings.CutSuffix(text, end); ok {
		return path + "/....*"
	}
	return text
}

// receiverFirst makes (*path.T).M of path.(*T).M.
func receiverFirst(text string) string {
	path, method, ok := strings.Cut(text, ".(")
	if !ok {
		return text
	}
	star := ""
	if method, ok = strings.CutPrefix(method, "*"); ok {
		star = "*"
	}
	return "(" + star + path + "." + method
}

// starFirst makes path.(*T).M of *path.T.M.
func starFirst(text string) string {
	rest, ok := strings.CutPrefix(text, "*")
	slash := strings.LastIndexByte(rest, '/')
	parts := strings.Split(rest[slash+1:], ".")
	if !ok || len(parts) != 3 {
		return text
	}
	return rest[:slash+1] + parts[0] + ".(*" + parts[1] + ")." + parts[2]
}

func replaceLast(text, sep string) string {
	if i := strings.LastIndex(text, sep); i > 0 {
		return text[:i] + "." + text[i+len(sep):]
	}
	return text
}

// upperElement takes a last element with a capital for a name: no import path
// that people write ends in one.
func upperElement(text string) string {
	i := strings.LastIndexByte(text, '/')
	if i < 0 || i+1 == len(text) || !unicode.IsUpper(rune(text[i+1])) || strings.Contains(text[i:], ".") {
		return text
	}
	return text[:i] + "." + text[i+1:]
}

func isSymbol(text string) bool {
	_, err := splitSymbol(text)
	return err == nil
}

func isPattern(text string) bool {
	_, err := rule.ParsePattern(text)
	return err == nil
}
