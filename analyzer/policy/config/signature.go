package config

import (
	"errors"
	"fmt"
	"go/token"
	"regexp"
	"strings"

	"github.com/sessionlint/sessionlint/analyzer/catalog"
)

// typeWord is a type's name in a signature, qualified or not.
var typeWord = regexp.MustCompile(`[A-Za-z0-9_~\-][A-Za-z0-9_~./\-]*`)

// parseSignature rewrites func(*example.com/shop/web.Context) error with the
// short names that rows of the catalog use.
func parseSignature(text string, n *names) (string, error) {
	if !strings.HasPrefix(text, "func(") {
		return "", fmt.Errorf("%q is not a function type: write one such as func(*example.com/shop/web.Context) error", text)
	}
	var bad error
	row := typeWord.ReplaceAllStringFunc(text, func(word string) string {
		dot := strings.LastIndexByte(word, '.')
		if dot < 0 || dot < strings.LastIndexByte(word, '/') {
			return word
		}
		if _, err := parseSymbol(word); err != nil && bad == nil {
			bad = fmt.Errorf("%q in it is not a type such as example.com/shop/web.Context", word)
		}
		return n.short(word[:dot]) + "." + word[dot+1:]
	})
	if bad != nil {
		return "", bad
	}
	paths := map[string]string{}
	for path, short := range n.of {
		paths[short] = path
	}
	if err := catalog.CheckSignature(row, paths); err != nil {
		return "", errors.New(signatureWords(n.long(catalogText(err)), text))
	}
	return row, nil
}

// catalogText is an error of the catalog without the place in its data.
func catalogText(err error) string {
	var line *catalog.LineError
	if errors.As(err, &line) {
		return line.Text
	}
	return err.Error()
}

// signatureWords says what to do about a function type that the catalog refuses.
func signatureWords(text, signature string) string {
	word, notAType := strings.CutSuffix(text, " is not a type")
	word = strings.Trim(word, `"`)
	switch {
	case notAType && token.IsExported(word):
		return fmt.Sprintf("%q has no package: write its import path before it, as in example.com/shop/web.%s", word, word)
	case notAType:
		return fmt.Sprintf("%q is not a type: write types without the names of parameters", word)
	case strings.HasPrefix(text, "no parameter of "):
		return fmt.Sprintf("%s says too little: a parameter must have a type of a package, such as *example.com/shop/web.Context", signature)
	}
	return text
}
