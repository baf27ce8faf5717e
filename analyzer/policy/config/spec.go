package config

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// spec describes what a value may be. The check of a file and the JSON Schema
// are both made from it, so they cannot say different things.
type spec struct {
	kind specKind
	doc  string
	// of text
	words   []string            // the only values, if any
	check   func(string) string // what is wrong with a text, or ""
	pattern string              // what the schema asks of it instead
	format  string              // the same, by a name that JSON Schema knows
	ask     string              // what to do when there is none
	// of a number
	most int
	// of a list
	of *spec
	// of a mapping: either named keys, or keys of one kind
	fields []field
	keys   *spec
	values *spec
	oneOf  []string // exactly one of these keys stands in it
	// of a choice
	either []*spec
}

type field struct {
	name     string
	required bool
	spec     *spec
}

type specKind uint8

const (
	aText specKind = iota
	aNumber
	aBool
	aList
	aMap
	aChoice
)

func (s *spec) String() string {
	switch s.kind {
	case aNumber:
		return fmt.Sprintf("a whole number from 0 to %d", s.most)
	case aBool:
		return "true or false"
	case aList:
		return "a list"
	case aMap:
		var need []string
		for _, f := range s.fields {
			if f.required {
				need = append(need, f.name)
			}
		}
		if need != nil {
			return "a mapping with " + andList(need)
		}
		return "a mapping"
	case aChoice:
		var names []string
		for _, e := range s.either {
			names = append(names, e.String())
		}
		return strings.Join(names, ", or ")
	}
	switch {
	case s.words != nil:
		return orList(s.words)
	case s.format == "date":
		return "a date such as 2026-12-31"
	}
	return "text"
}

// advice says how to write a value of another kind instead, or "".
func (s *spec) advice(n *node, what string) string {
	switch {
	case what == "" && n.kind == textNode:
		return ": write a key, a colon, a space and a value, as in policy: strict"
	case s.kind == aList && n.kind == mapNode:
		return ": begin each of its items with a dash"
	case s.kind == aList && s.of.kind == aText && n.kind == textNode:
		return ": write [" + scalar(n.text) + "]"
	case s.kind == aMap && n.kind == listNode:
		return ": leave out the dashes"
	case s.kind == aText && s.words == nil && s.format == "" && (n.kind == numberNode || n.kind == boolNode):
		return ": put it in quotes if that is meant"
	}
	return ""
}

// accepts reports whether a node is of the kind that the description wants.
func (s *spec) accepts(n *node) bool {
	switch s.kind {
	case aNumber:
		return n.kind == numberNode
	case aBool:
		return n.kind == boolNode
	case aList:
		return n.kind == listNode
	case aMap:
		return n.kind == mapNode
	case aChoice:
		return slices.ContainsFunc(s.either, func(e *spec) bool { return e.accepts(n) })
	}
	return n.kind == textNode
}

// validate reports all that a node, which what names, breaks of a description,
// and marks the node, so that nobody reads it.
func (s *spec) validate(n *node, what string, ps *problems) {
	before := len(ps.list)
	s.examine(n, what, ps)
	n.bad = len(ps.list) > before
}

func (s *spec) examine(n *node, what string, ps *problems) {
	switch {
	case n.kind == nullNode:
		ps.add(n.at, "%s has no value: %s", subject(what), cmp.Or(s.ask, "give it one or remove the key"))
		return
	case !s.accepts(n):
		ps.add(n.at, "%s is %s, not %s%s", subject(what), s, n, s.advice(n, what))
		return
	}
	switch s.kind {
	case aText:
		s.validateText(n, what, ps)
	case aNumber:
		s.validateNumber(n, what, ps)
	case aList:
		if len(n.items) == 0 {
			ps.add(n.at, "%s is an empty list: remove the key", subject(what))
		}
		for i, item := range n.items {
			s.of.validate(item, index(what, i), ps)
		}
	case aMap:
		s.validateMap(n, what, ps)
	case aChoice:
		for _, e := range s.either {
			if e.accepts(n) {
				e.examine(n, what, ps)
				return
			}
		}
	}
}

// subject begins a sentence about a value; the whole file has no name.
func subject(what string) string {
	if what == "" {
		return "the configuration"
	}
	return what
}

