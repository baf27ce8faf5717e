package report

import (
	"strings"
	"unicode"
)

// Text of the analysed program stands in Markdown as code, where nothing in it
// has a meaning: no markup, no HTML, no link, no mention of a person.

// mdCode is s as a code span.
func mdCode(s string) string {
	s = clean(s)
	if s == "" {
		return ""
	}
	fence := strings.Repeat("`", longestRun(s, '`')+1)
	if len(fence) > 1 || strings.HasPrefix(s, " ") && strings.HasSuffix(s, " ") {
		return fence + " " + s + " " + fence
	}
	return fence + s + fence
}

// mdProse is a sentence in which the words that could mean something to
// Markdown, most of them names, are code.
func mdProse(s string) string {
	words := strings.Fields(clean(s))
	for i, w := range words {
		before, word, after := trimPunctuation(w)
		if !plainWord(word) {
			words[i] = before + mdCode(word) + after
		}
	}
	return strings.Join(words, " ")
}

// trimPunctuation splits what surrounds a word in prose off it, unless it is
// one half of a pair inside, as in (*T).M and f().
func trimPunctuation(w string) (before, word, after string) {
	word = strings.TrimRight(w, ".,;:")
	after = w[len(word):]
	if strings.HasPrefix(word, "(") && strings.HasSuffix(word, ")") && strings.Count(word, "(") == 1 {
		return "(", word[1 : len(word)-1], ")" + after
	}
	if strings.HasSuffix(word, ")") && !strings.Contains(word, "(") {
		return "", word[:len(word)-1], ")" + after
	}
	if strings.HasPrefix(word, "(") && !strings.Contains(word, ")") {
		return "(", word[1:], after
	}
	return "", word, after
}

// capital begins with a capital letter unless it begins with a name, which
// would be another one then.
func capital(s string) string {
	first, _, _ := strings.Cut(s, " ")
	if _, word, _ := trimPunctuation(first); !plainWord(word) {
		return s
	}
	return upperFirst(s)
}

// plainWord reports whether Markdown, and the sites that add links of their
// own, leave a word as it is.
func plainWord(w string) bool {
	letters := false
	for i, c := range w {
		switch {
		case unicode.IsLetter(c):
			letters = true
		case unicode.IsDigit(c), c == ',', c == ';', c == '\'', c == '"', c == '→', c == '…':
		case c == '-' || c == '/' || c == '%':
			if i == 0 {
				return false
			}
		default:
			return false
		}
	}
	return letters || strings.Trim(w, "0123456789") == ""
}

// mdCell is mdCode or mdProse inside a table: a bar would end the cell, even
// in code.
func mdCell(s string) string { return strings.ReplaceAll(s, "|", `\|`) }

// mdFence is a block of code. It must stand in a line of its own; indent is that
// of the list item it belongs to.
func mdFence(indent, language, code string) string {
	fence := strings.Repeat("`", max(3, longestRun(code, '`')+1))
	var b strings.Builder
	b.WriteString(indent + fence + language + "\n")
	for line := range strings.Lines(code) {
		b.WriteString(strings.TrimRight(indent+line, " \n") + "\n")
	}
	b.WriteString(indent + fence + "\n")
	return b.String()
}

func longestRun(s string, c rune) int {
	longest, run := 0, 0
	for _, r := range s {
		if r != c {
			run = 0
			continue
		}
		run++
		longest = max(longest, run)
	}
	return longest
}
