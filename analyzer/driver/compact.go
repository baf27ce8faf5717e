package driver

import "bytes"

// compact returns Go source without the bodies of its function declarations
// ("{}" stands in their place) and without its comments. What is left parses
// to the same declarations, at other positions, in a fraction of the time: of
// a dependency only the declarations are read, and most of its text is bodies.
//
// It understands just enough of the language for that: tokens that can hold a
// brace (strings, runes, comments), where the scanner inserts semicolons, and
// what may stand between "func" and a body. When anything looks odd, it
// copies the source as it is, and the parser has the word. The result is
// appended to out.
func compact(out, src []byte) []byte {
	c := compactor{src: src, out: out}
	if !c.run() {
		return append(out, src...)
	}
	return append(c.out, src[c.from:]...)
}

type compactor struct {
	src  []byte
	out  []byte
	from int // bytes of src before are in out, or left out
	pos  int // next byte to look at
	// ends is whether a newline here ends the statement: the scanner inserts
	// a semicolon after an identifier, literal, closing bracket and so on.
	ends  bool
	last  string // the last token when it is func, struct or interface
	begun bool   // the package clause has begun
	fresh bool   // at the first token of a declaration
}

// run goes through the file declaration by declaration; false means give up.
func (c *compactor) run() bool {
	depth := 0
	c.fresh = true
	for {
		tok, ok := c.next()
		if !ok {
			return false
		}
		switch tok {
		case tokEOF:
			return depth == 0
		case tokNewline, ';':
			// Newlines inside brackets may end statements too, but no
			// declaration begins there.
			c.fresh = depth == 0
			continue
		case '(', '[', '{':
			depth++
		case ')', ']', '}':
			depth--
		case tokWord:
			if c.fresh && c.last == "func" {
				c.fresh = false
				if !c.function() {
					return false
				}
				continue
			}
		}
		c.fresh = false
	}
}

// function goes through a function declaration after "func" and leaves its
// body out.
func (c *compactor) function() bool {
	for {
		before := c.last
		tok, ok := c.next()
		if !ok {
			return false
		}
		switch tok {
		case tokEOF:
			return true // declared without a body
		case tokNewline, ';':
			c.fresh = true
			return true
		case '(', '[':
			if !c.balanced() {
				return false
			}
		case '{':
			if before == "struct" || before == "interface" {
				if !c.balanced() {
					return false
				}
				continue
			}
			if !c.skipBody() {
				return false
			}
			c.ends, c.last = true, ""
			return true
		case ')', ']', '}':
			return false
		}
	}
}

// balanced goes on to the bracket that closes the one just met.
func (c *compactor) balanced() bool {
	for depth := 1; depth > 0; {
		tok, ok := c.next()
		if !ok || tok == tokEOF {
			return false
		}
		switch tok {
		case '(', '[', '{':
			depth++
		case ')', ']', '}':
			depth--
		}
	}
	return true
}

// Tokens that are not a single byte of punctuation.
const (
	tokEOF     byte = 0
	tokNewline byte = '\n' // one that ends a statement
	tokWord    byte = 'w'  // identifier, keyword or number
	tokText    byte = '"'  // string or rune
)

// next moves behind the next token and says what it is. Comments are left out.
func (c *compactor) next() (tok byte, ok bool) {
	for c.pos < len(c.src) {
		b := c.src[c.pos]
		switch {
		case b == ' ' || b == '\t' || b == '\r':
			c.pos++
		case b == '\n':
			c.pos++
			if c.ends {
				c.ends, c.last = false, ""
				return tokNewline, true
			}
		case b == '/' && c.peek(1) == '/' || b == '/' && c.peek(1) == '*':
			ends, ok := c.comment()
			if !ok {
				return 0, false
			}
			if ends {
				return tokNewline, true
			}
		case wordByte[b]:
			c.word()
			return tokWord, true
		case b == '"' || b == '\'' || b == '`':
			end := skipText(c.src, c.pos)
			if end < 0 {
				return 0, false
			}
			c.pos = end
			c.ends, c.last = true, ""
			return tokText, true
		case b == 0:
			return 0, false
		default:
			c.punctuation(b)
			return b, true
		}
	}
	return tokEOF, true
}

