package config

import (
	"bytes"
	"unicode/utf8"
)

// plainText rejects what is no text and evens out byte order marks and line ends.
func plainText(text []byte, ps *problems) ([]byte, bool) {
	start := Place{Line: 1, Column: 1}
	switch {
	case len(text) > maxBytes+len(mark):
		ps.add(start, "the file has %d bytes, more than the %d that a configuration may have", len(text), maxBytes)
		return nil, false
	case bytes.HasPrefix(text, []byte("\xff\xfe")), bytes.HasPrefix(text, []byte("\xfe\xff")):
		ps.add(start, "the file is in UTF-16: save it in UTF-8")
		return nil, false
	}
	text = bytes.TrimPrefix(text, []byte(mark))
	if at := notUTF8(text); at >= 0 {
		ps.add(placeAt(text, at), "this byte is not UTF-8: save the file in UTF-8")
		return nil, false
	}
	text = bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n"))
	if at := bytes.IndexFunc(text, func(r rune) bool { return r < ' ' && r != '\n' && r != '\t' || r == 0x7f }); at >= 0 {
		ps.add(placeAt(text, at), "there is a control character: remove it")
		return nil, false
	}
	return text, plainLines(text, ps)
}

// mark is the byte order mark that some editors put before a text.
const mark = "\xef\xbb\xbf"

func notUTF8(text []byte) int {
	for at := 0; at < len(text); {
		r, size := utf8.DecodeRune(text[at:])
		if r == utf8.RuneError && size == 1 {
			return at
		}
		at += size
	}
	return -1
}

// plainLines reports the lines by which a parser would be led astray.
func plainLines(text []byte, ps *problems) bool {
	before := len(ps.list)
	number := 0
	for line := range bytes.SplitSeq(text, []byte("\n")) {
		number++
		content := bytes.TrimLeft(line, " \t")
		indent := line[:len(line)-len(content)]
		if tab := bytes.IndexByte(indent, '\t'); tab >= 0 {
			ps.add(Place{Line: number, Column: tab + 1}, "a tab stands where YAML wants spaces: indent with spaces")
		}
		if bytes.HasPrefix(line, []byte("<<<<<<< ")) {
			ps.add(Place{Line: number, Column: 1}, "a merge conflict begins here: resolve it")
		}
	}
	return len(ps.list) == before
}

func placeAt(text []byte, offset int) Place {
	before := text[:offset]
	return Place{Line: 1 + bytes.Count(before, []byte("\n")), Column: offset - bytes.LastIndexByte(before, '\n')}
}
