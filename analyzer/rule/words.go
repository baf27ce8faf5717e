package rule

import (
	"fmt"
	"strings"
)

// ShortSymbol is a symbol as messages have it: see display.
func ShortSymbol(symbol string) string { return display(symbol) }

// display shortens a symbol for people: the directories of import paths go,
// the package name stays. "(*example.com/shop/repo.DB).Open$1" becomes
// "(*repo.DB).Open$1".
func display(symbol string) string {
	var out strings.Builder
	start := 0
	for i := 0; i <= len(symbol); i++ {
		if i < len(symbol) && !strings.ContainsRune("(*[,] ", rune(symbol[i])) {
			continue
		}
		out.WriteString(shorten(symbol[start:i]))
		if i < len(symbol) {
			out.WriteByte(symbol[i])
		}
		start = i + 1
	}
	return out.String()
}

// shorten drops the directories of one qualified name; a version directory
// ("/v5") is not a package name.
func shorten(name string) string {
	i := strings.LastIndexByte(name, '/')
	if i < 0 {
		return name
	}
	last := name[i+1:]
	pkg, sym, ok := strings.Cut(last, ".")
	if ok && isMajor(pkg) {
		dir := name[:i]
		return dir[strings.LastIndexByte(dir, '/')+1:] + "." + sym
	}
	return last
}

func isMajor(s string) bool {
	if len(s) < 2 || s[0] != 'v' {
		return false
	}
	for _, c := range s[1:] {
		if c < '0' || c > '9' {
			return false
		}
	}
	return true
}

func reachedBy(entries int) string {
	if entries < 2 {
		return ""
	}
	return fmt.Sprintf(" (%d entry points reach it)", entries)
}
