package rule

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"strings"

	"github.com/sessionlint/sessionlint/analyzer/summary"
)

// number gives the findings their fingerprints. One says which rule is broken by
// what in which function, and not where that stands: lines move, files are
// renamed, and a closure is counted anew when another is written above it. The
// second finding with the same has -2 behind it, and so on.
func number(findings []Finding) {
	count := map[string]int{}
	for i := range findings {
		f := &findings[i]
		h := sha256.Sum256([]byte(f.Rule + "\x00" + Enclosing(f.Symbol) + "\x00" + Enclosing(f.Function)))
		f.Fingerprint = hex.EncodeToString(h[:8])
		count[f.Fingerprint]++
		if n := count[f.Fingerprint]; n > 1 {
			f.Fingerprint += "-" + strconv.Itoa(n)
		}
	}
}

// Unnumbered is a fingerprint without its number: what equal findings share.
func Unnumbered(fingerprint string) string {
	base, _, _ := strings.Cut(fingerprint, "-")
	return base
}

// Enclosing is the function around a closure, or the function itself.
func Enclosing(symbol string) string {
	base, _, _ := strings.Cut(summary.Bare(symbol), "$")
	return base
}

// PackageOf is the import path in a function's symbol, or "".
func PackageOf(symbol string) string {
	pkg, _, _ := splitSymbol(Enclosing(symbol))
	return pkg
}
