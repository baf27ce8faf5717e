package config

import (
	"errors"
	"strings"

	"github.com/goccy/go-yaml"
)

// This file says in the words of people who write YAML what the parser, in the
// words of people who write parsers, says of a file that is none.

func syntaxPlace(err error) Place {
	var at yaml.Error
	if errors.As(err, &at) {
		return placeOf(at.GetToken())
	}
	return Place{Line: 1, Column: 1}
}

// syntaxWords are what parsers say, by a part of it, and what to do about it.
var syntaxWords = [][2]string{
	{"mapping value is not allowed", `a colon and a space cannot stand here: put a text that has them in quotes, and begin all keys of a mapping in one column`},
	{"map key-value is pre-defined", `this value begins a line too deep: begin all keys of a mapping in one column`},
	{"value is not allowed", `what begins here is not indented like what it belongs to: begin all keys of a mapping, and all dashes of a list, in one column`},
	{"unexpected key name", `this line is no key and value: put a space behind the colon`},
	{"non-map value is specified", `this line is no key and value: put a space behind the colon`},
	{"is a reserved character", `a text that begins with @ or a backquote stands in quotes`},
	{"double-quoted text", `the quote " that begins here is never closed`},
	{"single-quoted text", `the quote ' that begins here is never closed`},
	{"or ']' must be specified", `a [ before this is not closed, or a comma is missing`},
	{"or '}' must be specified", `a { before this is not closed, or a comma is missing`},
	{"sequence end token ']'", `the [ that begins here is never closed`},
	{"flow mapping end token '}'", `the { that begins here is never closed`},
	{"corresponding to ']'", `there is no [ that this ] closes`},
	{"corresponding to '}'", `there is no { that this } closes`},
	{"flow map content", `this is no key and value between braces: put a text that begins with { in quotes`},
	{"invalid key for this map", `a key is plain text`},
	{"implicit line break", `a key stands on one line, with its colon`},
	{"expected sequence element", `there is nothing between two commas`},
}

// syntaxText is what to do about an error of the parser, or its own words.
func syntaxText(err error) string {
	text := err.Error()
	var at yaml.Error
	if errors.As(err, &at) {
		text = at.GetMessage()
	}
	text, _, _ = strings.Cut(text, "\n")
	for _, w := range syntaxWords {
		if strings.Contains(text, w[0]) {
			return "this is not YAML: " + w[1]
		}
	}
	return "this is not YAML: " + text
}
