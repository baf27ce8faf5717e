package config

import (
	"fmt"
	"go/token"
	"path"
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
		return fmt.Sprintf("%q is not a date such as 2026-12-31", text)
	}
	return ""
}

func checkPattern(text string) string {
	if _, err := rule.ParsePattern(text); err != nil {
		return err.Error()
	}
	return ""
}

func checkGlob(text string) string {
	switch {
	case strings.Contains(text, `\`):
		return fmt.Sprintf("%q has a backslash: folders are separated by /", text)
	case strings.HasPrefix(text, "/") || strings.HasPrefix(text, "../") || text == "..":
		return fmt.Sprintf("%q leaves the folder of the configuration, to which paths are relative", text)
	case text == ".":
		return "\".\" is every file: write ** if that is meant"
	case path.Clean(text) != text:
		return fmt.Sprintf("%q is not in its shortest form: write %s", text, path.Clean(text))
	}
	if _, err := path.Match(text, ""); err != nil {
		return fmt.Sprintf("%q is not a pattern: a [ is not closed", text)
	}
	return ""
}

func checkName(text string) string {
	if !token.IsIdentifier(text) {
		return fmt.Sprintf("%q is not the name of a method", text)
	}
	return ""
}

func checkOrigin(text string) string {
	if _, ok := origins[text]; ok || text == "result" {
		return ""
	}
	return fmt.Sprintf("%q is not a place: want result, result1, receiver, argument0 or literal", text)
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
		return fmt.Sprintf("%q is a method, not a type: write it as example.com/shop/store.Session", text)
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