// leaveOut drops the bytes up to end and moves there.
func (c *compactor) leaveOut(end int) {
	c.out = append(c.out, c.src[c.from:c.pos]...)
	c.from, c.pos = end, end
}

func (c *compactor) peek(n int) byte {
	if c.pos+n < len(c.src) {
		return c.src[c.pos+n]
	}
	return 0
}

func (c *compactor) word() {
	start := c.pos
	for c.pos < len(c.src) && wordByte[c.src[c.pos]] {
		c.pos++
	}
	word := c.src[start:c.pos]
	c.ends, c.last = true, ""
	if b := word[0]; b < 'a' || b > 'v' {
		return
	}
	switch string(word) {
	case "func", "struct", "interface":
		c.last = string(word)
		c.ends = false
	case "package":
		c.begun = true
		c.ends = false
	case "case", "chan", "const", "default", "defer", "else", "for", "go", "goto", "if",
		"import", "map", "range", "select", "switch", "type", "var":
		c.ends = false
	}
}

func (c *compactor) punctuation(b byte) {
	switch {
	case b == ')' || b == ']' || b == '}':
		c.ends = true
	case (b == '+' || b == '-') && c.peek(1) == b:
		c.pos++
		c.ends = true
	default:
		c.ends = false
	}
	c.last = ""
	c.pos++
}

// comment leaves a comment out and reports whether a statement ends there: one
// that holds newlines acts like a newline.
func (c *compactor) comment() (ends, ok bool) {
	end := skipComment(c.src, c.pos)
	if end < 0 {
		return false, false
	}
	text := c.src[c.pos:end]
	if !c.begun && bytes.HasPrefix(text, []byte("//go:build")) {
		c.pos = end // it may choose the language version
		return false, true
	}
	c.leaveOut(end)
	if text[1] == '/' {
		return false, true // the newline is still to come
	}
	if bytes.IndexByte(text, '\n') < 0 {
		c.out = append(c.out, ' ')
		return false, true
	}
	c.out = append(c.out, '\n')
	ends = c.ends
	if ends {
		c.ends, c.last = false, ""
	}
	return ends, true
}

// skipBody moves behind the brace that closes the one just met and leaves out
// what is between them.
func (c *compactor) skipBody() bool {
	src, depth := c.src, 1
	for i := c.pos; i < len(src); {
		b := src[i]
		if !bodyByte[b] {
			i++
			continue
		}
		switch b {
		case '{':
			depth++
			i++
		case '}':
			depth--
			i++
			if depth == 0 {
				c.leaveOut(i - 1)
				c.pos = i
				return true
			}
		case '/':
			if i+1 < len(src) && (src[i+1] == '/' || src[i+1] == '*') {
				i = skipComment(src, i)
			} else {
				i++
			}
		case 0:
			return false
		default:
			i = skipText(src, i)
		}
		if i < 0 {
			return false
		}
	}
	return false
}

// skipComment returns the offset behind the comment at i, without the newline
// that ends a line comment; -1 when it does not end.
func skipComment(src []byte, i int) int {
	rest := src[i+2:]
	if src[i+1] == '/' {
		if n := bytes.IndexByte(rest, '\n'); n >= 0 {
			return i + 2 + n
		}
		return len(src)
	}
	if n := bytes.Index(rest, []byte("*/")); n >= 0 {
		return i + 2 + n + 2
	}
	return -1
}

// skipText returns the offset behind the string or rune at i, -1 when it does
// not end.
func skipText(src []byte, i int) int {
	quote := src[i]
	if quote == '`' {
		if n := bytes.IndexByte(src[i+1:], '`'); n >= 0 {
			return i + 1 + n + 1
		}
		return -1
	}
	for i++; i < len(src); i++ {
		switch src[i] {
		case quote:
			return i + 1
		case '\\':
			i++
		case '\n':
			return -1
		}
	}
	return -1
}

// wordByte holds the bytes of identifiers, keywords and numbers; bodyByte
// those that matter inside a body.
var (
	wordByte = byteSet("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_", 0x80)
	bodyByte = byteSet("{}\"'`/\x00", 0x100)
)

// byteSet is the set of the given bytes and of all from high upwards.
func byteSet(chars string, high int) *[256]bool {
	var set [256]bool
	for i := range len(chars) {
		set[chars[i]] = true
	}
	for i := high; i < 256; i++ {
		set[i] = true
	}
	return &set
}