func (s *spec) validateText(n *node, what string, ps *problems) {
	if strings.TrimSpace(n.text) == "" {
		ps.add(n.at, "%s is empty: %s", what, cmp.Or(s.ask, "give it a value or remove it"))
		return
	}
	if len(s.words) > 0 && !slices.Contains(s.words, n.text) {
		ps.add(n.at, "%s is %s, not %s%s", what, orList(s.words), quote(n.text), didYouMean(n.text, s.words))
		return
	}
	if s.check == nil {
		return
	}
	if wrong := s.check(n.text); wrong != "" {
		ps.add(n.at, "%s: %s", what, wrong)
	}
}

func (s *spec) validateNumber(n *node, what string, ps *problems) {
	if i, ok := number(n.text); !ok || i > s.most {
		ps.add(n.at, "%s is a whole number from 0 to %d, not %s", what, s.most, n.text)
	}
}

// number reads digits, and no other form that YAML has for a number.
func number(text string) (int, bool) {
	if text == "" || len(text) > 4 {
		return 0, false
	}
	n := 0
	for _, c := range text {
		if c < '0' || c > '9' {
			return 0, false
		}
		n = 10*n + int(c-'0')
	}
	return n, true
}

func (s *spec) validateMap(n *node, what string, ps *problems) {
	if len(n.pairs) == 0 && what != "" {
		ps.add(n.at, "%s is an empty mapping: remove the key", what)
		return
	}
	seen := map[string]Place{}
	for _, p := range n.pairs {
		if first, twice := seen[p.name]; twice {
			ps.add(p.at, "key %q stands here for the second time, after line %d: remove one of the two", p.name, first.Line)
			p.value.bad = true
			continue
		}
		seen[p.name] = p.at
		if s.keys != nil {
			if wrong := s.keys.check(p.name); wrong != "" {
				ps.add(p.at, "%s", wrong)
				p.value.bad = true
				continue
			}
			s.values.validate(p.value, below(what, p.name), ps)
			continue
		}
		f := s.field(p.name)
		if f == nil {
			ps.add(p.at, "%s", s.unknownKey(p.name, what))
			continue
		}
		f.spec.validate(p.value, below(what, p.name), ps)
	}
	s.validatePresence(n, what, seen, ps)
}

func (s *spec) validatePresence(n *node, what string, seen map[string]Place, ps *problems) {
	for _, f := range s.fields {
		if _, ok := seen[f.name]; !ok && f.required {
			ps.add(n.at, "%s has no %s%s", subject(what), f.name, f.spec.wanted())
		}
	}
	var there []string
	for _, name := range s.oneOf {
		if _, ok := seen[name]; ok {
			there = append(there, name)
		}
	}
	switch {
	case s.oneOf == nil || len(there) == 1:
	case len(there) == 0:
		ps.add(n.at, "%s has none of %s: give it one", what, orList(s.oneOf))
	default:
		ps.add(n.at, "%s has %s, of which it may have one only", what, andList(there))
	}
}

// wanted is what to do about a key that is missing.
func (s *spec) wanted() string {
	if s.kind == aText && s.words == nil && s.ask != "" {
		return ": " + s.ask
	}
	if s.kind == aText && s.words == nil {
		return ", which it needs"
	}
	return ": it needs " + s.String()
}

func (s *spec) field(name string) *field {
	i := slices.IndexFunc(s.fields, func(f field) bool { return f.name == name })
	if i < 0 {
		return nil
	}
	return &s.fields[i]
}

func (s *spec) unknownKey(name, what string) string {
	var known []string
	for _, f := range s.fields {
		known = append(known, f.name)
	}
	in := ""
	if what != "" {
		in = " in " + what
	}
	if hint := didYouMean(name, known); hint != "" {
		return fmt.Sprintf("unknown key %q%s%s", name, in, hint)
	}
	return fmt.Sprintf("unknown key %q%s: the keys are %s", name, in, andList(known))
}

func orList(words []string) string  { return joined(words, "or") }
func andList(words []string) string { return joined(words, "and") }

func joined(words []string, last string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	end := len(words) - 1
	return strings.Join(words[:end], ", ") + " " + last + " " + words[end]
}
