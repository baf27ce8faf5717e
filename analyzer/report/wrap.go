package report

import (
	"strings"
	"unicode/utf8"
)

// hang is how much further in a line goes on than it began.
const hang = "    "

// narrowest is the width below which breaking lines helps nobody.
const narrowest = 40

// wrap breaks a line at spaces where it is wider than the terminal. A word that
// is too wide stays whole, since it may be a path to click on or to copy.
func wrap(line string, width int) string {
	if width < narrowest || columns(line) <= width {
		return line
	}
	indent := line[:len(line)-len(strings.TrimLeft(line, " "))]
	if len(indent) > width/2 {
		indent = ""
	}
	var b strings.Builder
	b.WriteString(indent)
	at, rest := len(indent), line[len(indent):]
	for first := true; rest != ""; first = false {
		gap := len(rest) - len(strings.TrimLeft(rest, " "))
		word := rest[gap:]
		if end := strings.IndexByte(word, ' '); end >= 0 {
			word = word[:end]
		}
		rest = rest[gap+len(word):]
		n := columns(word)
		switch {
		case n == 0 && rest == "":
		case !first && at+gap+n > width && at > len(indent)+len(hang):
			b.WriteString("\n" + indent + hang)
			at = len(indent) + len(hang)
		default:
			b.WriteString(strings.Repeat(" ", gap))
			at += gap
		}
		b.WriteString(word)
		at += n
	}
	return b.String()
}

// columns counts what a terminal shows: characters, not the sequences that
// colour them (ESC [ … m) or make them links (ESC ] … ESC \).
func columns(s string) int {
	n := 0
	for s != "" {
		end := -1
		switch {
		case strings.HasPrefix(s, "\x1b["):
			end = strings.IndexByte(s, 'm') + 1
		case strings.HasPrefix(s, "\x1b]"):
			end = strings.Index(s, "\x1b\\") + 2
		}
		if end > 1 {
			s = s[end:]
			continue
		}
		_, size := utf8.DecodeRuneInString(s)
		s = s[size:]
		n++
	}
	return n
}
