package config

import (
	"fmt"
	"go/token"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"time"

	"github.com/sessionlint/sessionlint/analyzer/rule"
)

// A check says in words what is wrong with a text, or "".

func ruleNames() []string {
	var names []string
	for _, r := range rule.All() {
		names = append(names, r.ID, r.Name)
	}
	return names
}

// findRule knows a rule by its id or name.
func findRule(name string) *rule.Rule {
	for _, r := range rule.All() {
		if r.ID == name || r.Name == name {
			return r
		}
	}
	return nil
}

func checkRule(name string) string {
	if findRule(name) != nil {
		return ""
	}
	if hint := didYouMean(name, ruleNames()); hint != "" && !strings.HasPrefix(name, "SL") {
		return fmt.Sprintf("unknown rule %q%s", name, hint)
	}
	var ids []string
	for _, r := range rule.All() {
		ids = append(ids, r.ID)
	}
	return fmt.Sprintf("unknown rule %q: the rules are %s", name, andList(ids))
}

func checkDate(text string) string {
	if _, err := time.Parse(time.DateOnly, text); err != nil {
		if _, err := time.Parse("2006-1-2", text); err == nil || dateForm.MatchString(text) {
			return fmt.Sprintf("%q is not a day of the calendar, written as 2026-12-31", text)
		}
		return fmt.Sprintf("%q is not a date: write year, month and day, as in 2026-12-31", text)
	}
	return ""
}

var dateForm = regexp.MustCompile(`^\d{4}-\d{2}-\d{2}$`)

func checkRelative(text string) string {
	if strings.Contains(text, `\`) || path.IsAbs(text) || filepath.IsAbs(text) {
		return fmt.Sprintf("%s is not a path relative to this file: write one with slashes, such as ci/known.json", quote(text))
	}
	return ""
}

func checkPattern(text string) string {
	_, err := rule.ParsePattern(text)
	if err == nil {
		return ""
	}
	if meant := spelledRight(text, isPattern); meant != "" {
		return fmt.Sprintf("%s is not a symbol: write %s", quote(text), meant)
	}
	return err.Error()
}

func checkGlob(text string) string {
	switch {
	case strings.HasPrefix(text, "!"):
		return fmt.Sprintf("%q begins with !, which has no meaning here: list what is excluded", text)
	case strings.HasSuffix(text, "..."):
		return fmt.Sprintf("%q names packages, not files: write %s, which holds for all below it", text, strings.TrimRight(strings.TrimSuffix(text, "..."), "/"))
	case strings.HasSuffix(text, "$") || strings.HasPrefix(text, "^"):
		return fmt.Sprintf("%q is a regular expression: write a path, in which * stands for part of a name and ** for any folders", text)
	case strings.Contains(text, `\`):
		return fmt.Sprintf("%q has a backslash: separate folders with /", text)
	case strings.HasPrefix(text, "/") || strings.HasPrefix(path.Clean(text), "../") || path.Clean(text) == "..":
		return fmt.Sprintf("%q leads out of the folder of the configuration: write a path relative to it", text)
	case len(text) > 1 && text[1] == ':':
		return fmt.Sprintf("%q is absolute: write a path relative to the folder of the configuration", text)
	case text == ".":
		return "\".\" is every file: write ** if that is meant"
	case path.Clean(text) != text:
		return fmt.Sprintf("%q is not in its shortest form: write %s", text, path.Clean(text))
	}
	if _, err := path.Match(text, ""); err != nil {
		return fmt.Sprintf("%q has a [ that is not closed: close it, or write * for it", text)
	}
	return ""
}

func checkName(text string) string {
	if !token.IsIdentifier(text) {
		return fmt.Sprintf("%q is not the name of a method: write the name alone, as in Handle", text)
	}
	return ""
}

func checkOrigin(text string) string {
	if _, ok := origins[text]; ok || text == "result" {
		return ""
	}
	return fmt.Sprintf("%q is not a place: write result, result1, receiver, argument0 or literal", text)
}

// origins are the places of resources and how the catalog writes them.
var origins = func() map[string]string {
	out := map[string]string{"": "result0", "result": "result0", "receiver": "receiver", "literal": "literal"}
	for i := range 10 {
		out[fmt.Sprintf("result%d", i)] = fmt.Sprintf("result%d", i)
		out[fmt.Sprintf("argument%d", i)] = fmt.Sprintf("arg%d", i)
	}
	return out
}()

func checkRelease(text string) string {
	if token.IsIdentifier(text) {
		return ""
	}
	if name := strings.TrimSuffix(text, "()"); token.IsIdentifier(name) {
		return fmt.Sprintf("%q is not a name: write %s", text, name)
	}
	return checkSymbol(text)
}

func checkRemoval(text string) string {
	if strings.HasPrefix(text, "func(") {
		return checkSignature(text)
	}
	if checkType(text) == "" { // a function or a type: both are written path.Name
		return ""
	}
	return checkSymbol(text)
}

func checkSymbol(text string) string {
	_, err := parseSymbol(text)
	return wrong(err)
}

func checkType(text string) string {
	s, err := parseSymbol(text)
	if err == nil && s.recv != "" {
		return fmt.Sprintf("%q is a method: write the type alone, as in example.com/shop/store.Session", text)
	}
	return wrong(err)
}

func checkSignature(text string) string {
	_, err := parseSignature(text, newNames())
	return wrong(err)
}

func wrong(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}
